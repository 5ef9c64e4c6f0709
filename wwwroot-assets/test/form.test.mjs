import assert from "node:assert/strict";
import { test } from "node:test";
import { withId, withoutId } from "../js/modules/id-list.js";
import { pageAddress } from "../js/modules/page-address.js";
import { atPlace, namesRow } from "../js/modules/row-names.js";

test("a row that moves up changes its own number, and no other", () => {
  assert.equal(atPlace("customFields[12].key", 3), "customFields[3].key");
  assert.equal(atPlace("custom-0-value-12", 10), "custom-10-value-12");
  assert.equal(atPlace("customer-1", 3), "customer-1");
  assert.equal(atPlace("x customFields[1].key", 3), "x customFields[1].key");
});

test("what a visitor typed is never renumbered", () => {
  assert.ok(["id", "for", "name", "aria-describedby"].every(namesRow));
  assert.ok(!["value", "class", "placeholder", "data-row"].some(namesRow));
});

test("a hint joins the ids that describe a field, once and last", () => {
  assert.equal(withId(null, "phone-advice"), "phone-advice");
  assert.equal(withId("phone-hint", "phone-advice"), "phone-hint phone-advice");
  assert.equal(withId("phone-advice phone-hint  phone-error", "phone-advice"), "phone-hint phone-error phone-advice");
});

test("a hint leaves without taking others along", () => {
  assert.equal(withoutId("phone-hint phone-advice", "phone-advice"), "phone-hint");
  assert.equal(withoutId("phone-advice-2", "phone-advice"), "phone-advice-2");
  assert.equal(withoutId(null, "phone-advice"), "");
});

test("a page of its own is its own address", () => {
  const href = "https://leads.example/f/contact?page=https://evil.example/#top";

  assert.equal(
    pageAddress({ framed: false, href, referrer: "https://search.example/" }),
    "https://leads.example/f/contact?page=https://evil.example/",
  );
});

test("in a frame the page around it counts: as told, else as the browser knows it", () => {
  const referrer = "https://site.example/";
  const href = "https://leads.example/f/contact/embed";

  assert.equal(
    pageAddress({ framed: true, href: `${href}?page=https%3A%2F%2Fsite.example%2Foffer`, referrer }),
    "https://site.example/offer",
  );
  assert.equal(pageAddress({ framed: true, href, referrer }), referrer);
});
