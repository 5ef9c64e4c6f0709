import assert from "node:assert/strict";
import { test } from "node:test";
import { prefilledLink } from "../js/modules/prefilled-link.js";
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

test("a link that fills in a form keeps what a mail tool looks for", () => {
  const link = (...values) => prefilledLink("https://example.com/f/fair", values);

  assert.equal(link(), "https://example.com/f/fair");
  assert.equal(
    link(["email", " ann+test@example.com "], ["company", ""]),
    "https://example.com/f/fair?email=ann%2Btest%40example.com",
  );
  assert.equal(
    link(["firstName", "{{ first name }}"], ["a b", "*|FNAME|*"]),
    "https://example.com/f/fair?firstName={{%20first%20name%20}}&a%20b=*|FNAME|*",
  );
  assert.equal(link(["x", "a{{b}}&c"]), "https://example.com/f/fair?x=a%7B%7Bb%7D%7D%26c");
});
