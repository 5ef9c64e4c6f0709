// The command palette: one input over pages, actions, forms and leads. admin.js loads it when it is first opened.
import { counted, latest, moved } from "./modules/palette-results.js";

// People type faster than anybody has to look.
const pause = 120;

const dialog = document.getElementById("palette").content.firstElementChild.cloneNode(true);
document.body.append(dialog);
const [form, list, news] = ["form", "[role=listbox]", ".palette-news"].map((part) => dialog.querySelector(part));
const input = form.querySelector("[role=combobox]");
const find = latest(ask);
let [options, at, shown, timer, goes] = [[], -1, undefined, undefined, false];

form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("input", () => {
  clearTimeout(timer);
  goes = false;
  timer = setTimeout(search, pause);
});
input.addEventListener("keydown", pressed);
list.addEventListener("mousemove", ({ target }) => mark(options.indexOf(target.closest("[role=option]"))));
list.addEventListener("click", ({ target }) => go(target.closest("[role=option]")));
// The input keeps the focus.
list.addEventListener("mousedown", (event) => event.preventDefault());
form.querySelector("[data-leave]").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());

// typed, enters: before it was there.
export function open({ typed, enters }) {
  if (dialog.open) return;
  dialog.showModal();
  if (typed) input.value = typed;
  else input.select();
  goes = enters;
  search();
}

async function search() {
  const text = input.value;
  const result = await find(text);
  if (!result) return;
  if (result.fault) {
    show([], "");
    news.textContent = news.dataset.failed;
    return;
  }
  show(result.answer, text);
  // Enter was pressed for what is in the input, and this answers fewer letters where somebody types on.
  if (goes && text === input.value) go(options[at]);
}

// A page in the place of an answer: whoever asks is signed out.
async function ask(text, signal) {
  const body = new FormData(form);
  body.set("text", text);
  const response = await fetch(form.action, { method: "POST", body, signal });
  if (response.redirected) location.reload();
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

function show(groups, text) {
  shown = text;
  list.replaceChildren(...groups.map(groupOf));
  options = [...list.querySelectorAll("[role=option]")];
  for (const [index, option] of options.entries()) option.id = `palette-${index}`;
  input.setAttribute("aria-expanded", options.length > 0);
  list.scrollTop = 0;
  mark(options.length > 0 ? 0 : -1);
  news.textContent = counted(options.length, news.dataset);
}

function groupOf({ title, items }, index) {
  const group = element("div", { role: "group", "aria-labelledby": `palette-group-${index}` });
  group.append(element("div", { id: `palette-group-${index}`, class: "palette-title", role: "presentation" }, title));
  for (const { label, detail, url } of items) {
    const option = element("div", { role: "option", "data-url": url, "aria-selected": "false" }, label);
    if (detail) option.append(" ", element("span", { class: "under" }, detail));
    group.append(option);
  }
  return group;
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.textContent = text;
  return made;
}

function pressed(event) {
  if (event.isComposing) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    mark(moved(at, event.key, options.length));
    options[at]?.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter") {
    event.preventDefault();
    // What is shown may answer fewer letters than were typed.
    if (shown === input.value) go(options[at]);
    else goes = true;
  }
}

function mark(index) {
  if (index < 0 && options.length > 0) return;
  options[at]?.setAttribute("aria-selected", "false");
  at = index;
  options[at]?.setAttribute("aria-selected", "true");
  if (at < 0) input.removeAttribute("aria-activedescendant");
  else input.setAttribute("aria-activedescendant", options[at].id);
}

function go(option) {
  if (!option) return;
  dialog.close();
  location.assign(option.dataset.url);
}
