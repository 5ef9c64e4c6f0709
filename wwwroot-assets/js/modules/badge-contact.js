// The properties of a contact, as they are found on badges of any kind.

// As many characters as a form's field takes where it says nothing else (Forms/ContactFields.cs).
const LONGEST = {
  email: 254,
  firstName: 100,
  lastName: 100,
  phone: 50,
  phone2: 50,
  title: 200,
  company: 200,
  city: 100,
  state: 100,
  country: 100,
  linkedInUrl: 500,
};

// A part of these is of no use, or somebody else's.
const WHOLE = ["email", "phone", "phone2", "linkedInUrl"];

const LETTER = "\\p{L}\\p{M}\\p{N}";
const DOMAIN = `(?:[${LETTER}](?:[${LETTER}-]{0,61}[${LETTER}])?\\.){1,8}[${LETTER}-]{0,61}[${LETTER}]`;
const EMAIL = new RegExp(`^[${LETTER}!#$%&'*+/=?^_\`{|}~-]+(?:\\.[${LETTER}!#$%&'*+/=?^_\`{|}~-]+)*@${DOMAIN}$`, "u");
// Within a text, where an address stands beside other signs.
const EMAILS = new RegExp(`(^|[^${LETTER}.+'_/-])([${LETTER}+'_-]{1,64}(?:\\.[${LETTER}+'_-]{1,64}){0,8}@${DOMAIN})`, "gu");
const PROFILE =
  /(?:^|[\s"'(<>,;|:])(?:https?:\/\/)?(?:[a-z0-9-]+\.){0,3}linkedin\.com\/(?:mwlite\/)?(?:profile\/)?(in\/[^\s/?#"'<>\\]+|pub\/[^\s?#"'<>\\]+)/i;
const SHORT = /(?:^|[\s"'(<>,;|:])(?:https?:\/\/)?lnkd\.in\/([\w/-]+)/i;

const HONORIFICS = /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|mme|ing|dipl)\.?(?:-ing\.?)?\s+)+/i;
const SUFFIX = /,?\s+(?:ph\.?\s?d|md|mba|cpa|esq|jr|sr|ii|iii|m\.?\s?sc|b\.?\s?sc)\.?$/i;
const PARTICLES = /^(?:van|von|vom|zu|zur|de|del|della|den|der|des|di|da|do|dos|du|la|le|ter|ten|bin|bint|ibn|al|el|san|st\.?)$/i;

export function contactOf(found) {
  const fields = {};
  for (const [name, longest] of Object.entries(LONGEST)) {
    const value = VALUES[name]?.(found[name]) ?? textOf(found[name]);
    if (value && (value.length <= longest || !WHOLE.includes(name))) fields[name] = cut(value, longest);
  }
  if (fields.phone2 && digits(fields.phone2) === digits(fields.phone)) delete fields.phone2;
  return fields;
}

const VALUES = {
  email: (text) => emailOf(text) ?? "",
  phone: phoneOf,
  phone2: phoneOf,
  linkedInUrl: (text) => (typeof text === "string" && profileIn(text)) || "",
};

// One line, without what no text has.
export function textOf(value) {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string") return "";
  return text
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/[\p{Cs}\uFFFD\u00AD\u200B\u2060\uFEFF]/gu, "")
    .trim();
}

export function emailOf(value) {
  const text = textOf(value).replace(/^mailto:\s*/i, "");
  return text.length <= LONGEST.email && EMAIL.test(text) ? text : undefined;
}

// Where there are several, nobody knows whose they are.
export function emailIn(text) {
  const found = new Map([...text.matchAll(EMAILS)].map(([, , email]) => [email.toLowerCase(), email]));
  return found.size === 1 ? emailOf([...found.values()][0]) : undefined;
}

// Without the language, the device and the campaign that an address came along with.
export function profileIn(text) {
  const profile = PROFILE.exec(text)?.[1].replace(/^(in|pub)/i, (part) => part.toLowerCase());
  if (profile) return "https://www.linkedin.com/" + profile.replace(/[.,;:!)/]+$/, "");
  const short = SHORT.exec(text)?.[1];
  return short && "https://lnkd.in/" + short.replace(/\/+$/, "");
}

export const profileOfHandle = (handle) =>
  /^[\p{L}\p{N}_%-]+$/u.test(handle) ? `https://www.linkedin.com/in/${handle}` : undefined;

// A name as people write it: “Ann Lee”, “Lee, Ann”, “Dr. Anna van der Berg, PhD”.
export function nameParts(text) {
  const whole = textOf(text)
    .replace(/^["'“”„]+|["'“”„]+$/g, "")
    .replace(HONORIFICS, "")
    .replace(SUFFIX, "")
    .trim();
  if (whole === "" || whole.includes("@")) return {};
  const [last, first] = whole.split(/\s*,\s*/);
  if (first) return { firstName: first, lastName: last };
  const words = last.split(" ");
  if (words.length === 1) return { firstName: last };
  const particle = words.findIndex((word, place) => place > 0 && place < words.length - 1 && PARTICLES.test(word));
  const at = particle > 0 ? particle : words.length - 1;
  return { firstName: words.slice(0, at).join(" "), lastName: words.slice(at).join(" ") };
}

export const isHonorific = (text) => /^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|mme|m)\.?$/i.test(text);

function phoneOf(value) {
  const text = textOf(value)
    .replace(/^tel:/i, "")
    .replace(/;ext=(\d+)$/i, " ext. $1")
    .replace(/;.*$/, "");
  return digits(text).length > 2 ? text : "";
}

const digits = (text) => text.replace(/\D/g, "");

// No half of a pair is left at the end.
const cut = (text, longest) =>
  text
    .slice(0, longest)
    .replace(/\p{Cs}$/u, "")
    .trimEnd();
