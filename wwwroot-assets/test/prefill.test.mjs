import assert from "node:assert/strict";
import { test } from "node:test";
import { plainName, prefilled } from "../js/modules/prefill.js";

// As a browser gives them for data-prefill-first-name and the like.
const attributes = { form: "contact", prefillFirstName: " Ann ", prefillEmail: "ann@example.com", prefillUtm_source: "mail" };

test("what a snippet fills in is known by plain names", () => {
  assert.deepEqual(Object.fromEntries(prefilled(attributes)), { firstname: "Ann", email: "ann@example.com", utmsource: "mail" });
});

test("a name is the same with and without dashes and capitals", () => {
  for (const name of ["firstName", "FirstName", "first-name", "firstname"]) assert.equal(plainName(name), "firstname");
  assert.equal(plainName("Größe"), "größe");
});

test("what nobody filled in fills in nothing", () => {
  for (const value of [
    "",
    " ",
    "undefined",
    "null",
    "{{ user.email }}",
    "${email}",
    "{email}",
    "%%email%%",
    "*|EMAIL|*",
    "[email]",
    "<<email>>",
  ]) {
    assert.equal(prefilled({ prefillEmail: value }).size, 0, value);
  }
});
