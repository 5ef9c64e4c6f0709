import assert from "node:assert/strict";
import { test } from "node:test";
import { differsFromUtc, localTime } from "../js/modules/local-time.js";

test("a moment is told in the reader's zone, with its name and its summer time", () => {
  assert.equal(localTime("2026-11-28T11:36:01Z", "en", "Europe/Berlin"), "28 Nov 2026, 12:36:01 Central European Standard Time");
  assert.match(localTime("2026-07-01T22:30:00Z", "en", "Europe/Berlin"), /^2 Jul 2026, 00:30:00 Central European Summer Time$/);
  assert.match(localTime("2026-11-28T00:00:00Z", "en", "America/New_York"), /^27 Nov 2026, 19:00:00 /);
  assert.match(localTime("2026-11-28T00:00:00Z", "de", "Europe/Berlin"), /01:00:00 Mitteleuropäische Normalzeit$/);
});

test("where the zone is UTC there is nothing to add", () => {
  assert.equal(differsFromUtc("2026-11-28T11:36:01Z", "UTC"), false);
  assert.equal(differsFromUtc("2026-11-28T11:36:01Z", "Etc/UTC"), false);
  assert.equal(differsFromUtc("2026-11-28T11:36:01Z", "Asia/Kolkata"), true);
});
