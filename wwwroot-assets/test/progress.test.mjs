import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldOf, follow, progressAddress } from "../js/modules/progress.js";

function visitor() {
  const told = [];
  let time = 0;
  const visit = follow(
    (what, field) => told.push(field ? `${what} ${field}` : what),
    () => time,
  );
  return { told, visit, passes: (seconds) => (time += seconds * 1000) };
}

test("whoever only looks tells nothing", () => {
  const { told, visit } = visitor();
  visit.shows({ seconds: "" });
  visit.leaves();
  assert.deepEqual(told, []);
});

test("whoever leaves tells the field after which they left, once", () => {
  const { told, visit } = visitor();
  visit.shows({ seconds: "" });
  visit.touches("email");
  visit.touches("email");
  visit.touches("company");
  visit.leaves();
  visit.leaves();
  assert.deepEqual(told, ["start", "stop company"]);
});

test("whoever comes back takes it back", () => {
  const { told, visit } = visitor();
  visit.shows({ seconds: "" });
  visit.touches("email");
  visit.leaves();
  visit.returns();
  visit.leaves();
  visit.touches("phone");
  visit.sends();
  visit.leaves();
  visit.returns();
  assert.deepEqual(told, ["start", "stop email", "back email", "stop email", "back email"]);
});

test("the time begins with the first input, and goes on over pages that were refused", () => {
  const { told, visit, passes } = visitor();
  visit.shows({ seconds: "" });
  passes(100);
  visit.touches("email");
  passes(7);
  assert.equal(visit.sends(), 7);
  visit.shows({ seconds: "7", wrong: "phone" });
  passes(5);
  visit.touches("phone");
  assert.equal(visit.sends(), 12);
  assert.deepEqual(told, ["start"]);
});

test("whoever gives up where something is wrong stops there", () => {
  const { told, visit } = visitor();
  visit.shows({ seconds: "7", wrong: "phone" });
  visit.leaves();
  assert.deepEqual(told, ["stop phone"]);
});

test("on a booth the next page is the next visitor's", () => {
  const { told, visit } = visitor();
  visit.shows({ seconds: "" });
  visit.touches("email");
  visit.shows({ seconds: "" });
  visit.touches("email");
  visit.sends();
  visit.shows({});
  assert.deepEqual(told, ["start", "stop email", "start"]);
});

test("who sends without typing took no time that is known", () => {
  const { visit } = visitor();
  visit.shows({ seconds: "" });
  assert.equal(visit.sends(), "");
});

test("progress is told beside the form, whatever its shape and path", () => {
  assert.deepEqual(progressAddress("/f/contact"), { address: "/f/contact/progress", shape: "page" });
  assert.deepEqual(progressAddress("/fair/f/contact/embed"), { address: "/fair/f/contact/progress", shape: "embed" });
  assert.deepEqual(progressAddress("/f/booth/booth"), { address: "/f/booth/progress", shape: "booth" });
  assert.deepEqual(progressAddress("/f/booth"), { address: "/f/booth/progress", shape: "page" });
  assert.equal(progressAddress("/admin/leads/1/correction"), undefined);
  assert.equal(progressAddress(null), undefined);
});

test("a custom field is known by its key", () => {
  const keys = { "customFields[2].key": "consent" };
  assert.deepEqual(
    fieldOf("customFields[2].value", (name) => keys[name]),
    { key: "consent" },
  );
  assert.deepEqual(
    fieldOf("email", () => assert.fail()),
    { field: "email" },
  );
});
