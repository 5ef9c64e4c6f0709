// What the code on a badge says about its owner, by Reply.io's names of a contact's properties. Whatever the code holds, nothing is thrown:
// it is "text" where it names nobody.
import { readCard } from "./badge-card.js";
import { contactOf, emailIn, emailOf, nameParts, profileIn } from "./badge-contact.js";
import { readJson } from "./badge-json.js";
import { readShortCard } from "./badge-short-card.js";

// More than the largest code holds.
const LONGEST = 20_000;

export function readBadge(text) {
  if (typeof text !== "string") return null;
  const read = text
    .replace(/\uFEFF/g, "")
    .slice(0, LONGEST)
    .replace(/\r\n?/g, "\n")
    .trim();
  if (read === "") return null;
  const [kind, found] = readCard(read) ?? readShortCard(read) ?? readJson(read) ?? readAddress(read);
  const fields = contactOf(found);
  return { kind: Object.keys(fields).length > 0 ? kind : "text", fields };
}

// An address alone, with a name before it, or somewhere in a text that holds no other.
function readAddress(text) {
  const plain = /^mailto:/i.test(text) ? decoded(text.slice("mailto:".length).replace(/\?[^]*$/, "")) : text;
  const named = /^([^<>\n]{0,300})<\s*(?:mailto:)?([^<>\s]+)\s*>$/i.exec(plain);
  if (named && emailOf(named[2])) return ["email", { ...nameParts(named[1]), email: named[2] }];
  const linkedInUrl = profileIn(plain);
  const email = emailOf(plain) ?? emailIn(plain);
  return email ? ["email", { email, linkedInUrl }] : ["linkedin", { linkedInUrl }];
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
