// Domains of email addresses as they are mistyped. None of them gives anybody an address.
const typos = {
  "gmail.com": [
    "gmial.com",
    "gmai.com",
    "gmali.com",
    "gamil.com",
    "gmaill.com",
    "gmal.com",
    "gnail.com",
    "gmil.com",
    "gmeil.com",
  ],
  "hotmail.com": ["hotmial.com", "hotmal.com", "hotmai.com", "hotmil.com", "hotnail.com", "homtail.com", "hotamil.com"],
  "outlook.com": ["outlok.com", "outloo.com", "oulook.com", "outlokk.com", "outllok.com", "outlool.com"],
  "yahoo.com": ["yahooo.com", "yaho.com", "yhaoo.com", "yahho.com", "uahoo.com"],
  "icloud.com": ["iclod.com", "icoud.com", "iclould.com", "icloude.com"],
};
// Endings that do not exist.
const endings = {
  com: ["con", "cmo", "ocm", "vom", "xom", "comm", "cpm", "clm"],
  net: ["ney", "nte", "nett"],
  org: ["ogr", "orgg", "rog"],
};

const meant = new Map(Object.entries(typos).flatMap(([right, wrong]) => wrong.map((one) => [one, right])));
const ends = new Map(Object.entries(endings).flatMap(([right, wrong]) => wrong.map((one) => [one, right])));

// The domain that was meant; null where the address looks right.
export function domainMeant(email) {
  const domain = /^[^@\s]+@([^@\s]+\.[^@\s.]+)$/.exec(email.trim())?.[1].toLowerCase();
  if (!domain) return null;
  const [, name, end] = /^(.*)\.([^.]+)$/.exec(domain);
  const whole = `${name}.${ends.get(end) ?? end}`;
  const right = meant.get(whole) ?? whole;
  return right === domain ? null : right;
}

export const mistyped = [...meant.keys()];
