const before = "prefill";
const unfilled = /^(undefined|null|\{\{.*\}\}|\$?\{.*\}|%%.+%%|\*\|.*\|\*|\[.*\]|<<.*>>)$/i;

// What a page fills in, of the attributes of its snippet, by plain name. The name of a value that a page left in its place is none.
export function prefilled(attributes) {
  const values = new Map();
  for (const [name, value] of Object.entries(attributes)) {
    const text = String(value).trim();
    if (name.startsWith(before) && text && !unfilled.test(text)) values.set(plainName(name.slice(before.length)), text);
  }
  return values;
}

// HTML takes the case out of the names of attributes, and some people put dashes in.
export function plainName(name) {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
