// Shows how a run gets on, without a reload; says it aloud only when something changes that matters.
import { fresh } from "./page/fresh.js";

const patience = 2000;
const progress = document.getElementById("progress");
const news = document.getElementById("run-news");
let said = state();

if (moving()) setTimeout(turn, patience);

async function turn() {
  // A button in use is not taken away from under a finger.
  if (!document.hidden && !progress.contains(document.activeElement)) await refresh();
  if (moving()) setTimeout(turn, patience);
}

async function refresh() {
  const now = await fresh(progress.dataset.address, "progress");
  if (!now) return;
  progress.dataset.moving = now.dataset.moving;
  progress.replaceChildren(...now.childNodes);
  // "Started" is no news any more.
  if (!moving()) document.getElementById("done")?.replaceChildren();
  if (state() !== said) news.textContent = said = state();
}

function moving() {
  return progress.dataset.moving === "true";
}

function state() {
  return progress.querySelector("section p").textContent;
}
