import assert from "node:assert/strict";
import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isSigned, keysOf, sealed } from "../js/modules/seal.js";

// The same file is opened by the server's own code in its tests: SealedLeadTests.
const { privateKey, keys, text, lead } = JSON.parse(readFileSync(new URL("sealed-lead.json", import.meta.url)));
const own = createPrivateKey({ key: Buffer.from(privateKey, "base64url"), format: "der", type: "pkcs8" });

test("a lead that was sealed before is opened", () => {
  assert.equal(opened(lead), text);
  assert.equal(macOf(lead), lead.mac);
});

test("what is sealed now is opened by the same way, and says by whom and when", async () => {
  const { device, id, number, at } = lead;
  const one = await sealed("Zoë, 你好", { device, id, number, at }, await keysOf(keys));
  assert.equal(opened(one), "Zoë, 你好");
  assert.equal(macOf(one), one.mac);
  assert.deepEqual({ ...one, sealed: "", mac: "" }, { device, id, number, at, key: keys.sealId, sealed: "", mac: "" });
});

test("no two seals are alike", async () => {
  const [one, other] = [await sealed(text, lead, await keysOf(keys)), await sealed(text, lead, await keysOf(keys))];
  assert.notEqual(one.sealed.slice(0, 86), other.sealed.slice(0, 86));
  assert.notEqual(one.sealed.slice(86), other.sealed.slice(86));
});

test("a lead under another number, device, id, or time is not opened", () => {
  for (const change of [{ number: 8 }, { device: lead.id }, { id: lead.device }, { at: lead.at + 1 }]) {
    assert.throws(() => opened({ ...lead, ...change }));
    assert.notEqual(macOf({ ...lead, ...change }), lead.mac);
  }
});

test("only an answer that our server signed for this question counts", async () => {
  const fresh = await keysOf(keys);
  const signature = createHmac("sha256", Buffer.from(keys.sign, "base64url")).update('nonce.{"leads":[]}').digest("base64url");
  assert.equal(await isSigned('{"leads":[]}', "nonce", signature, fresh), true);
  assert.equal(await isSigned('{"leads":[]}', "another", signature, fresh), false);
  assert.equal(await isSigned('{"leads":[1]}', "nonce", signature, fresh), false);
  for (const none of [null, "", "!", "AAAA"]) assert.equal(await isSigned('{"leads":[]}', "nonce", none, fresh), false);
});

test("neither key leaves the browser again, but for the one that anybody may know", async () => {
  const { sign } = await keysOf(keys);
  await assert.rejects(() => crypto.subtle.exportKey("raw", sign));
});

function opened({ device, number, id, at, sealed: letters }) {
  const bytes = Buffer.from(letters, "base64url");
  const [point, iv, cipher, tag] = [bytes.subarray(0, 65), bytes.subarray(65, 77), bytes.subarray(77, -16), bytes.subarray(-16)];
  const shared = diffieHellman({ privateKey: own, publicKey: publicKeyAt(point) });
  const key = Buffer.from(hkdfSync("sha256", shared, point, "LeadCapture sealed lead 1", 32));
  const open = createDecipheriv("aes-256-gcm", key, iv)
    .setAuthTag(tag)
    .setAAD(Buffer.from(`${device}.${number}.${id}.${at}`));
  return Buffer.concat([open.update(cipher), open.final()]).toString();
}

function publicKeyAt(point) {
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  return createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
}

const macOf = ({ device, number, id, at, sealed: letters }) =>
  createHmac("sha256", Buffer.from(keys.sign, "base64url"))
    .update(`${device}.${number}.${id}.${at}.${letters}`)
    .digest("base64url");
