// The PIN of the staff menu, checked on the tablet itself. Made by Booth/StaffPin.cs.
import { toBytes, toText } from "./seal.js";

const patient = 3;

// In milliseconds: three tries are free, and each one more takes twice as long, up to an hour.
export const waitAfterTries = (wrong) => (wrong < patient ? 0 : Math.min(3_600_000, 5000 * 2 ** (wrong - patient)));

export async function pinFits(typed, { salt, hash, iterations }) {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(typed.trim()), "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: toBytes(salt), iterations }, key, 256);
  return toText(bits) === hash;
}
