const longest = 4000;

// What a page around a form may hand to it: where it is, and where its visitor came from.
export function frameAddress(script, form, page) {
  const address = new URL(`f/${encodeURIComponent(form)}/embed`, script);
  for (const [name, value] of new URL(page).searchParams) {
    if (name.startsWith("utm_")) pass(address, name, value.slice(0, 200));
  }
  pass(address, "page", page.split("#")[0]);
  return address.href;
}

// A server refuses an address that is too long, and the frame stays empty: the end is left out.
function pass(address, name, value) {
  const letters = [...value];
  do address.searchParams.set(name, letters.join("").replace(/%[0-9a-f]?$/i, ""));
  while (address.href.length > longest && letters.splice(-Math.max(1, letters.length >> 3)).length > 0);
  if (letters.length === 0) address.searchParams.delete(name);
}
