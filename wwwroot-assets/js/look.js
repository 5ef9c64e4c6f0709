// The page about a form's look: color pickers beside the inputs, and samples that follow what is typed. The server derives all colors.
import { wholeColor } from "./modules/whole-color.js";

/** One color: what is typed, the picker beside it, and what is said about it. */
class ColorField {
  constructor(field) {
    [this.input, this.picker] = field.querySelectorAll("input");
    [this.words, this.offer] = field.querySelectorAll(".contrast > *");
  }

  start() {
    this.picker.hidden = false;
    this.picker.addEventListener("input", () => (this.input.value = this.picker.value));
    this.input.addEventListener("input", () => (this.picker.value = wholeColor(this.input.value) || this.picker.value));
    this.offer.addEventListener("click", (event) => {
      event.preventDefault();
      this.input.value = this.offer.value.split("=")[1];
      this.input.dispatchEvent(new Event("input", { bubbles: true }));
      this.input.focus();
    });
  }

  show({ name, passes, words, instead }, now) {
    this.words.textContent = words;
    this.words.dataset.tone = passes ? "good" : "bad";
    this.offer.hidden = !instead;
    this.offer.value = `${name}=${instead}`;
    this.offer.textContent = this.offer.dataset.words.replace("#", instead);
    this.input.placeholder = now;
    if (!this.input.value) this.picker.value = now;
  }
}

const Pause = 150;
const form = document.getElementById("look");
const fields = new Map([...form.querySelectorAll("[data-color]")].map((field) => [field.dataset.color, new ColorField(field)]));
const samples = [...document.querySelectorAll("[data-sample]")];
let waiting;
let asked = 0;

if (!form.querySelector("fieldset").disabled) {
  for (const field of fields.values()) field.start();
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(follow, Pause);
  });
}

async function follow() {
  for (const label of document.querySelectorAll("[data-submit-label]")) label.textContent = form.elements.submitLabel.value;
  const turn = ++asked;
  const typed = new URLSearchParams();
  for (const name of ["accent", "background", "text", "radius", "width", "font"]) typed.set(name, form.elements[name].value);
  const answer = await fetch(`${form.dataset.address}?${typed}`).catch(() => null);
  if (!answer?.ok) return;
  const look = await answer.json();
  // Somebody has gone on typing.
  if (turn !== asked) return;
  for (const sample of samples)
    for (const [name, value] of Object.entries(look[sample.dataset.sample])) sample.style.setProperty(name, value);
  for (const color of look.colors) fields.get(color.name).show(color, look.now[color.name]);
}
