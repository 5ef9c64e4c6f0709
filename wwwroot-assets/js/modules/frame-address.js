const longest = 4000;

// What a page around a form may hand to it in the frame's address: how its visitor came, and nothing that is somebody's own.
export function frameAddress(home, form, { landing_page: page, ...last }, first, lang) {
  const address = new URL(`f/${encodeURIComponent(form)}/embed`, home);
  const told = { ...last, page };
  for (const name in first) told["first." + name] = first[name];
  told.lang = lang;
  for (const name in told) {
    if (told[name]) address.searchParams.set(name, told[name]);
    // A server refuses an address that is too long, and the frame stays empty.
    if (address.href.length > longest) address.searchParams.delete(name);
  }
  return address.href;
}
