// Cards of an address book: vCard 2.1, 3.0 and 4.0.
import { nameParts, profileIn, profileOfHandle } from "./badge-contact.js";
import { split, unescaped } from "./badge-signs.js";

export const readCard = (text) => (/^BEGIN:VCARD\b/i.test(text) ? ["vcard", ofVCard(text)] : undefined);

function ofVCard(text) {
  const lines = linesOf(text);
  const all = (name) => lines.filter((line) => line.name === name).sort((one, other) => rankOf(one) - rankOf(other));
  const first = (...names) => names.flatMap(all).find(({ parts }) => parts.some((part) => part.trim()))?.parts ?? [];
  const [, , , city, state, , country] = first("ADR");
  const phones = all("TEL").filter(({ types }) => !types.some((type) => type === "FAX" || type === "PAGER"));
  return {
    ...nameOf(first("N"), first("FN", "NICKNAME").join(";")),
    email: first("EMAIL").join(";"),
    phone: phones[0]?.parts.join(";"),
    phone2: phones[1]?.parts.join(";"),
    title: first("TITLE", "ROLE").join(";"),
    company: first("ORG")[0],
    city,
    state,
    country,
    linkedInUrl: lines.map(profileOf).find(Boolean),
  };
}

// The name in its parts, or else as it is shown. Some put all of it into the first part.
function nameOf([lastName = "", firstName = ""], shown) {
  if (firstName.trim()) return { firstName, lastName };
  const parts = nameParts(shown.trim() ? shown : lastName);
  return lastName.trim() && !parts.lastName && parts.firstName !== lastName.trim() ? { ...parts, lastName } : parts;
}

function profileOf({ name, types, params, parts }) {
  if (!/^(?:URL|IMPP|(?:X-)?SOCIALPROFILE|X-LINKEDIN.*)$/.test(name)) return undefined;
  const value = parts.join(";");
  const isNamed = name.startsWith("X-LINKEDIN") || types.includes("LINKEDIN") || /^linkedin$/i.test(params.get("SERVICE-TYPE"));
  return (
    profileIn(value) ??
    (isNamed ? profileOfHandle(params.get("X-USER") ?? value.replace(/^(?:x-apple:|@|in\/)/i, "")) : undefined)
  );
}

// What is marked as preferred, then what is of the company.
function rankOf({ types, params }) {
  const preferred = types.includes("PREF") ? 1 : Number.parseInt(params.get("PREF"), 10) || 101;
  const place = types.includes("WORK") ? 0 : types.includes("HOME") ? 2 : 1;
  return preferred * 10 + place;
}

function linesOf(text) {
  const isOld = /^VERSION:\s*2\.1/im.test(text);
  const unfolded = text.replace(/\n([ \t])/g, isOld ? "$1" : "");
  const lines = [];
  for (const raw of softlyJoined(unfolded.split("\n"))) {
    if (/^END:VCARD/i.test(raw)) break;
    const line = lineOf(raw, isOld);
    if (line) lines.push(line);
  }
  return lines;
}

// A line in quoted-printable goes on after the sign of equality at its end.
function softlyJoined(lines) {
  const joined = [];
  for (const line of lines) {
    const before = joined.length - 1;
    if (before >= 0 && joined[before].endsWith("=") && /^[^:]*QUOTED-PRINTABLE/i.test(joined[before]))
      joined[before] = joined[before].slice(0, -1) + line;
    else joined.push(line);
  }
  return joined;
}

function lineOf(raw, isOld) {
  const colon = colonOf(raw);
  if (colon < 1) return undefined;
  const [named, ...settings] = raw.slice(0, colon).split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const { types, params } = settingsOf(settings);
  const encoding = (params.get("ENCODING") ?? "").toUpperCase();
  if (encoding.startsWith("B")) return undefined;
  const value = raw.slice(colon + 1);
  const isQuoted = encoding === "QUOTED-PRINTABLE" || types.includes("QUOTED-PRINTABLE");
  const parts = split(value, ";")
    .map((part) => unescaped(part, isOld))
    .map((part) => (isQuoted ? unquoted(part, params.get("CHARSET")) : part));
  return {
    name: named
      .replace(/^[^.]*\./, "")
      .trim()
      .toUpperCase(),
    types,
    params,
    parts,
  };
}

// The first one outside of quotes; where a quote is never closed, the first one.
function colonOf(raw) {
  let quoted = false;
  for (let i = 0; i < raw.length; i++) {
    if (raw[i] === '"') quoted = !quoted;
    else if (raw[i] === ":" && !quoted) return i;
  }
  return raw.indexOf(":");
}

// TYPE=work,pref as well as type=WORK;type=pref, and the bare WORK;PREF of old cards.
function settingsOf(settings) {
  const types = [];
  const params = new Map();
  for (const setting of settings) {
    const [, name, value] = /^([^=]*)=([^]*)$/.exec(setting) ?? [undefined, "TYPE", setting];
    const plain = value.trim().replace(/^"|"$/g, "");
    if (name.trim().toUpperCase() === "TYPE") types.push(...plain.toUpperCase().split(","));
    else params.set(name.trim().toUpperCase(), plain);
  }
  return { types, params };
}

function unquoted(text, charset = "utf-8") {
  const bytes = [];
  for (const sign of text.matchAll(/=([0-9a-f]{2})|([^])/giu))
    if (sign[1]) bytes.push(Number.parseInt(sign[1], 16));
    else bytes.push(...new TextEncoder().encode(sign[2]));
  return decoderOf(charset).decode(new Uint8Array(bytes));
}

function decoderOf(charset) {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
