// A stand's screen: one visitor after the other, and nobody sees what the one before them typed.
import { emptyBooth } from "./modules/idle.js";
import { fillAttract } from "./page/attract.js";
import { fullScreen } from "./page/full-screen.js";
import { watchIdle } from "./page/idle.js";
import { notice } from "./page/notice.js";

const screen = document.getElementById("screen");
const fill = document.getElementById("full-screen");
const welcome = document.getElementById("welcome");
const empty = emptyBooth(location.pathname);
const patience = 10_000;

let touched = false;
// A form that could not be sent, until it is.
let unsent;
let again;

document.addEventListener("input", () => (touched = true), { passive: true });

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.submitter?.name === "action") return;
  event.preventDefault();
  send(event.target);
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-new-visitor]")) return;
  event.preventDefault();
  startOver();
});

addEventListener("pageshow", (event) => event.persisted && location.replace(empty));
addEventListener("online", retry);

fullScreen(fill);
document.addEventListener("fullscreenchange", () => {
  fill.hidden = Boolean(document.fullscreenElement);
});

welcome.addEventListener("click", () => {
  leaveWelcome();
  const heading = screen.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus();
});
// Whoever comes into the form by keyboard has started.
screen.addEventListener("focusin", leaveWelcome);

const current = () => document.querySelector("main")?.dataset.state;
// Nobody's answers are erased because they could not be sent.
const isEmpty = () => Boolean(unsent) || !(current() === "submitted" || (["form", "errors"].includes(current()) && touched));

const stay = watchIdle({ isEmpty, startOver, rest: greet });
greet();

// Before anybody has begun.
function greet() {
  if (current() !== "form" || touched || unsent) return;
  fillAttract(welcome);
  welcome.hidden = false;
  welcome.focus();
}

function leaveWelcome() {
  welcome.hidden = true;
}

function startOver() {
  forget();
  stay();
  go(empty, { fallback: true });
}

// Not target.action: buttons named "action" stand in its way.
function send(form) {
  go(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(new FormData(form)), form });
}

function retry() {
  if (unsent?.isConnected) send(unsent);
}

function forget() {
  clearTimeout(again);
  unsent = undefined;
}

// Pages change in place: full screen survives, and Back leads to nobody's answers.
async function go(address, { fallback = false, form, ...request } = {}) {
  clearTimeout(again);
  try {
    const response = await fetch(address, { headers: { accept: "text/html" }, ...request });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("screen");
    if (!fresh) throw new Error(`No booth page at ${response.url}`);
    forget();
    screen.replaceChildren(...fresh.childNodes);
    document.title = page.title;
    history.replaceState(null, "", response.url);
    touched = current() === "errors";
    scrollTo(0, 0);
    if (fallback && current() === "form") greet();
    else screen.querySelector("h1")?.focus();
    document.dispatchEvent(new Event("leadcapture:shown"));
    stay();
  } catch {
    if (fallback) return blank();
    document.dispatchEvent(new Event("leadcapture:rest"));
    if (unsent !== form) notice(form, screen.dataset.failed);
    unsent = form;
    again = setTimeout(retry, patience);
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
