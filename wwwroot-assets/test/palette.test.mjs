import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, latest, moved } from "../js/modules/palette-results.js";

test("arrow keys go around the ends", () => {
  assert.equal(moved(-1, "ArrowDown", 3), 0);
  assert.equal(moved(2, "ArrowDown", 3), 0);
  assert.equal(moved(0, "ArrowUp", 3), 2);
  assert.equal(moved(-1, "ArrowUp", 3), 2);
  assert.equal(moved(0, "ArrowDown", 0), -1);
});

test("the number of results is said in the words of the page", () => {
  const words = { none: "No results", one: "1 result", many: "{0} results" };

  assert.deepEqual(
    [0, 1, 12].map((count) => counted(count, words)),
    ["No results", "1 result", "12 results"],
  );
});

test("an earlier answer that comes late counts for nothing, and its question is given up", async () => {
  const [answers, signals] = [{}, {}];
  const find = latest((text, signal) => {
    signals[text] = signal;
    return new Promise((resolve, reject) => (answers[text] = { resolve, reject }));
  });

  const [first, second] = [find("a"), find("an")];
  answers.an.resolve("Ann");
  answers.a.resolve("Ada");

  assert.equal(signals.a.aborted, true);
  assert.equal(await first, undefined);
  assert.deepEqual(await second, { answer: "Ann" });
});

test("a failure is told once, and not that of a question that was given up", async () => {
  const fault = new TypeError("network");
  const find = latest((text, signal) =>
    text === "b"
      ? Promise.reject(fault)
      : new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  );

  const [first, second] = [find("a"), find("b")];

  assert.equal(await first, undefined);
  assert.deepEqual(await second, { fault });
});
