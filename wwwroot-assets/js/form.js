// What HTML cannot do for a form: add rows in place, show that sending is under way, bring errors into focus.
import { pageAddress } from "./modules/page-address.js";
import { fieldOf, follow as followVisit, progressAddress } from "./modules/progress.js";
import { atPlace, namesRow } from "./modules/row-names.js";
import { advise } from "./page/advice.js";
import { begin, follow, goesOn, resume, reveal } from "./page/flow.js";
import { say } from "./page/news.js";
import { prove, unsolved } from "./page/proof.js";

const patience = 15000;
let waiting;
let place;
const visit = followVisit(tell, () => performance.now());

document.addEventListener("submit", (event) => {
  const form = event.target;
  const sends = form.querySelectorAll("[data-send]");
  if (sends.length === 0) return;
  if (sends[0].getAttribute("aria-disabled") || goesOn(event)) return event.preventDefault();
  for (const send of sends) {
    send.dataset.label = send.textContent;
    send.textContent = words().sending ?? send.dataset.label;
    send.setAttribute("aria-disabled", "true");
  }
  say(words().sending);
  if (form.elements.elapsed) form.elements.elapsed.value = visit.sends();
  // The same submission counts once, so trying again is safe when no answer comes.
  waiting = setTimeout(rest, patience);
  const puzzle = unsolved();
  if (!puzzle) return;
  event.preventDefault();
  puzzle.then(() => form.submit());
});

document.addEventListener("click", (event) => {
  const add = event.target.closest("[data-add-row]");
  const remove = event.target.closest("[data-remove-row]");
  if (!add && !remove) return;
  event.preventDefault();
  if (add) addRow(add.closest("[data-free-rows]"));
  else removeRow(remove.closest("[data-row]"));
});

document.addEventListener("click", (event) => {
  const link = event.target.closest(".error-summary a");
  const input = link && document.getElementById(link.hash.slice(1));
  if (!input) return;
  event.preventDefault();
  reveal(input);
  (input.closest(".field") ?? input).scrollIntoView({ block: "start" });
  input.focus({ preventScroll: true });
});

for (const type of ["input", "change"]) document.addEventListener(type, follow);
document.addEventListener("input", ({ target }) => {
  if (target.name && target.form && place) visit.touches(named(target));
});
document.addEventListener("visibilitychange", () => (document.hidden ? visit.leaves() : visit.returns()));
addEventListener("pagehide", () => visit.leaves());
addEventListener("pageshow", () => visit.returns());

document.addEventListener("leadcapture:shown", show);
document.addEventListener("leadcapture:rest", rest);
addEventListener("pageshow", () => {
  rest();
  resume();
});
advise();
show();
document.documentElement.classList.add("has-script");

function show() {
  rest();
  begin();
  prove();
  const page = document.querySelector('input[name="page"]');
  const { href } = location;
  if (page && !page.value) page.value = pageAddress({ framed: parent !== window, href, referrer: document.referrer });
  (document.getElementById("error-summary") ?? document.getElementById("notice"))?.focus();
  const wrong = document.querySelector('form [aria-invalid="true"]');
  visit.shows({
    seconds: document.querySelector('input[name="elapsed"]')?.value,
    wrong: wrong && named(wrong.name ? wrong : wrong.querySelector("[name]")),
  });
  place = [...document.forms].map((form) => progressAddress(form.getAttribute("action"))).find(Boolean);
}

// Nobody waits for it, and nothing depends on it.
function tell(what, field) {
  if (what === "start") document.dispatchEvent(new Event("leadcapture:start"));
  if (!place) return;
  const link = new URLSearchParams(location.search);
  const campaign = what === "start" ? ["utm_source", "utm_campaign"].map((name) => [name, link.get(name) ?? ""]) : [];
  const told = { what, shape: place.shape, ...field, ...Object.fromEntries(campaign) };
  navigator.sendBeacon?.(place.address, new URLSearchParams(told));
}

// The name of a custom field that a visitor adds is typed, and none of ours to tell.
function named(input) {
  return fieldOf(input.name, (name) => input.form.querySelector(`[type="hidden"][name="${name}"]`)?.value);
}

function rest() {
  clearTimeout(waiting);
  for (const send of document.querySelectorAll('[data-send][aria-disabled="true"]')) {
    send.textContent = send.dataset.label;
    send.removeAttribute("aria-disabled");
  }
}

function addRow(fields) {
  const row = fields.querySelector("template").content.cloneNode(true).firstElementChild;
  fields.querySelector("[data-rows]").append(row);
  renumber(fields);
  row.querySelector("input").focus();
  say(words().added);
}

function removeRow(row) {
  const fields = row.closest("[data-free-rows]");
  const next = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  renumber(fields);
  (next?.querySelector("input") ?? fields.querySelector("[data-add-row]")).focus();
  say(words().removed);
}

// The form's own custom fields come first; the rows follow without a gap.
function renumber(fields) {
  const keys = [...fields.form.querySelectorAll('[name^="customFields["][name$="].key"]')];
  const first = keys.filter((key) => !fields.contains(key)).length;
  [...fields.querySelectorAll("[data-row]")].forEach((row, place) => {
    const index = first + place;
    for (const element of row.querySelectorAll("*")) {
      for (const { name, value } of [...element.attributes]) {
        if (namesRow(name)) element.setAttribute(name, atPlace(value, index));
      }
    }
    row.querySelector("[data-remove-row]").value = `remove-row:${index}`;
  });
}

// The page has them, in its language.
function words() {
  return document.getElementById("news")?.dataset ?? {};
}
