// A stand's screen: one visitor after the other, and nobody sees what the one before them typed.
import { emptyBooth } from "./modules/idle.js";
import { fullScreen } from "./page/full-screen.js";
import { watchIdle } from "./page/idle.js";
import { notice } from "./page/notice.js";

const screen = document.getElementById("screen");
const fill = document.getElementById("full-screen");
const empty = emptyBooth(location.pathname);

let touched = false;

document.addEventListener("input", () => (touched = true), { passive: true });

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.submitter?.name === "action") return;
  event.preventDefault();
  const { target } = event;
  // Not target.action: buttons named "action" stand in its way.
  go(target.getAttribute("action"), { method: "POST", body: new URLSearchParams(new FormData(target)) });
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-new-visitor]")) return;
  event.preventDefault();
  startOver();
});

addEventListener("pageshow", (event) => event.persisted && location.replace(empty));

fullScreen(fill);
document.addEventListener("fullscreenchange", () => {
  fill.hidden = Boolean(document.fullscreenElement);
});

const stay = watchIdle({ isEmpty: () => document.querySelector("main")?.dataset.state === "form" && !touched, startOver });

function startOver() {
  stay();
  go(empty, { fallback: true });
}

// Pages change in place: full screen survives, and Back leads to nobody's answers.
async function go(address, { fallback = false, ...request } = {}) {
  try {
    const response = await fetch(address, { headers: { accept: "text/html" }, ...request });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("screen");
    if (!fresh) throw new Error(`No booth page at ${response.url}`);
    screen.replaceChildren(...fresh.childNodes);
    document.title = page.title;
    history.replaceState(null, "", response.url);
    touched = false;
    scrollTo(0, 0);
    screen.querySelector("h1")?.focus();
    document.dispatchEvent(new Event("leadcapture:shown"));
    stay();
  } catch {
    if (fallback) return blank();
    document.dispatchEvent(new Event("leadcapture:rest"));
    notice(document.querySelector("form"), screen.dataset.failed);
  }
}

// Without a connection the screen still forgets its last visitor.
function blank() {
  const { pause } = screen.dataset;
  screen.innerHTML = '<main class="column"><div class="thanks"><h1 tabindex="-1"></h1></div></main>';
  screen.querySelector("h1").textContent = pause;
  document.title = pause;
  setTimeout(startOver, 5000);
}
