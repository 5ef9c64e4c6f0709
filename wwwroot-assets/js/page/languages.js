// The form of an event in other languages: the switch between them, and the answers that go along.
import { fieldOf } from "../modules/progress.js";

// Above what is on the screen. faces: the form in each language; shown: the one that is on the screen.
export function offerLanguages(faces, shown, choose) {
  const main = document.querySelector("#screen main");
  if (faces.length < 2 || !main) return;
  const group = document.getElementById("languages-template").content.firstElementChild.cloneNode(true);
  for (const face of faces) {
    const { language: lang, languageName: textContent } = face.form;
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "btn btn-quiet",
      lang,
      textContent,
    });
    if (face.form.slug === shown.form.slug) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => choose(face));
    group.append(button);
  }
  // Its own words are the app's.
  group.lang = document.documentElement.lang;
  main.prepend(group);
}

// What stands under the same names; an answer that the other form does not know stays behind.
export function carryAnswers(from, to) {
  const answers = new Map();
  for (const input of asked(from)) {
    const known = answers.get(nameOf(input)) ?? [];
    answers.set(nameOf(input), isBox(input) && !input.checked ? known : [...known, input.value]);
  }
  for (const input of asked(to)) {
    const values = answers.get(nameOf(input));
    if (values && isBox(input)) input.checked = values.includes(input.value);
    else if (values && canBe(input, values[0])) input.value = values[0];
  }
  for (const input of from.querySelectorAll("[data-scanned]")) if (!to.elements.namedItem(input.name)) to.append(input);
  to.dispatchEvent(new Event("input", { bubbles: true }));
}

// What visitors type, and what their badges say.
const asked = (form) =>
  [...form.elements].filter((input) => input.name && (input.type !== "hidden" || "scanned" in input.dataset));

const canBe = ({ options }, value) => !options || [...options].some((option) => option.value === value);

const isBox = ({ type }) => type === "checkbox" || type === "radio";

// A custom field has another number in another form.
function nameOf(input) {
  const { field, key } = fieldOf(input.name, (name) => input.form.elements.namedItem(name)?.value);
  return field ?? `key ${key}`;
}
