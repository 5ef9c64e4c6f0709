// Which answers the server keeps in the words that were typed. Conditions ask about what is kept.
import { isPlainAddress } from "./rules-text.js";

// What is hidden in the page it may drop.
export function isFixed(field, name, answer) {
  if (answer === "") return true;
  if (!field) return /^[\p{L}\p{N}]+$/u.test(answer) && answer.length <= 50 && !/^(?:undefined|null)$/i.test(answer);
  if (REREAD.includes(name) && KINDS_OF[name] !== field.kind) return false;
  return (FIXED[field.kind] ?? (() => true))(answer, field);
}

// Whatever kind of field asks for these, Reply.io has words of its own for them.
const KINDS_OF = {
  email: "email",
  phone: "phone",
  phone2: "phone",
  companySize: "select",
  timeZoneId: "timeZone",
  linkedInUrl: "linkedIn",
  linkedInSalesNavigatorUrl: "url",
  linkedInRecruiterUrl: "url",
  accountId: "number",
};
const REREAD = Object.keys(KINDS_OF);

const isOption = (answer, { choices }) => choices?.some(({ value }) => value === answer) ?? false;

const FIXED = {
  email: isPlainAddress,
  phone: (answer) => !/^tel:/i.test(answer),
  url: () => false,
  linkedIn: () => false,
  timeZone: () => false,
  number: (answer) => /^[1-9]\d{0,2}$/.test(answer),
  rating: (answer) => /^\d+$/.test(answer),
  select: isOption,
  radio: isOption,
  checkboxes: (answer, field) => answer.split(", ").every((part) => isOption(part, field)),
  yesNo: (answer) => answer === "yes" || answer === "no",
  consent: (answer) => answer === "yes",
};
