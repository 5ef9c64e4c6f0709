// What telephones of Japan made of cards: MECARD, and BIZCARD beside it.
import { nameParts, profileIn } from "./badge-contact.js";
import { split, unescaped } from "./badge-signs.js";

export function readShortCard(text) {
  const name = /^(MECARD|BIZCARD):/i.exec(text)?.[1].toUpperCase();
  return name && ["mecard", name === "MECARD" ? ofMeCard(text) : ofBizCard(text)];
}

// N is “Lee,Ann”, and without a comma the name as it is shown.
function ofMeCard(text) {
  const found = shortOf(text);
  const [lastName, firstName] = split(found.get("N")?.[0] ?? "", ",").map((part) => unescaped(part));
  const [phone, phone2] = valuesOf(found, "TEL");
  const [, , , city, state, , country] = split(found.get("ADR")?.[0] ?? "", ",").map((part) => unescaped(part));
  return {
    ...(firstName === undefined ? nameParts(lastName) : { firstName, lastName }),
    email: valuesOf(found, "EMAIL")[0],
    phone,
    phone2,
    title: valuesOf(found, "TITLE")[0],
    company: valuesOf(found, "ORG")[0] ?? valuesOf(found, "COMPANY")[0],
    city,
    state,
    country,
    linkedInUrl: [...valuesOf(found, "URL"), ...valuesOf(found, "NOTE")].map(profileIn).find(Boolean),
  };
}

function ofBizCard(text) {
  const found = shortOf(text);
  const value = (name) => valuesOf(found, name)[0];
  return {
    firstName: value("N"),
    lastName: value("X"),
    title: value("T"),
    company: value("C"),
    phone: value("B") ?? value("M"),
    phone2: value("M"),
    email: value("E"),
  };
}

// In one line, in any order, each with its name: N:Lee,Ann;TEL:…;;
function shortOf(text) {
  const found = new Map();
  for (const part of split(text.replace(/^[^:]*:/, "").replace(/\n/g, ""), ";")) {
    const [, name, value] = /^\s*([A-Z-]+)(?:;[^:]*)?:([^]*)$/i.exec(part) ?? [];
    if (name && value.trim()) found.set(name.toUpperCase(), [...(found.get(name.toUpperCase()) ?? []), value]);
  }
  return found;
}

const valuesOf = (found, name) => (found.get(name) ?? []).map((value) => unescaped(value));
