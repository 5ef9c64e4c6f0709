// Parts leads into what is sent at once: proxies take up to 10 MB, and a lead with a photo has up to 300 kB.
const atOnce = 200;
const longest = 5_000_000;

export function batchesOf(leads) {
  const batches = [];
  let length = 0;
  for (const lead of leads) {
    const size = lead?.sealed?.length ?? 0;
    const last = batches.at(-1);
    if (last && last.length < atOnce && length + size <= longest) {
      last.push(lead);
      length += size;
    } else {
      batches.push([lead]);
      length = size;
    }
  }
  return batches;
}
