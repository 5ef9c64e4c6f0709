// Whether the text of a box was copied. Pages without https have no clipboard: there, what is selected is copied.
export async function copied(box, clipboard, page) {
  box.select();
  try {
    await clipboard.writeText(box.value);
    return true;
  } catch {
    return page.execCommand("copy");
  }
}
