// The page of a lead: turns by itself while the lead is on its way.
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
  try {
    const response = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-store" });
    const page = response.ok && new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page && page.getElementById("lead");
    if (!fresh) return;
    const isNew = fresh.dataset.mark !== place().dataset.mark;
    place().dataset.moving = fresh.dataset.moving;
    if (!isNew) return;
    place().dataset.mark = fresh.dataset.mark;
    place().replaceChildren(...fresh.childNodes);
    document.getElementById("done").replaceChildren();
    document.getElementById("lead-news").textContent = place().querySelector("[data-standing]").textContent;
    document.dispatchEvent(new Event("leadcapture:shown"));
  } catch {
    // Not reached: the next turn asks again.
  }
}
