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
  try {
    const response = await fetch(main.dataset.address, { headers: { accept: "text/html" } });
    const page = response.ok && new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page && page.querySelector("main[data-receipt]");
    if (!fresh) return false;
    const held = main.contains(document.activeElement);
    main.dataset.delivery = fresh.dataset.delivery;
    main.replaceChildren(...fresh.childNodes);
    localTimes(main);
    if (held) main.querySelector("h1").focus();
    const news = document.getElementById("news");
    news.textContent = newsOf(fresh.dataset.delivery, news.dataset);
    return !underWay(main.dataset.delivery);
  } catch {
    return false;
  }
}
