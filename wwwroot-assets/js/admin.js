// What HTML cannot do in the admin area: bring errors into focus, and take a link in one go.
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
