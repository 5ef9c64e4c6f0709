// How a visitor came to a page: what campaigns and advertisements put into its address, and the page before. Nothing else that stands
// behind a question mark goes along: it may be somebody's own.
const known = /^utm_.|clk?id$|braid$|^li_fat_id$/;
const longestValue = 250;
const longestAddress = 400;
const stored = "leadcapture-first-touch";

export function touchOf(page, referrer) {
  const [landing, campaign, site] = read(page);
  const [before, , from] = read(referrer);
  return { ...campaign, ...(from !== site && { referrer: before }), landing_page: landing };
}

// The earliest that the site remembers; where it remembers none, this one from now on.
export function firstTouch(storage, touch, at) {
  storage[stored] ??= JSON.stringify({ ...touch, at });
  return JSON.parse(storage[stored]);
}

function read(address) {
  if (!/^https?:/.test(address)) return [];
  const { origin, pathname, searchParams } = new URL(address);
  const campaign = {};
  for (const [name, value] of [...searchParams]) {
    if (known.test(name) && value) campaign[name] = value.slice(0, longestValue);
    else searchParams.delete(name);
  }
  const page = origin + pathname + "?" + searchParams;
  return [page.slice(0, longestAddress).replace(/[?%].?$/, ""), campaign, origin];
}
