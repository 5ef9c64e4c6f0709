// Turns "on its way" into the contact as soon as it is there.
import { firstWait, newsOf, nextWait, underWay } from "./modules/delivery.js";
import { localTimes } from "./page/received-time.js";

let asking;

document.addEventListener("leadcapture:shown", watch);
watch();

function watch() {
  clearTimeout(asking);
  const main = document.querySelector("main[data-receipt]");
  if (main) localTimes(main);
  if (main && underWay(main.dataset.delivery)) ask(main, firstWait);
  else if (main?.dataset.following) follow(main, firstWait);
}

function ask(main, wait) {
  asking = setTimeout(async () => {
    const delivery = await current(main.dataset.receipt);
    if (!main.isConnected) return;
    if (delivery) main.dataset.delivery = delivery;
    if (delivery && !underWay(delivery) && (await turn(main))) return;
    ask(main, nextWait(wait));
  }, wait);
}

// The contact is there; its lists and its sequence come a moment later.
function follow(main, wait) {
  asking = setTimeout(async () => {
    const fresh = await freshMain(main);
    if (!main.isConnected) return;
    if (!fresh || fresh.dataset.following) return follow(main, nextWait(wait));
    show(main, fresh);
  }, wait);
}

async function current(receipt) {
  try {
    const response = await fetch(new URL(`../api/leads/${encodeURIComponent(receipt)}`, import.meta.url), {
      headers: { accept: "application/json" },
    });
    return response.ok ? (await response.json()).delivery : null;
  } catch {
    return null;
  }
}

async function turn(main) {
  const fresh = await freshMain(main);
  if (!fresh) return false;
  show(main, fresh);
  const news = document.getElementById("news");
  news.textContent = newsOf(main.dataset.delivery, news.dataset);
  if (fresh.dataset.following) follow(main, firstWait);
  return !underWay(main.dataset.delivery);
}

function show(main, fresh) {
  const held = main.contains(document.activeElement);
  main.dataset.delivery = fresh.dataset.delivery;
  main.replaceChildren(...fresh.childNodes);
  localTimes(main);
  if (held) main.querySelector("h1").focus();
}

async function freshMain(main) {
  try {
    const response = await fetch(main.dataset.address, { headers: { accept: "text/html" } });
    const page = response.ok && new DOMParser().parseFromString(await response.text(), "text/html");
    return page && page.querySelector("main[data-receipt]");
  } catch {
    return null;
  }
}
