import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hiddenOf } from "../js/modules/conditions.js";
import { countOf, stepBeside } from "../js/modules/steps.js";

const cases = JSON.parse(readFileSync(new URL("conditions.json", import.meta.url)));

for (const { what, fields, steps, answers, hidden } of cases) {
  test(what, () => {
    const places = placesOf(steps ?? [{ sections: [{ fields }] }]);
    const unseen = [...hiddenOf(places, (name) => answers[name] ?? "")].flatMap((place) => place.names);
    assert.deepEqual([...new Set(unseen)].sort(), [...hidden].sort());
  });
}

test("the step beside is the next one that has something to fill in", () => {
  assert.equal(stepBeside([false, true, false], 0, 1), 2);
  assert.equal(stepBeside([false, true, false], 2, -1), 0);
  assert.equal(stepBeside([false, true, true], 0, 1), undefined);
  assert.equal(stepBeside([true, false], 1, -1), undefined);
});

test("steps that are passed over are not counted", () => {
  assert.deepEqual(countOf([false, true, false], 2), { number: 2, total: 2 });
  assert.deepEqual(countOf([false, false, true], 0), { number: 1, total: 2 });
});

// As they stand in the page: a step around its sections, a section around its fields.
function placesOf(steps) {
  const all = steps.flatMap((step) => [step, ...step.sections.flatMap((section) => [section, ...section.fields])]);
  return all.filter((part) => part.showWhen).map((part) => ({ when: part.showWhen, names: namesIn(part) }));
}

function namesIn({ key, fields, sections }) {
  return key ? [key] : (sections ?? fields).flatMap(namesIn);
}
