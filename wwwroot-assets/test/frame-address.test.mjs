import assert from "node:assert/strict";
import { test } from "node:test";
import { frameAddress } from "../js/modules/frame-address.js";

const script = "https://leads.example/fair/embed.js";
const framed = (page, form = "contact") => new URL(frameAddress(script, form, page));

test("the form lies beside the script, also under a path", () => {
  const address = framed("https://site.example/");

  assert.equal(address.origin + address.pathname, "https://leads.example/fair/f/contact/embed");
});

test("the name of a form stays one part of the path", () => {
  assert.equal(framed("https://site.example/", "../admin?x").pathname, "/fair/f/..%2Fadmin%3Fx/embed");
});

test("the page is told without its fragment, and campaigns with it, nothing else", () => {
  const address = framed("https://site.example/offer?utm_source=mail&email=ann%40example.com&utm_campaign=May%20fair#part");

  assert.deepEqual(Object.fromEntries(address.searchParams), {
    utm_source: "mail",
    utm_campaign: "May fair",
    page: "https://site.example/offer?utm_source=mail&email=ann%40example.com&utm_campaign=May%20fair",
  });
});

test("a campaign is cut at 200 characters", () => {
  assert.equal(framed(`https://site.example/?utm_term=${"x".repeat(300)}`).searchParams.get("utm_term").length, 200);
});

test("an address that is too long loses the end of the page, so that a server takes it", () => {
  const page = `https://site.example/${"x".repeat(10000)}`;
  const address = framed(page);

  assert.ok(address.href.length <= 4000, `${address.href.length} characters`);
  assert.ok(address.href.length > 3000, "more than needed is left out");
  assert.ok(page.startsWith(address.searchParams.get("page")));
});

test("what is cut ends with a whole letter", () => {
  for (const letter of ["😀", "%F0%9F%98%80", "%20"]) {
    for (let lead = 0; lead < 4; lead++) {
      const page = framed(`https://site.example/${"x".repeat(lead)}${letter.repeat(3000)}`).searchParams.get("page");

      assert.doesNotMatch(page, /%[0-9a-f]?$/i);
      assert.ok(!page.includes("\uFFFD"), "half a letter");
    }
  }
});

test("campaigns that leave no room leave the page out", () => {
  const campaigns = Array.from({ length: 30 }, (_, index) => `utm_${index}=${"x".repeat(200)}`).join("&");
  const address = framed(`https://site.example/?${campaigns}`);

  assert.ok(address.href.length <= 4000, `${address.href.length} characters`);
  assert.equal(address.searchParams.get("utm_0").length, 200);
  assert.equal(address.searchParams.has("page"), false);
});
