// Reads badges into the form, by camera or by a hand scanner that types, and photos of cards; or each one into a lead of its own, without a
// form in between.
import { readBadge } from "../modules/badge.js";
import { wedge } from "../modules/wedge.js";
import { putPhoto, takesPhotos } from "./card-photo.js";

const byId = (id) => document.getElementById(id);

// form: the one on the screen, if there is one. capture: makes a lead of it, or says why not. savesEach: whether the staff chose to do
// without the form.
export function badgeScan({ form, savesEach, capture, startOver }) {
  const [button, dialog, video, news] = ["scan-button", "scan", "scan-video", "scan-news"].map(byId);
  const words = dialog.dataset;
  let scanning;
  let count = 0;

  button.addEventListener("click", open);
  dialog.addEventListener("close", () => scanning?.stop());
  const scanner = wedge(typed);
  document.addEventListener("keydown", (event) => form() && scanner(event));
  takesPhotos(photographed);

  async function open() {
    news.textContent = words.ready;
    count = 0;
    if (!form()) await startOver();
    dialog.showModal();
    try {
      const { scan } = await import(words.scanner);
      scanning = scan({ video, onText: seen, onError: (trouble) => (news.textContent = words[trouble] ?? words.failed) });
    } catch {
      news.textContent = words.decoder;
    }
  }

  async function seen(text) {
    const badge = readBadge(text);
    if (!badge || badge.kind === "text") return (news.textContent = words.nothing);
    if (savesEach()) return save(() => fill(badge.fields));
    fill(badge.fields);
    dialog.close();
  }

  async function photographed(photo) {
    if (savesEach()) return save(() => putPhoto(photo, form()));
    if (!form()) await startOver();
    dialog.close();
    if (form()) putPhoto(photo, form());
  }

  async function save(fillIn) {
    await startOver();
    if (!form()) return dialog.close();
    fillIn();
    // The form tells what is wrong.
    if (!(await capture(form()))) return dialog.close();
    await startOver();
    news.textContent = words.saved.replace("{0}", ++count);
  }

  function typed(text, { target, before }) {
    const badge = readBadge(text);
    if (!form() || !badge || badge.kind === "text") return;
    if (before !== undefined) target.value = before;
    fill(badge.fields);
  }

  // What the form does not ask for goes along unseen: the server keeps it with the lead.
  function fill(fields) {
    const target = form();
    for (const [name, value] of Object.entries(fields)) {
      const input = target.elements.namedItem(name) ?? hiddenIn(target, name);
      input.value = value;
      input.dispatchEvent?.(new Event("input", { bubbles: true }));
    }
    [...target.elements].find((input) => input.checkVisibility?.() && input.matches(".form-control") && !input.value)?.focus();
  }

  function hiddenIn(target, name) {
    const input = Object.assign(document.createElement("input"), { type: "hidden", name });
    input.dataset.scanned = "";
    target.append(input);
    return input;
  }
}
