// Shows of a form what the answers so far call for, and one of its steps at a time.
import { hiddenOf } from "../modules/conditions.js";
import { withoutId } from "../modules/id-list.js";
import { countOf, stepBeside } from "../modules/steps.js";
import { say } from "./news.js";

const wrong = "[aria-invalid], .field-error";

let form;
let steps = [];
let at = 0;
let wanted;

export function begin() {
  form = document.querySelector("[data-show-when], [data-step]")?.closest("form");
  steps = [...(form?.querySelectorAll("[data-step]") ?? [])];
  if (!form) return;
  dropWords();
  wanted = first();
  resume();
  if (steps.length > 0) history.replaceState({ ...history.state, step: wanted }, "");
}

// A browser puts back what was typed after the page has begun: only then is it sure which steps there are.
export function resume() {
  at = wanted ?? at;
  follow();
}

// What stays hidden keeps its answer. What the server complains about stays in sight.
export function follow() {
  if (!form) return;
  const answers = new FormData(form);
  const places = [...form.querySelectorAll("[data-show-when]")].map((element) => ({
    element,
    when: JSON.parse(element.dataset.showWhen),
    names: [...element.querySelectorAll("[name]")].map((input) => input.name),
  }));
  const hidden = hiddenOf(
    places.filter(({ element }) => !element.querySelector(wrong)),
    (name) => answerTo(name, answers),
  );
  for (const place of places) {
    place.element.toggleAttribute("data-off", hidden.has(place));
    place.element.hidden = hidden.has(place);
  }
  arrange();
}

// Enter in an early step presses a button that nobody sees: it goes on instead.
export function goesOn({ target, submitter }) {
  if (target !== form || beside(1) === undefined) return false;
  if (submitter && !submitter.closest("[hidden], .visually-hidden")) return false;
  next();
  return true;
}

export function reveal(input) {
  unfold(input);
  const place = input.closest("[data-end]") ? last() : steps.indexOf(input.closest("[data-step]"));
  if (place >= 0 && place !== at) turn(place);
}

export function unfold(input) {
  const folded = input.closest("details");
  if (folded) folded.open = true;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-continue]")) next();
  else if (event.target.closest("[data-back]")) back();
});

addEventListener("popstate", ({ state }) => {
  if (steps.length > 0 && steps[state?.step]?.isConnected) open(state.step);
});

// The first step with something wrong, or where the visitor was.
function first() {
  const place = steps.findIndex((step) => step.querySelector(wrong));
  if (place >= 0) return place;
  if (document.getElementById("notice") || form.querySelector("[data-end]")?.querySelector(wrong)) return steps.length - 1;
  return Math.min(history.state?.step ?? 0, Math.max(steps.length - 1, 0));
}

function next() {
  const place = beside(1);
  if (place === undefined) return;
  history.pushState({ step: place, from: at }, "");
  open(place);
}

function back() {
  const place = beside(-1);
  if (place === undefined) return;
  if (history.state?.from === place) return history.back();
  turn(place);
  open(place);
}

function turn(place) {
  history.replaceState({ step: place }, "");
  move(place);
}

function move(place) {
  wanted = undefined;
  at = place;
  arrange();
}

function open(place) {
  move(place);
  const progress = form.querySelector("[data-progress]");
  const heading = steps[at].querySelector(".step-title") ?? progress.querySelector("p");
  heading.tabIndex = -1;
  heading.focus();
  progress.scrollIntoView({ block: "nearest" });
  say(progress.textContent.trim());
  document.dispatchEvent(new CustomEvent("leadcapture:step", { detail: progress.querySelector("progress").value }));
}

function arrange() {
  if (steps.length === 0) return;
  const off = steps.map(isOff);
  if (off[at]) at = beside(-1) ?? beside(1) ?? at;
  const [isFirst, isLast] = [beside(-1) === undefined, beside(1) === undefined];
  steps.forEach((step, place) => (step.hidden = place !== at));
  for (const end of form.querySelectorAll("[data-end], .send [data-send]")) end.hidden = !isLast;
  form.querySelector("[data-continue]").hidden = isLast;
  form.querySelector("[data-back]").hidden = isFirst;
  tell(countOf(off, at));
}

function tell({ number, total }) {
  const progress = form.querySelector("[data-progress]");
  const [text, bar] = progress.children;
  progress.hidden = total < 2;
  text.textContent = text.dataset.progressText.replace("{0}", number).replace("{1}", total);
  Object.assign(bar, { max: total, value: number });
}

const beside = (by) => stepBeside(steps.map(isOff), at, by);

const last = () => steps.length - 1 - [...steps].reverse().findIndex((step) => !isOff(step));

const isOff = (step) => ![...step.querySelectorAll(".field")].some((field) => !field.closest("[data-off]"));

// Conditions that are followed need not be read.
function dropWords() {
  for (const words of form.querySelectorAll("[data-only-if]")) {
    for (const input of form.querySelectorAll(`[aria-describedby~="${words.id}"]`)) {
      const rest = withoutId(input.getAttribute("aria-describedby"), words.id);
      if (rest) input.setAttribute("aria-describedby", rest);
      else input.removeAttribute("aria-describedby");
    }
    words.remove();
  }
}

function answerTo(name, answers) {
  const boxes = form.querySelector(`input[type="checkbox"][name="${name}"]`);
  return boxes ? answers.getAll(name) : (answers.get(name) ?? "");
}
