// A list of ids as aria-describedby holds it: with this one at its end, or without it.
export function withId(list, id) {
  return [...others(list, id), id].join(" ");
}

export function withoutId(list, id) {
  return others(list, id).join(" ");
}

function others(list, id) {
  return (list ?? "").split(" ").filter((part) => part && part !== id);
}
