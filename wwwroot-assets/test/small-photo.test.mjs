import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesIn, fitted, smallPhoto } from "../js/modules/small-photo.js";

const base64 = (bytes) => Buffer.alloc(bytes).toString("base64");

test("a picture is no larger than the side, and none grows", () => {
  assert.deepEqual(fitted({ width: 4000, height: 3000 }, 1280), { width: 1280, height: 960 });
  assert.deepEqual(fitted({ width: 3000, height: 4000 }, 1280), { width: 960, height: 1280 });
  assert.deepEqual(fitted({ width: 640, height: 480 }, 1280), { width: 640, height: 480 });
  assert.deepEqual(fitted({ width: 9000, height: 1 }, 1280), { width: 1280, height: 1 });
});

test("bytes are counted as they are behind base64", () => {
  for (const bytes of [0, 1, 2, 3, 149_999, 150_000]) assert.equal(bytesIn(base64(bytes)), bytes);
});

test("the best quality is taken that is light enough", () => {
  assert.deepEqual(tried(150_000), ["1280x960 0.7"]);
  assert.deepEqual(tried(200_000), ["1280x960 0.7", "1280x960 0.55", "1280x960 0.4"]);
});

test("where quality does not help, pixels go", () => {
  const tries = tried(500_000);
  assert.equal(tries.length, 8);
  assert.equal(tries.at(-1), "960x720 0.25");
  assert.equal(tried(9_000_000).at(-1), "640x480 0.25");
});

// What a picture of 4000 by 3000 is tried as, that weighs this much at the first try.
function tried(weight) {
  const tries = [];
  smallPhoto({ width: 4000, height: 3000 }, ({ width, height }) => (quality) => {
    tries.push(`${width}x${height} ${quality}`);
    return base64(Math.round((((weight * quality) / 0.7) * width) / 1280));
  });
  return tries;
}
