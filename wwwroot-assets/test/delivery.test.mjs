import assert from "node:assert/strict";
import { test } from "node:test";
import { firstWait, newsOf, nextWait, underWay } from "../js/modules/delivery.js";

test("only what still may change is asked for again", () => {
  assert.deepEqual(["waiting", "unconfirmed"].filter(underWay), ["waiting", "unconfirmed"]);
  assert.deepEqual(["delivered", "needs-attention", "discarded", "quarantined", undefined, ""].filter(underWay), []);
});

test("each wait is longer, and none longer than ten seconds", () => {
  const waits = [firstWait];
  while (waits.length < 10) waits.push(nextWait(waits.at(-1)));

  assert.deepEqual(waits.slice(0, 4), [1000, 1500, 2250, 3375]);
  assert.ok(waits.every((wait, place) => place === 0 || wait > waits[place - 1] || wait === 10000));
  assert.equal(waits.at(-1), 10000);
});

test("arrival is told only of what has arrived", () => {
  const words = { arrived: "It is there", kept: "We have it" };

  assert.equal(newsOf("delivered", words), words.arrived);
  for (const delivery of ["needs-attention", "discarded", "waiting"]) assert.equal(newsOf(delivery, words), words.kept);
});
