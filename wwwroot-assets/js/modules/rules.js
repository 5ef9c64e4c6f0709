// What is wrong with the answers to a form, as far as its page can tell, by the rules that the server gives it (Forms/PageRules.cs). The
// server has the last word: what may be right in its eyes is let pass. Both are held against test/rules.json.
import { hiddenOf } from "./conditions.js";
import { isFixed } from "./rules-fixed.js";
import { isMissing, problemOfKind } from "./rules-kinds.js";
import { addressOf, isPlainAddress, tidied } from "./rules-text.js";

const EMAIL = "email";
const PROFILE = "linkedInUrl";

// Of boxes, answerTo gives a list of those that are checked, of anything else a text; of what is not there nothing.
export function problemsOf({ fields, unreachable }, answerTo) {
  const answers = new Map(fields.map((field) => [field.name, tidied(answerTo(field.name), field.kind)]));
  const answer = (name) => answers.get(name) ?? tidied(answerTo(name), "text");
  const hidden = hiddenNames(fields, (name) => (Array.isArray(answerTo(name)) ? partsOf(answer(name)) : answer(name)));
  const doubtful = doubtfulNames(fields, answer);
  const problems = [];
  for (const field of fields) {
    if (hidden.has(field.name) || doubtful.has(field.name)) continue;
    const message = problemOf(field, answer(field.name));
    if (message) problems.push({ name: field.name, message });
  }
  if (unreachable && !doubtful.has(EMAIL) && !doubtful.has(PROFILE)) {
    const given = (name) => !hidden.has(name) && answer(name) !== "";
    const name = hidden.has(EMAIL) ? PROFILE : EMAIL;
    if (!given(EMAIL) && !given(PROFILE) && problems.every((problem) => problem.name !== name))
      problems.push({ name, message: unreachable });
  }
  return problems;
}

function problemOf(field, answer) {
  if (isMissing(field, answer)) return field.missing;
  if (answer.length > field.longest) return field.tooLong.replace("{typed}", () => grouped(answer.length));
  if (answer.includes("\uFFFD")) return field.unreadable;
  if (field.tooShort && answer.length < field.shortest) return field.tooShort;
  return problemOfKind(field, answer) ?? (fits(answer, field.pattern) ? undefined : field.misfit);
}

// Beyond the letters of English, browsers and servers take patterns differently.
function fits(answer, pattern) {
  if (!pattern || !/^[ -~]*$/.test(answer)) return true;
  try {
    return new RegExp(`^(?:${pattern})$`).test(answer);
  } catch {
    return true;
  }
}

function hiddenNames(fields, answerTo) {
  const places = fields.flatMap(({ name, showWhen = [] }) => showWhen.map((when) => ({ when, names: [name] })));
  return new Set([...hiddenOf(places, answerTo)].flatMap((place) => place.names));
}

// Whether these are shown is for the server to say: it asks about an answer that it keeps in other words than were typed. So it is with
// an email address and a profile in each other's place.
function doubtfulNames(fields, answer) {
  const kinds = new Map(fields.map((field) => [field.name, field]));
  const doubtful = new Set(areExchanged(kinds, answer) ? [EMAIL, PROFILE] : []);
  const isOpen = ({ field: name }) => doubtful.has(name) || !isFixed(kinds.get(name), name, answer(name));
  for (const { name, showWhen = [] } of fields)
    if (showWhen.some(({ all, any }) => (all ?? any).some(isOpen))) doubtful.add(name);
  return doubtful;
}

function areExchanged(kinds, answer) {
  if (!kinds.has(EMAIL) || !kinds.has(PROFILE)) return false;
  const [email, profile] = [answer(EMAIL), answer(PROFILE)];
  if (/linkedin\.com|lnkd\.in/i.test(email) && !isPlainAddress(addressOf(email))) return true;
  if (!/[@\uFF20]|%40/.test(profile)) return false;
  const meant = addressOf(profile);
  return !isPlainAddress(meant) || email === "" || addressOf(email).toLowerCase() === meant.toLowerCase();
}

const partsOf = (answer) => answer.split(", ").filter((part) => part !== "");

const grouped = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
