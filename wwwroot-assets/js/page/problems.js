// Shows what is wrong with a form as the server's own page does: at each field, and all of it above the form.
import { withId, withoutId } from "../modules/id-list.js";
import { unfold } from "./flow.js";

export function clearProblems(form) {
  document.getElementById("error-summary")?.remove();
  for (const error of form.querySelectorAll(".field-error")) {
    for (const described of form.querySelectorAll(`[aria-describedby~="${error.id}"]`)) {
      described.removeAttribute("aria-invalid");
      const rest = withoutId(described.getAttribute("aria-describedby"), error.id);
      if (rest) described.setAttribute("aria-describedby", rest);
      else described.removeAttribute("aria-describedby");
    }
    error.remove();
  }
}

export function showProblems(form, problems) {
  const lines = problems.map(({ name, message }) => ({ message, id: showAt(form, name, message) }));
  const summary = copyOf("summary-template");
  summary.querySelector("ul").append(...lines.map(lineOf));
  form.prepend(summary);
  form.closest("main").dataset.state = "errors";
}

// Answers with the id of its input; undefined where the page has none.
function showAt(form, name, message) {
  const input = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)].find(({ type }) => type !== "hidden");
  const field = input?.closest(".field");
  if (!field) return undefined;
  const error = copyOf("error-template");
  error.id = `${input.id}-error`;
  error.lastElementChild.append(message);
  field.querySelector(".form-control, .form-select, .choices, .choice").before(error);
  const target = field.matches("fieldset") ? field : input;
  target.setAttribute("aria-invalid", "true");
  unfold(input);
  target.setAttribute("aria-describedby", withId(target.getAttribute("aria-describedby"), error.id));
  return input.id;
}

function lineOf({ message, id }) {
  const line = document.createElement("li");
  const text = document.createElement(id ? "a" : "span");
  if (id) text.href = `#${id}`;
  text.textContent = message;
  line.append(text);
  return line;
}

const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
