// Cards set their parts apart by signs. One that belongs to a text has a backslash before it.

export function split(text, sign) {
  const parts = [""];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\\" && i + 1 < text.length) parts[parts.length - 1] += text[i] + text[++i];
    else if (text[i] === sign) parts.push("");
    else parts[parts.length - 1] += text[i];
  }
  return parts;
}

// A card of old knows no other lines than its own.
export const unescaped = (text, isOld) =>
  text.replace(isOld ? /\\([;,:\\])/g : /\\([^])/g, (_, sign) => (!isOld && /n/i.test(sign) ? "\n" : sign));
