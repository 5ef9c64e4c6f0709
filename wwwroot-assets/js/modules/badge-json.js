// Badges that are objects, of the many makers of badges: flat or nested, by any usual name.
import { isHonorific, nameParts, profileIn, profileOfHandle, textOf } from "./badge-contact.js";

const DEEPEST = 6;
const MOST = 1000;

// Without case, blanks and signs.
const NAMES = {
  email: "email emailaddress mail workemail businessemail primaryemail contactemail attendeeemail",
  firstName: "firstname first givenname given forename fname vorname prenom nombre attendeefirstname",
  lastName: "lastname last surname familyname family secondname lname nachname nom apellido apellidos attendeelastname",
  name: "name fullname displayname attendeename participantname contactname fn",
  title: "jobtitle position jobposition role jobrole function designation occupation headline",
  anyTitle: "title",
  company:
    "company companyname organisation organization organisationname organizationname org employer firm firma affiliation worksfor business",
  phone: "phone phonenumber mobile mobilephone mobilenumber tel telephone cell cellphone telefon workphone",
  phone2: "phone2 secondphone secondaryphone otherphone",
  city: "city town locality addresslocality ort stadt ville",
  state: "state province region addressregion stateprovince county bundesland",
  country: "country countryname addresscountry land pays countrycode",
  linkedInUrl: "linkedin linkedinurl linkedinprofile linkedinprofileurl linkedinhandle",
};

const MEANINGS = new Map(Object.entries(NAMES).flatMap(([meaning, names]) => names.split(" ").map((name) => [name, meaning])));
// What stands in these is somebody else's, or is the name of a thing.
const OTHERS = /^(?:event|venue|session|conference|show|exhibitor|organi[sz]er|sponsor|hall|booth|stand)$/;
const THINGS = /^(?:ticket|order|tickettype|category|registration)$/;
const INNER = ["value", "name", "address", "number", "url", "text", "legalName", "label"];

export function readJson(text) {
  if (!/^[{[]/.test(text)) return undefined;
  try {
    return ["json", ofObject(JSON.parse(text))];
  } catch {
    return undefined;
  }
}

function ofObject(badge) {
  const found = valuesIn(badge);
  const given = (meaning) => (found.get(meaning) ?? []).find((value) => value !== "");
  const [phone, second] = found.get("phone") ?? [];
  const title = given("anyTitle") ?? "";
  return {
    ...nameParts(given("name") ?? ""),
    ...(given("firstName") || given("lastName") ? { firstName: given("firstName"), lastName: given("lastName") } : {}),
    email: given("email"),
    title: given("title") ?? (isHonorific(title) ? "" : title),
    company: given("company"),
    phone: phone ?? given("phone2"),
    phone2: given("phone2") ?? second,
    city: given("city"),
    state: given("state"),
    country: given("country"),
    linkedInUrl: profileOf(found),
  };
}

const profileOf = (found) =>
  (found.get("any") ?? []).map(profileIn).find(Boolean) ??
  (found.get("linkedInUrl") ?? []).map((handle) => profileOfHandle(handle.replace(/^(?:@|in\/)/i, ""))).find(Boolean);

// All texts by what they mean, the outer ones first.
function valuesIn(badge) {
  const found = new Map();
  const add = (meaning, value) => value !== "" && found.set(meaning, [...(found.get(meaning) ?? []), value]);
  let left = MOST;
  let level = [{ object: badge, isThing: false }];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const next = [];
    for (const { object, isThing } of level)
      for (const [name, value] of pairsOf(object)) {
        if (left-- <= 0) return found;
        const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
        const meaning = isThing && plain === "name" ? undefined : MEANINGS.get(plain);
        const texts = meaning ? textsOf(value, meaning) : [textOf(value)];
        for (const text of texts) {
          if (meaning) add(meaning, text);
          add("any", text);
        }
        if (value && typeof value === "object" && meaning !== "company" && !OTHERS.test(plain))
          next.push({ object: value, isThing: THINGS.test(plain) });
      }
    level = next;
  }
  return found;
}

// Also those that say their names beside their values: { "name": "Email", "value": "…" }.
function pairsOf(object) {
  const named = (...names) => names.map((name) => object[name]).find((value) => typeof value === "string");
  const [name, value] = [named("name", "key", "label", "field", "question"), named("value", "answer")];
  if (!Array.isArray(object) && name !== undefined && value !== undefined) return [[name, value]];
  return Object.entries(object);
}

// Of a list the first ones, of an object what stands for it.
function textsOf(value, meaning) {
  if (Array.isArray(value)) return value.slice(0, 5).flatMap((one) => (Array.isArray(one) ? [] : textsOf(one, meaning)));
  if (value === null || typeof value !== "object") return [textOf(value)];
  return meaning === "name" ? [] : [INNER.map((name) => textOf(value[name])).find((text) => text !== "") ?? ""];
}
