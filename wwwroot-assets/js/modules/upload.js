// Hands over what is in the outbox. Only a signed answer of our own server counts: what a hotel's network answers is no success.
import { isSigned, proofOf, toText } from "./seal.js";

const batch = 40;
const longest = 150_000;
const quick = 1000;
const slow = 60_000;

export const waitAfter = (failures) => Math.min(slow, quick * 2 ** failures);

export class Refused extends Error {}

// One round: the newest first, because somebody may be waiting for it, and then all from the oldest. What the server said last.
export async function handOver(outbox, keys, send, report) {
  let answer = await hand(await outbox.newest(1));
  for (let after = 0; ;) {
    const leads = await outbox.next(after, batch, longest);
    if (leads.length === 0) return answer;
    answer = await hand(leads);
    // What the server could not take now comes again in the next round: it keeps nobody behind it waiting.
    after = leads.at(-1).number;
  }

  async function hand(leads) {
    const said = await told(leads, keys, send, await report());
    await outbox.remove(said.leads, said.again);
    return said;
  }
}

async function told(leads, keys, send, report) {
  const nonce = toText(crypto.getRandomValues(new Uint8Array(16)));
  const question = JSON.stringify({ ...report, nonce, leads });
  const response = await send(question, await proofOf(question, keys));
  if (response.status === 401) throw new Refused("not paired");
  // Too much for the server, or for what stands before it: what is behind it goes on.
  if (response.status === 413) return { leads: [] };
  const body = await response.text();
  if (!(await isSigned(body, nonce, response.headers.get("booth-signature"), keys))) throw new Error("not our server");
  return JSON.parse(body);
}
