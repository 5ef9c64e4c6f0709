import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { problemsOf } from "../js/modules/rules.js";

const { forms } = JSON.parse(readFileSync(new URL("rules.json", import.meta.url)));

for (const { form, rules, cases } of forms)
  for (const { what, answers, problems } of cases)
    test(`${form}: ${what}`, () => {
      const expected = problems.map(([name, message]) => ({ name, message }));

      const found = problemsOf(rules, (name) => answers[name] ?? "");

      assert.deepEqual(found, expected);
    });

test("an input that is not there has no answer", () => {
  const [{ rules }] = forms;

  assert.deepEqual(
    problemsOf(rules, () => undefined),
    problemsOf(rules, () => ""),
  );
});

test("a pattern that browsers do not know refuses nobody", () => {
  const rule = {
    name: "code",
    label: "Code",
    kind: "text",
    longest: 500,
    tooLong: "",
    unreadable: "",
    pattern: "[",
    misfit: "No",
  };

  assert.deepEqual(
    problemsOf({ fields: [rule] }, () => "x"),
    [],
  );
});
