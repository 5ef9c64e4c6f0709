// A stand's screen: one visitor after the other, and nobody sees what the one before them typed.
import { countdown, emptyBooth } from "./modules/idle.js";

const quiet = 60000;
const warning = 20;

const screen = document.getElementById("screen");
const dialog = document.getElementById("idle");
const count = document.getElementById("idle-count");
const news = document.getElementById("idle-news");
const fullScreen = document.getElementById("full-screen");
const empty = emptyBooth(location.pathname);

let touched = false;
let sleeping;
let counting;

for (const type of ["input", "keydown", "pointerdown"]) document.addEventListener(type, stir, { passive: true });

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

document.getElementById("idle-stay").addEventListener("click", stay);
dialog.addEventListener("cancel", stay);
addEventListener("pageshow", (event) => event.persisted && location.replace(empty));

if (document.fullscreenEnabled) {
  fullScreen.hidden = false;
  fullScreen.addEventListener("click", () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
  );
  document.addEventListener("fullscreenchange", () => {
    fullScreen.hidden = Boolean(document.fullscreenElement);
  });
}

stay();

function stir(event) {
  touched ||= event.type === "input";
  stay();
}

function stay() {
  clearInterval(counting);
  clearTimeout(sleeping);
  if (dialog.open) dialog.close();
  sleeping = setTimeout(warn, quiet);
}

function warn() {
  const state = document.querySelector("main")?.dataset.state;
  if (state === "form" && !touched) return stay();

  const tick = countdown(warning);
  news.textContent = "";
  dialog.showModal();
  show(tick());
  counting = setInterval(() => show(tick()), 1000);
}

function show({ left, said, over }) {
  count.textContent = left;
  if (said) news.textContent = news.dataset.left;
  if (over) startOver();
}

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
    problem();
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

function problem() {
  const notice = document.getElementById("notice") ?? document.createElement("div");
  Object.assign(notice, { id: "notice", className: "notice", tabIndex: -1 });
  notice.replaceChildren(Object.assign(document.createElement("p"), { textContent: screen.dataset.failed }));
  document.querySelector("form").prepend(notice);
  notice.focus();
}
