import assert from "node:assert/strict";
import { test } from "node:test";
import { generate } from "lean-qr";
import { batchesOf } from "../js/modules/batches.js";
import { fitsCode, leadOf, linkOf } from "../js/modules/carried.js";

const relay = "https://leads.example.com/relay";
const lead = { device: "d", id: "i", number: 1, at: 2, key: "k", mac: "m", sealed: "s" };

test("a link leads back to its lead", () => assert.deepEqual(leadOf(new URL(linkOf(relay, lead)).hash), lead));

test("what fits a code can be drawn, and one letter more cannot", () => {
  const link = linkOf(relay, { ...lead, sealed: "" });
  const filled = (length) => link + "a".repeat(length - link.length);

  assert.ok(fitsCode(filled(2953)) && generate(filled(2953)));
  assert.equal(fitsCode(filled(2954)), false);
  assert.throws(() => generate(filled(2954)));
});

test("leads are sent on in batches that proxies take, in their order and each once", () => {
  const leads = Array.from({ length: 450 }, (_, number) => ({ number, sealed: "s".repeat(number < 50 ? 300_000 : 1000) }));
  const batches = batchesOf(leads);

  assert.deepEqual(batches.flat(), leads);
  for (const batch of batches) assert.ok(batch.length <= 200 && JSON.stringify(batch).length < 6_000_000);
  assert.equal(batches.length, 6);
});

test("a lead that is larger than a batch goes alone, and none makes no batch", () => {
  assert.deepEqual(
    batchesOf([{ sealed: "s".repeat(6_000_000) }, lead]).map(({ length }) => length),
    [1, 1],
  );
  assert.deepEqual(batchesOf([]), []);
});
