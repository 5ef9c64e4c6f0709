// Hands over what is in the outbox. Only a signed answer of our own server counts: what a hotel's network answers is no success.
import { isSigned, toText } from "./seal.js";

const batch = 40;
const longest = 150_000;
const quick = 1000;
const slow = 60_000;

export const waitAfter = (failures) => Math.min(slow, quick * 2 ** failures);

export class Refused extends Error {}

// One round: the newest first, because somebody may be waiting for them, and then all from the oldest. True: it is empty.
export async function handOver(outbox, keys, send, report) {
  let after = 0;
  for (let first = true; ; first = false) {
    const leads = first ? await outbox.newest(1) : await outbox.next(after, batch, longest);
    if (!first && leads.length === 0) return (await outbox.count()) === 0;
    const { leads: received } = await told(leads, keys, send, await report());
    await outbox.remove(received);
    // What the server could not take now comes again in the next round: it keeps nobody behind it waiting.
    if (!first) after = leads.at(-1).number;
  }
}

async function told(leads, keys, send, report) {
  const nonce = toText(crypto.getRandomValues(new Uint8Array(16)));
  const response = await send(JSON.stringify({ ...report, nonce, leads }));
  if (response.status === 401) throw new Refused("not paired");
  // Too much for the server, or for what stands before it: what is behind it goes on.
  if (response.status === 413) return { leads: [] };
  const body = await response.text();
  if (!(await isSigned(body, nonce, response.headers.get("booth-signature"), keys))) throw new Error("not our server");
  return JSON.parse(body);
}
