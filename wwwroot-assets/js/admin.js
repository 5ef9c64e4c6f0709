// What HTML cannot do in the admin area: bring errors into focus, and take a link in one go.
import { prefilledLink } from "./modules/prefilled-link.js";
import { wholeBox } from "./modules/whole-box.js";

document.getElementById("error-summary")?.focus();

document.addEventListener("focusin", (event) => {
  if (event.target.matches("input[readonly]")) event.target.select();
});

// One box for all boxes of the page.
const page = document.querySelector("[data-page]");
if (page) {
  const [whole, boxes] = [page.querySelector("input"), [...document.querySelectorAll("input[name=lead]")]];
  page.hidden = false;
  whole.addEventListener("change", () => {
    for (const box of boxes) box.checked = whole.checked;
  });
  document.addEventListener("change", ({ target }) => {
    if (boxes.includes(target)) Object.assign(whole, wholeBox(boxes));
  });
}

// A link that fills in a form, made while somebody types.
const compose = document.querySelector("[data-compose]");
if (compose) {
  const composed = document.querySelector("[data-composed]");
  const inputs = [...compose.querySelectorAll('input[name^="link:"]')];
  const show = () => {
    composed.querySelector("input").value = prefilledLink(
      compose.dataset.compose,
      inputs.map(({ name, value }) => [name.slice(5), value]),
    );
  };
  compose.querySelector("[data-compose-button]").hidden = true;
  composed.hidden = false;
  compose.addEventListener("input", show);
  compose.addEventListener("submit", (event) => event.preventDefault());
  show();
}
