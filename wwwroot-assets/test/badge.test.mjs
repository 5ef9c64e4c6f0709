import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readBadge } from "../js/modules/badge.js";

const badges = JSON.parse(readFileSync(new URL("badges.json", import.meta.url)));

for (const { name, text, kind, fields } of badges) test(name, () => assert.deepEqual(readBadge(text), { kind, fields }));

test("nothing says nothing", () => {
  for (const nothing of ["", " \r\n\t", "\uFEFF", undefined, null, 42, {}]) assert.equal(readBadge(nothing), null);
});

const hostile = {
  noise: Array.from({ length: 10_000 }, (_, place) => String.fromCharCode((place * 7919) % 0xffff)).join(""),
  "one letter": "a".repeat(10_000),
  points: "a.".repeat(5_000),
  "signs of mail": "a@".repeat(5_000),
  "hyphens of a domain": "ann@" + "a-".repeat(5_000),
  quotes: 'X;A="'.repeat(2_000),
  semicolons: "BEGIN:VCARD\n" + "N;".repeat(5_000) + ":\n" + ";".repeat(5_000),
  "quoted settings": "BEGIN:VCARD\nTEL;" + '";'.repeat(5_000) + ":1",
  lines: "BEGIN:VCARD" + "\n".repeat(10_000),
  "equality signs": "BEGIN:VCARD\nN;QUOTED-PRINTABLE:=\n" + "=\n".repeat(5_000),
  backslashes: "MECARD:N:" + "\\".repeat(10_001),
  "arrays within arrays": "[".repeat(10_000) + "]".repeat(10_000),
  "objects within objects": '{"a":'.repeat(3_000) + "1" + "}".repeat(3_000),
  "many members": JSON.stringify(Object.fromEntries(Array.from({ length: 1_500 }, (_, place) => ["n" + place, place]))),
  "a list of nothing": "[null,true,[null],{}]",
  addresses: "linkedin.com/".repeat(1_000),
  "halves of pairs": '{"firstName":"\\ud83d","lastName":"\\ude00Lee"}',
  "percent signs": "mailto:%%%E0%A4%A@example.com",
  angles: "<".repeat(10_000),
};

for (const [what, text] of Object.entries(hostile))
  test(`${what} do no harm`, () => {
    const before = performance.now();
    const { kind, fields } = readBadge(text);

    assert.ok(performance.now() - before < 250);
    assert.equal(typeof kind, "string");
    for (const value of Object.values(fields)) assert.match(value, /^[^\p{Cc}\p{Cs}\uFFFD]+$/u);
    assert.equal({}.polluted, undefined);
  });

test("no badge says more than a form's fields take", () => {
  const all = Array.from({ length: 200 }, () => "Ann😀").join(" ");
  const { fields } = readBadge(
    JSON.stringify({ firstName: all, lastName: all, title: all, company: all, city: all, state: all }),
  );

  assert.deepEqual(
    Object.values(fields).map((value) => value.length <= 200 && value.length > 90),
    Object.values(fields).map(() => true),
  );
});
