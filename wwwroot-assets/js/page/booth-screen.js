// Puts a screen of the booth in the place of another, so that full screen survives and nothing of the last visitor is left.
const screen = document.getElementById("screen");

// Of a template of the page, or of a form's own page.
export function showScreen(source) {
  const template = document.getElementById(source);
  screen.replaceChildren(...(template ? [template.content.cloneNode(true)] : formOf(source)));
  // No step of the last visitor is where the next one begins.
  history.replaceState(null, "");
  scrollTo(0, 0);
  const heading = screen.querySelector("h1");
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  document.title = heading?.textContent || document.title;
  if (!template) document.dispatchEvent(new Event("leadcapture:shown"));
}

function formOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const link of page.querySelectorAll('head link[rel="stylesheet"]')) {
    if (!document.head.querySelector(`link[href="${link.getAttribute("href")}"]`)) document.head.append(link.cloneNode());
  }
  const fresh = page.getElementById("screen") ?? page.createElement("div");
  // Each visitor is a submission of their own.
  fresh.querySelector('[name="submissionId"]')?.setAttribute("value", crypto.randomUUID());
  return [...fresh.childNodes];
}

// Of boxes a list, of what is not there nothing: as the rules of a form ask.
export function answerTo(form, name) {
  const inputs = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)].filter(({ type }) => type !== "hidden");
  if (inputs.length === 0) return form.elements.namedItem(name)?.value;
  if (inputs[0].type === "checkbox") {
    const checked = inputs.filter((input) => input.checked).map((input) => input.value);
    return inputs.length === 1 && inputs[0].closest(".consent") ? (checked[0] ?? "") : checked;
  }
  return inputs[0].type === "radio" ? (inputs.find((input) => input.checked)?.value ?? "") : inputs[0].value;
}

// What the visitor sees of their own answers.
export function answersOf(form) {
  return [...form.querySelectorAll(".field")]
    .filter((field) => !field.closest("[hidden], [data-off]"))
    .map((field) => ({ label: labelOf(field), value: valueOf(field) }))
    .filter(({ label, value }) => label && value);
}

function labelOf(field) {
  const label = field.querySelector(".form-label, .consent span")?.cloneNode(true);
  label?.querySelector(".mark")?.remove();
  return label?.textContent.trim();
}

function valueOf(field) {
  const inputs = [...field.querySelectorAll("input, select, textarea")].filter((input) => input.type !== "hidden");
  return inputs.map(textOf).filter(Boolean).join(", ");
}

function textOf(input) {
  if (input.closest(".consent")) return input.checked ? document.body.dataset.yes : "";
  if (input.type === "checkbox" || input.type === "radio")
    return input.checked && input.value ? input.closest("label")?.textContent.trim() : "";
  if (input.tagName === "SELECT") return input.value ? input.selectedOptions[0].textContent.trim() : "";
  return input.value.trim();
}
