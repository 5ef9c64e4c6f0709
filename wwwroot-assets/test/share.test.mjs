import assert from "node:assert/strict";
import { test } from "node:test";
import { copied } from "../js/modules/copied.js";

const box = { value: "a link", select: () => (box.selected = true) };

test("a text is copied by the clipboard, and selected for whoever copies by hand", async () => {
  let text;
  assert.ok(await copied(box, { writeText: async (value) => (text = value) }, { execCommand: () => assert.fail() }));
  assert.deepEqual([text, box.selected], ["a link", true]);
});

test("without a clipboard, or where it refuses, the selected text is copied", async () => {
  const page = { execCommand: (command) => command === "copy" };
  assert.ok(await copied(box, undefined, page));
  assert.ok(await copied(box, { writeText: () => Promise.reject(new Error("refused")) }, page));
  assert.equal(await copied(box, undefined, { execCommand: () => false }), false);
});
