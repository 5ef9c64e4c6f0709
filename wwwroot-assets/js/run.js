// Shows how a run gets on, without a reload; says it aloud only when something changes that matters.
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
  try {
    const response = await fetch(progress.dataset.address, { headers: { accept: "text/html" } });
    const page = response.ok && new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page && page.getElementById("progress");
    if (!fresh) return;
    progress.dataset.moving = fresh.dataset.moving;
    progress.replaceChildren(...fresh.childNodes);
    // "Started" is no news any more.
    if (!moving()) document.getElementById("done")?.replaceChildren();
    if (state() !== said) news.textContent = said = state();
  } catch {
    // Not reached: the next turn asks again.
  }
}

function moving() {
  return progress.dataset.moving === "true";
}

function state() {
  return progress.querySelector("section p").textContent;
}
