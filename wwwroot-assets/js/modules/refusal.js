// The server's own words: it refuses to begin.
export class Refusal extends Error {}

export function wordsOf(fault, { known, failed }) {
  if (fault instanceof Refusal) return fault.message;
  return fault.name === "InvalidStateError" ? known : failed;
}
