// Steps by their place in the page; true where a step has nothing to fill in for the answers so far, and is passed over.
export function stepBeside(off, at, by) {
  for (let place = at + by; place >= 0 && place < off.length; place += by) if (!off[place]) return place;
  return undefined;
}

export function countOf(off, at) {
  const total = off.filter((one) => !one).length;
  const number = off.slice(0, at + 1).filter((one) => !one).length;
  return { number, total };
}
