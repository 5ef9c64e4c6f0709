// What of a form is not shown for the answers so far. The server decides by the same rules (Forms/Conditions.cs): both are held against
// test/conditions.json. Places stand in the order of the page, each with its condition and the names of the inputs in it.
export function hiddenOf(places, answerTo) {
  const hidden = new Set();
  const unseen = new Set();
  for (const place of places) {
    if (holds(place.when, (name) => (unseen.has(name) ? "" : answerTo(name)))) continue;
    hidden.add(place);
    for (const name of place.names) unseen.add(name);
  }
  return hidden;
}

function holds({ all, any }, answerTo) {
  const passes = (test) => answers(test, answerTo(test.field));
  return all ? all.every(passes) : any.some(passes);
}

// Boxes give a list of those that are checked, anything else a text.
function answers({ is, isNot, contains, empty }, answer) {
  const boxes = Array.isArray(answer);
  const text = plain(boxes ? answer.join(", ") : answer);
  if (empty !== undefined) return (text === "") === empty;
  if (is !== undefined) return text === plain(is);
  if (isNot !== undefined) return text !== plain(isNot);
  return boxes ? answer.some((one) => plain(one) === plain(contains)) : text.includes(plain(contains));
}

const plain = (text) => text.trim().replace(/\s+/g, " ").toLowerCase();
