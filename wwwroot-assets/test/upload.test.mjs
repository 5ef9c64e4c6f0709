import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { keysOf, toText } from "../js/modules/seal.js";
import { Refused, handOver, waitAfter } from "../js/modules/upload.js";

const secret = Buffer.alloc(32, 7);
const point = "BOS37J5nl0ybHMl0gyM5Sg-r2VB_g80WEW5i9oFmrGPGoADz7DlsWzReirNxdVCiEb0DMpknBN-GHwq-2Qwe7D8";
const keys = await keysOf({ sign: toText(secret), seal: point, sealId: "" });
const report = async () => ({});

test("the newest goes first, and then all from the oldest until none is left", async () => {
  const outbox = outboxOf(1, 2, 3);
  const asked = [];
  await handOver(outbox, keys, server({ asked }), report);
  assert.deepEqual(asked, [[3], [1, 2]]);
});

test("what the server could not take stays, and keeps nobody behind it waiting", async () => {
  const outbox = outboxOf(...Array.from({ length: 90 }, (_, at) => at + 1));
  await handOver(outbox, keys, server({ takes: (number) => number !== 1 }), report);
  assert.deepEqual(outbox.numbers(), [1]);
});

test("a lead that is too large for the server keeps nobody behind it waiting", async () => {
  const outbox = outboxOf(1, 2, 3);
  const tooLarge = (leads) => leads.some(({ number }) => number === 1);
  await handOver({ ...outbox, next: outbox.single }, keys, server({ tooLarge }), report);
  assert.deepEqual(outbox.numbers(), [1]);
});

test("an answer that our server has not signed deletes nothing", async () => {
  for (const signs of [() => null, () => toText(Buffer.alloc(32)), (nonce) => signed(`${nonce}x`, "")]) {
    const outbox = outboxOf(1);
    await assert.rejects(() => handOver(outbox, keys, server({ signs }), report), /not our server/);
    assert.deepEqual(outbox.numbers(), [1]);
  }
});

test("a tablet that is no longer paired deletes nothing", async () => {
  const outbox = outboxOf(1);
  await assert.rejects(() => handOver(outbox, keys, async () => ({ status: 401 }), report), Refused);
  assert.deepEqual(outbox.numbers(), [1]);
});

test("waits grow up to a minute", () =>
  assert.deepEqual([0, 1, 2, 5, 6, 99].map(waitAfter), [1000, 2000, 4000, 32000, 60000, 60000]));

function outboxOf(...numbers) {
  let leads = numbers.map((number) => ({ id: `id-${number}`, number, sealed: "" }));
  const after = (last) => leads.filter(({ number }) => number > last);
  return {
    newest: async () => leads.slice(-1),
    next: async (last, most) => after(last).slice(0, most),
    single: async (last) => after(last).slice(0, 1),
    count: async () => leads.length,
    remove: async (ids) => (leads = leads.filter(({ id }) => !ids.includes(id))),
    numbers: () => leads.map(({ number }) => number),
  };
}

function server({ asked = [], takes = () => true, tooLarge = () => false, signs = signed }) {
  return async (body) => {
    const { nonce, leads } = JSON.parse(body);
    if (tooLarge(leads)) return { status: 413 };
    asked.push(leads.map(({ number }) => number));
    const answer = JSON.stringify({ leads: leads.filter(({ number }) => takes(number)).map(({ id }) => id) });
    return { status: 200, text: async () => answer, headers: { get: () => signs(nonce, answer) } };
  };
}

function signed(nonce, answer) {
  return createHmac("sha256", secret).update(`${nonce}.${answer}`).digest("base64url");
}
