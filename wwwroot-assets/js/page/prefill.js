// Fills in what the page around the frame knows of its visitor. What stands in an input already stays, and a consent is the visitor's own.
import { plainName } from "../modules/prefill.js";
import { fieldOf } from "../modules/progress.js";

export function prefill(values) {
  for (const input of document.querySelectorAll("form [name]")) {
    const value = values.get(plainName(nameOf(input)));
    if (value !== undefined && !input.closest(".consent") && fill(input, value)) {
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

function fill(input, value) {
  const boxes = input.type === "checkbox" && value.split(",").map((one) => one.trim());
  if (boxes || input.type === "radio") {
    const isAnswered = input.form.querySelector(`[type="radio"][name="${input.name}"]:checked:not([value=""])`);
    const isMeant = (boxes || [value]).includes(input.value);
    if (isMeant && !isAnswered) input.checked = true;
    return isMeant;
  }
  if (input.value || (input.options && ![...input.options].some((option) => option.value === value))) return false;
  input.value = value;
  return true;
}

function nameOf(input) {
  const { field, key } = fieldOf(input.name, (name) => input.form.elements[name]?.value);
  return field ?? key;
}
