import assert from "node:assert/strict";
import { test } from "node:test";
import { countdown, emptyBooth } from "../js/modules/idle.js";

test("twenty seconds are shown down to nothing, then it is over, and not before", () => {
  const tick = countdown(20);
  const ticks = Array.from({ length: 21 }, () => tick());

  assert.deepEqual(
    ticks.map(({ left }) => left),
    Array.from({ length: 21 }, (_, passed) => 20 - passed),
  );
  assert.deepEqual(
    ticks.filter(({ over }) => over),
    [ticks.at(-1)],
  );
});

test("screen readers hear it once, halfway", () => {
  const tick = countdown(20);
  const news = Array.from({ length: 21 }, () => tick()).filter((now) => now.said);

  assert.deepEqual(
    news.map(({ left }) => left),
    [10],
  );
});

test("every page of a booth leads to its empty form, also under a path", () => {
  assert.equal(emptyBooth("/f/event-booth/booth"), "/f/event-booth/booth");
  assert.equal(emptyBooth("/f/event-booth/booth/confirmation/ABCD"), "/f/event-booth/booth");
  assert.equal(emptyBooth("/fair/f/event-booth/booth/"), "/fair/f/event-booth/booth");
  assert.equal(emptyBooth("/f/booth/booth/confirmation/ABCD"), "/f/booth/booth");
  assert.equal(emptyBooth("/booth/f/event-booth/booth/confirmation/ABCD"), "/booth/f/event-booth/booth");
});
