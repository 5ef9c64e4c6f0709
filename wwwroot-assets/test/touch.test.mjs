import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { firstTouch, touchOf } from "../js/modules/touch.js";

const { campaign, click } = JSON.parse(readFileSync(new URL("touch-names.json", import.meta.url), "utf8"));

test("a visit is told by its campaign, its click, the page before and its own page", () => {
  const touch = touchOf(
    "https://site.example/offer?utm_source=mail&gclid=abc&session=1#part",
    "https://news.example/story?reader=ann",
  );

  assert.deepEqual(touch, {
    utm_source: "mail",
    gclid: "abc",
    referrer: "https://news.example/story",
    landing_page: "https://site.example/offer?utm_source=mail&gclid=abc",
  });
});

test("nothing that is somebody's own goes along", () => {
  const told = JSON.stringify(
    touchOf("https://site.example/?email=ann%40example.com&utm_term=", "https://news.example/?q=ann%40example.com"),
  );

  assert.doesNotMatch(told, /ann|utm_term/);
});

test("every name that the server knows is told", () => {
  for (const name of [...campaign, ...click]) assert.equal(touchOf(`https://site.example/?${name}=x`, "")[name], "x");
});

test("a page of the same site is none that a visitor came from", () => {
  assert.equal("referrer" in touchOf("https://site.example/b", "https://site.example/a"), false);
  assert.equal(touchOf("https://site.example/b", "").referrer, undefined);
  assert.equal(touchOf("https://site.example/b", "android-app://com.example/").referrer, undefined);
});

test("values and addresses have an end, and an address no half of a letter", () => {
  const touch = touchOf(`https://site.example/${"%C3%BC".repeat(500)}?utm_term=${"x".repeat(900)}`, "");

  assert.equal(touch.utm_term.length, 250);
  assert.ok(touch.landing_page.length <= 400);
  assert.doesNotMatch(touch.landing_page, /%.?$/);
});

test("a page that has no address says nothing of it", () => {
  assert.deepEqual(touchOf("about:srcdoc", ""), { landing_page: undefined });
});

test("the first visit is kept, whatever comes later", () => {
  const storage = {};
  const first = firstTouch(storage, { utm_source: "mail" }, "2026-11-20T10:00:00.000Z");

  assert.deepEqual(first, { utm_source: "mail", at: "2026-11-20T10:00:00.000Z" });
  assert.deepEqual(firstTouch(storage, { utm_source: "ads" }, "2026-11-28T10:00:00.000Z"), first);
});
