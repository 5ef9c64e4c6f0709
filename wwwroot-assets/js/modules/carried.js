// A sealed lead in a link, behind its #: phones carry it to the relay, and no server's log sees it on the way.
const parts = ["device", "id", "number", "at", "key", "mac", "sealed"];

export const linkOf = (relay, lead) => `${relay}#${parts.map((part) => lead[part]).join(".")}`;

// No code holds more bytes. A lead with a photo is carried in a file.
export const fitsCode = (link) => link.length <= 2953;

// Null where it is none.
export function leadOf(hash) {
  const values = hash.replace(/^#/, "").split(".");
  if (values.length !== parts.length || values.some((value) => !value)) return null;
  const lead = Object.fromEntries(parts.map((part, place) => [part, values[place]]));
  const [number, at] = [Number(lead.number), Number(lead.at)];
  return Number.isSafeInteger(number) && Number.isSafeInteger(at) ? { ...lead, number, at } : null;
}
