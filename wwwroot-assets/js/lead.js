// The page of a lead: turns by itself while the lead is on its way.
import { fresh } from "./page/fresh.js";

const first = 1000;
const longest = 8000;
let wait = first;

turn();

function turn() {
  if (place().dataset.moving !== "true") return;
  setTimeout(async () => {
    // A form in use is not taken away from under a finger.
    if (!document.hidden && !busy()) await refresh();
    wait = Math.min(wait * 1.5, longest);
    turn();
  }, wait);
}

function place() {
  return document.getElementById("lead");
}

function busy() {
  const { activeElement } = document;
  return place().contains(activeElement) && activeElement.matches("input, select, textarea");
}

async function refresh() {
  const now = await fresh(location.href, "lead");
  if (!now) return;
  const isNew = now.dataset.mark !== place().dataset.mark;
  Object.assign(place().dataset, now.dataset);
  if (!isNew) return;
  place().replaceChildren(...now.childNodes);
  document.getElementById("done").replaceChildren();
  document.getElementById("lead-news").textContent = place().querySelector("[data-standing]").textContent;
  document.dispatchEvent(new Event("leadcapture:shown"));
}
