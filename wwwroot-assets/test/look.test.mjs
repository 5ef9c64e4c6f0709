import assert from "node:assert/strict";
import { test } from "node:test";
import { wholeColor } from "../js/modules/whole-color.js";

test("a color is taken as people write it", () => {
  for (const typed of ["#2952cc", "2952CC", " #2952cc "]) assert.equal(wholeColor(typed), "#2952cc");
  assert.equal(wholeColor("#fa0"), "#ffaa00");
});

test("what is no color is none", () => {
  for (const typed of ["", "#", "#12345", "blue", "#ggg"]) assert.equal(wholeColor(typed), "");
});
