import assert from "node:assert/strict";
import { test } from "node:test";
import { frameAddress } from "../js/modules/frame-address.js";

const home = "https://leads.example/fair/";
const framed = (last, { form = "contact", first, lang } = {}) => new URL(frameAddress(home, form, last, first, lang));

test("the form lies beside the script, also under a path", () => {
  const address = framed({});

  assert.equal(address.origin + address.pathname, "https://leads.example/fair/f/contact/embed");
});

test("the name of a form stays one part of the path", () => {
  assert.equal(framed({}, { form: "../admin?x" }).pathname, "/fair/f/..%2Fadmin%3Fx/embed");
});

test("how a visitor came is told by name, what is not known is left out", () => {
  const last = { utm_source: "mail", referrer: undefined, landing_page: "https://site.example/offer?utm_source=mail" };
  const first = { utm_source: "ads", at: "2026-11-20T10:00:00Z" };

  assert.deepEqual(Object.fromEntries(framed(last, { first, lang: "de" }).searchParams), {
    utm_source: "mail",
    page: "https://site.example/offer?utm_source=mail",
    "first.utm_source": "ads",
    "first.at": "2026-11-20T10:00:00Z",
    lang: "de",
  });
});

test("an address that a server would refuse is never made: what fits no more is left out", () => {
  const campaigns = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`utm_${index}`, "x".repeat(250)]));
  const address = framed({ ...campaigns, landing_page: "https://site.example/" + "x".repeat(390) });

  assert.ok(address.href.length <= 4000, `${address.href.length} characters`);
  assert.equal(address.searchParams.get("utm_0").length, 250);
  assert.equal(address.searchParams.has("page"), false);
});
