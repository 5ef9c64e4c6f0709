// Sends on what somebody has carried from a tablet without a connection, as it is: only the server can read it.
import { batchesOf } from "./modules/batches.js";
import { leadOf } from "./modules/carried.js";

const main = document.getElementById("relay");
const form = document.getElementById("relay-form");
const file = document.getElementById("relay-file");
const problem = document.getElementById("relay-problem");
const news = document.getElementById("relay-news");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  problem.hidden = true;
  news.textContent = "";
  const leads = await leadsOf(file.files[0]);
  if (!leads) return complain(main.dataset.notOurs);
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const [taken, refused] = await sendAll(leads);
    news.textContent = (refused > 0 ? main.dataset.some : main.dataset.taken).replace("{0}", taken).replace("{1}", refused);
  } catch {
    complain(main.dataset.failed);
  } finally {
    button.disabled = false;
  }
});

addEventListener("hashchange", carried);
carried();

// Scanned from a code of the tablet.
async function carried() {
  const lead = leadOf(location.hash);
  if (!lead) return;
  history.replaceState(null, "", location.pathname);
  news.textContent = main.dataset.sending;
  try {
    const [taken] = await sendAll([lead]);
    news.textContent = taken === 1 ? main.dataset.one : main.dataset.notOurs;
  } catch {
    news.textContent = main.dataset.failed;
  }
}

async function leadsOf(chosen) {
  try {
    const { leads } = JSON.parse(await chosen.text());
    return Array.isArray(leads) && leads.length > 0 && leads.every(({ sealed, mac }) => sealed && mac) ? leads : null;
  } catch {
    return null;
  }
}

async function sendAll(leads) {
  const sums = [0, 0];
  for (const batch of batchesOf(leads)) {
    const response = await fetch(main.dataset.address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ leads: batch }),
    });
    if (!response.ok) throw new Error(`Answered ${response.status}`);
    const { taken, refused } = await response.json();
    sums[0] += taken;
    sums[1] += refused;
  }
  return sums;
}

function complain(text) {
  problem.textContent = text;
  problem.hidden = false;
  file.setAttribute("aria-invalid", "true");
  file.focus();
}
