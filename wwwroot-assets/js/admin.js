// What HTML cannot do in the admin area: bring errors into focus, close messages, tell local times, and take a link in
// one go.
import { prefilledLink } from "./modules/prefilled-link.js";
import { wholeBox } from "./modules/whole-box.js";
import { offerCopies } from "./page/copy.js";
import { listenToKeys } from "./page/keys.js";
import { choose } from "./page/appearance.js";
import { showLocalTimes } from "./page/local-times.js";
import { hangPaletteDoor } from "./page/palette-door.js";

document.getElementById("error-summary")?.focus();
showLocalTimes();
hangPaletteDoor();

document.addEventListener("focusin", (event) => {
  if (event.target.matches("input[readonly]")) event.target.select();
});

listenToKeys();

const words = document.getElementById("keys-button")?.dataset;
if (words) {
  offerCopies(words);
  document.addEventListener("leadcapture:shown", () => offerCopies(words));
}

// Focus stays near: the page goes on below the message.
document.addEventListener("click", ({ target }) => {
  const message = target.closest?.("[data-close]")?.closest(".news");
  if (!message) return;
  message.remove();
  document.querySelector("main")?.focus();
});

// One box for all boxes of the page, and how many are checked.
// Chosen and seen at once; both menus show it, and the next page comes so.
document.addEventListener("change", ({ target }) => {
  const form = target.closest?.("[data-appearance]");
  if (form) choose(form, target);
});

// One box for all boxes of the page.
const page = document.querySelector("[data-page]");
if (page) {
  const [whole, boxes] = [page.querySelector("input"), [...document.querySelectorAll("input[name=lead]")]];
  const selected = document.querySelector("[data-selected]");
  const tell = () => {
    const count = boxes.filter((box) => box.checked).length;
    selected.textContent = count > 0 ? selected.dataset.selected.replace("{0}", count) : "";
  };
  page.hidden = false;
  whole.addEventListener("change", () => {
    for (const box of boxes) box.checked = whole.checked;
    tell();
  });
  document.addEventListener("change", ({ target }) => {
    if (!boxes.includes(target)) return;
    Object.assign(whole, wholeBox(boxes));
    tell();
  });
  tell();
}

// One menu at a time, until somebody presses beside it.
document.addEventListener("click", ({ target }) => {
  for (const drop of document.querySelectorAll("details.drop[open]")) if (!drop.contains(target)) drop.open = false;
});
document.addEventListener("keydown", ({ key }) => {
  const drop = key === "Escape" && document.querySelector("details.drop[open]");
  if (!drop) return;
  drop.open = false;
  drop.querySelector("summary").focus();
});

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
