// Answers as the server reads them (Forms/InputNormalizer.cs, Forms/Unseen.cs): without what nobody sees.

const MEANINGLESS = /[\u00AD\u200B\u2060\uFEFF]/g;
const LINE_ENDS = /\r\n|[\r\f\v\u0085\u2028\u2029]/g;
const CONTROLS = /(?![\n\t])\p{Cc}/gu;
// Marks of direction and format, variations of a picture, letters that are blank; but not the signs before Arabic and Syriac numbers.
const UNSEEN =
  "(?![\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2])(?:\\p{Cf}|\\u034F|[\\u17B4-\\u17B5]|[\\u115F\\u1160\\u2800\\u3164\\uFFA0\\uFFFC]" +
  "|[\\u180B-\\u180F]|[\\uFE00-\\uFE0F]|[\\uFFF0-\\uFFF8]|[\\u{E0000}-\\u{E0FFF}])";
const ALL_UNSEEN = new RegExp(UNSEEN, "gu");
const BEFORE = new RegExp(`^(?:\\s|${UNSEEN})+`, "u");
const LAST = new RegExp(`(?:\\s|${UNSEEN})$`, "u");
// ❤ is red with its variation, and the flag of England is made of tags.
const PICTURE = /(?:\p{S}|[\u{E0020}-\u{E007F}])(?:[\uFE00-\uFE0F]|[\u{E0020}-\u{E007F}])$/u;

const ADDRESSES = ["email", "phone", "url", "linkedIn"];

export function tidied(typed, kind) {
  const texts = (Array.isArray(typed) ? typed : [typed ?? ""]).map(cleaned).filter((text) => text !== "");
  const text = [...new Set(texts)].join(", ");
  if (kind === "longText") return text;
  const line = /[\t\n]/.test(text)
    ? text
        .split(/[\t\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== "")
        .join(" ")
    : text;
  return ADDRESSES.includes(kind)
    ? line
        .replace(/\p{Zs}/gu, " ")
        .replace(ALL_UNSEEN, "")
        .trim()
    : line;
}

function cleaned(typed) {
  const plain = typed.replace(MEANINGLESS, "").replace(LINE_ENDS, "\n").replace(CONTROLS, "").normalize("NFC");
  let text = plain.replace(BEFORE, "");
  while (LAST.test(text) && !PICTURE.test(text)) text = text.replace(LAST, "");
  return text;
}

const WRAPS = ["<>", '""', "''", "``", "“”", "„“", "‘’", "«»", "()", "[]"];

// The address alone, however it was pasted (Forms/Fields/EmailSpelling.cs).
export function addressOf(value) {
  let text = narrow(value);
  for (let inner = unwrapped(text); inner !== text; inner = unwrapped(text)) text = inner;
  return text.includes("@") ? text : value;
}

export const isPlainAddress = (text) => /^\w+(?:[.+-]\w+)*@[a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z0-9]+$/i.test(text);

function unwrapped(typed) {
  const text = typed
    .trim()
    .replace(/^[,;]+|[,;]+$/g, "")
    .replace(/[. ]+$/, "");
  if (/^mailto:/i.test(text)) return decoded(text.slice("mailto:".length).split(/[?|]/)[0]);
  if (text.endsWith(">") && text.includes("<")) return text.slice(text.lastIndexOf("<") + 1, -1);
  return text.length > 2 && WRAPS.includes(text[0] + text[text.length - 1]) ? text.slice(1, -1) : text;
}

// Keyboards of East Asia have wide letters, and a full stop of their own.
function narrow(value) {
  const at = Math.max(value.lastIndexOf("@"), value.lastIndexOf("\uFF20"));
  return value.replace(/[\u3000-\uFF5E\uFF61]/g, (letter, place) => {
    if (letter === "\u3000") return " ";
    if (letter === "\u3002" || letter === "\uFF61") return place > at ? "." : letter;
    return letter >= "\uFF01" && letter <= "\uFF5E" ? String.fromCharCode(letter.charCodeAt(0) - 0xfee0) : letter;
  });
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
