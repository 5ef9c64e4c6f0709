// The server's own words: it refuses to begin.
export class Refusal extends Error {}

export function wordsOf(fault) {
  if (fault instanceof Refusal) return fault.message;
  return fault.name === "InvalidStateError"
    ? "This device already has a passkey for your account."
    : "The passkey request failed or was canceled. Try again.";
}
