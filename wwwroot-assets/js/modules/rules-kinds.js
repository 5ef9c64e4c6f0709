// What the kinds of fields ask of an answer (Forms/Fields), as far as it can be told without the server's lists.
import { addressOf, isPlainAddress } from "./rules-text.js";

const YES = ["YES", "TRUE", "ON", "1", "Y", "CHECKED"];
const NO = ["NO", "FALSE", "OFF", "0", "N", "UNCHECKED"];
// What a browser counts with in sure.
const MOST_DIGITS = 15;

export const isMissing = ({ kind }, answer) => answer === "" || (kind === "consent" && NO.includes(answer.toUpperCase()));

// Undefined: nothing, or nothing that is certain.
export const problemOfKind = (field, answer) => CHECKS[field.kind]?.(field, answer);

const CHECKS = {
  email,
  url: (field, answer) => (isNoWebAddress(answer) ? field.wrong : undefined),
  linkedIn,
  number,
  date,
  rating: (field, answer) => (pointsOf(field, answer) ? undefined : field.wrong),
  select: choice,
  radio: choice,
  checkboxes,
  yesNo: yesOrNo,
  consent: yesOrNo,
};

function email(field, answer) {
  if (/^[^@]*mailto:[^]*%/i.test(answer)) return undefined;
  const address = addressOf(answer);
  const at = address.lastIndexOf("@");
  if (at < 1) return field.wrong;
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (domain.startsWith("[")) return undefined;
  const strange = /[^\w.\u0080-\uFFFF-]/.exec(domain)?.[0];
  if (strange && strange !== " ") return field.wrongSign.replace("{sign}", () => strange);
  if (domain.split(".").some((part) => part.startsWith("-") || part.endsWith("-"))) return field.wrongHyphen;
  const isWrong = !/[^.]\.[^.]/.test(domain) || /\.\.|\.$| /.test(domain) || (!local.startsWith('"') && / /.test(local));
  return isWrong ? field.wrong : undefined;
}

function linkedIn(field, answer) {
  if (/linkedin\.com|lnkd\.in|%/i.test(answer) || /^(?:\/?in\/|@)[^\s/?#@.]+\/?$/i.test(answer)) return undefined;
  if (isPlainAddress(addressOf(answer))) return field.isEmail;
  if (/[@\uFF20]/.test(answer)) return undefined;
  if (isNoWebAddress(answer)) return field.wrong;
  return /^(?:https?:\/\/)?[a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z]+(?:\/[\w/.-]*)?$/i.test(answer) ? field.isElsewhere : undefined;
}

// With a blank in it, as a word without a point, as an address of a machine at home or of another kind.
function isNoWebAddress(answer) {
  if (/^https?%3A/i.test(answer)) return false;
  return (
    /\s/.test(answer) ||
    /^[^.:/\\%\u3002\uFF0E\uFF61]*$/.test(answer) ||
    /^https?:\/\/[a-z]+(?::\d+)?(?:\/[\w/-]*)?$/i.test(answer) ||
    /^(?:ftp|mailto|tel|data|javascript):/i.test(answer)
  );
}

function number(field, answer) {
  const text = withPoint(plainNumber(answer));
  if (/[^\P{Nd}0-9]/u.test(text)) return undefined;
  if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text) && (field.notWhole || text.includes(",") || text.endsWith(".000")))
    return field.ambiguous;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return field.wrong;
  if (text.length > MOST_DIGITS) return undefined;
  if (field.notWhole && !Number.isInteger(Number(text))) return field.notWhole;
  return problemOfRange(field, Number(text), Number);
}

function date(field, answer) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(answer)?.map(Number) ?? [];
  const isDay = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  return isDay ? problemOfRange(field, answer, String) : field.wrong;
}

function problemOfRange({ min, belowMin, max, aboveMax }, value, read) {
  if (belowMin && value < read(min)) return belowMin;
  return aboveMax && value > read(max) ? aboveMax : undefined;
}

function daysOf(year, month) {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

// As people write it in their country (Forms/Fields/NumberSpelling.cs).
function withPoint(text) {
  if (/^[+-]?\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|\.\d{3},\d+)$/.test(text)) return text.replace(/\./g, "").replace(",", ".");
  if (/^[+-]?\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)$/.test(text)) return text.replace(/,/g, "");
  return /^[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+)$/.test(text) ? text.replace(",", ".") : text;
}

const plainNumber = (text) =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/\u2212/g, "-")
    .replace(/[\s'’]/g, "");

function choice({ choices, wrong }, answer) {
  return choices.some((option) => isSame(option, answer)) ? undefined : wrong;
}

function checkboxes({ choices, wrong }, answer) {
  const parts = answer.split(",").map((part) => part.trim());
  const unknown = parts.find((part) => part !== "" && !choices.some((option) => isSame(option, part)));
  return unknown === undefined ? undefined : wrong.replace("{part}", () => unknown);
}

const isSame = ({ value, label }, text) => value.toUpperCase() === text.toUpperCase() || plain(label) === plain(text);

const plain = (label) => label.replace(/–/g, "-").replace(/[, ]/g, "").toUpperCase();

function yesOrNo({ wrong }, answer) {
  return [...YES, ...NO].includes(answer.toUpperCase()) ? undefined : wrong;
}

// Also as 4/5, and as stars.
function pointsOf({ max }, answer) {
  const points = answer.endsWith("/" + max)
    ? answer.slice(0, -max.length - 1)
    : /^★+$/.test(answer)
      ? String(answer.length)
      : answer;
  const number = points.replace(/[, ]/g, "");
  return /^[1-9]\d?$/.test(number) && Number(number) <= Number(max);
}
