// The server's own words: it refuses to begin.
export class Refusal extends Error {}

export function wordsOf(fault) {
  if (fault instanceof Refusal) return fault.message;
  return fault.name === "InvalidStateError"
    ? "This device has a passkey for you already."
    : "That did not work, or it was cancelled. Try again.";
}
