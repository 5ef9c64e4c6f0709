/** #rrggbb of what people write: also without the number sign, and with one digit for two. "" where it is no color. */
export function wholeColor(typed) {
  const digits = typed.trim().replace(/^#/, "").toLowerCase();
  if (/^[0-9a-f]{3}$/.test(digits)) return `#${[...digits].map((digit) => digit + digit).join("")}`;
  return /^[0-9a-f]{6}$/.test(digits) ? `#${digits}` : "";
}
