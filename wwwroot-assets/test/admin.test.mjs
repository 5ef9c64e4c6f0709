import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal, wordsOf } from "../js/modules/refusal.js";
import { wholeBox } from "../js/modules/whole-box.js";

const words = { known: "It has one", failed: "Try again" };
const boxes = (...ticked) => ticked.map((checked) => ({ checked }));

test("the box for all is ticked with all, in between with some, empty with none", () => {
  assert.deepEqual(wholeBox(boxes(true, true)), { checked: true, indeterminate: false });
  assert.deepEqual(wholeBox(boxes(true, false)), { checked: false, indeterminate: true });
  assert.deepEqual(wholeBox(boxes(false, false)), { checked: false, indeterminate: false });
});

test("a refusal is said in the server's words", () => {
  assert.equal(wordsOf(new Refusal("Enter your password"), words), "Enter your password");
});

test("what a browser says of a device stays with it", () => {
  const secret = "The user handle of ann@example.com was rejected";

  assert.equal(wordsOf(new DOMException(secret, "InvalidStateError"), words), words.known);
  for (const fault of [new DOMException(secret, "NotAllowedError"), new TypeError(secret)]) {
    assert.equal(wordsOf(fault, words), words.failed);
  }
});
