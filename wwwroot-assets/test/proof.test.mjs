import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { firstWord, solve } from "../js/modules/proof.js";

const digest = (text) => createHash("sha256").update(text).digest().readInt32BE();

test("The hash is SHA-256, whatever the length", () => {
  for (let length = 0; length < 200; length++) assert.equal(firstWord("a".repeat(length)), digest("a".repeat(length)));
});

test("A solution has the zeros that were asked for, and is the first that has", () => {
  const number = solve("stamp", 10);
  assert.ok(Math.clz32(digest(`stamp:${number}`)) >= 10);
  for (let earlier = 0; earlier < Number(number); earlier++) assert.ok(Math.clz32(digest(`stamp:${earlier}`)) < 10);
});
