// The app of a paired tablet: form, thanks and staff menu, with or without a connection. What visitors send is sealed and written down
// before they are thanked, and handed over whenever the server can be reached.
import { openOutbox } from "./page/outbox.js";
import { keysOf, marked } from "./modules/seal.js";
import { problemsOf } from "./modules/rules.js";
import { Refused, handOver, waitAfter } from "./modules/upload.js";
import { fillAttract, startByKeys } from "./page/attract.js";
import { keepMedia, showMedia } from "./page/attract-media.js";
import { watchIdle } from "./page/idle.js";
import { answerTo, answersOf, showScreen } from "./page/booth-screen.js";
import { carryAnswers, offerLanguages } from "./page/languages.js";
import { badgeScan } from "./page/badge-scan.js";
import { photoOf, putPhoto } from "./page/card-photo.js";
import { notice } from "./page/notice.js";
import { clearProblems, showProblems } from "./page/problems.js";
import { staffMenu } from "./page/staff-menu.js";
import { receiptOf, referenceOf, timeOf } from "./modules/reference.js";

const { root, ...words } = document.body.dataset;
const heartbeat = 60_000;

let outbox;
let setup;
// What is on the screen: the form of the setup, or one of its translations.
let shown;
let keys;
let touched = false;
let failures = 0;
let state = "";
let timer;
let menu;
let stay = () => {};

start();

async function start() {
  if (!isSecureContext) return showScreen("insecure-screen");
  register();
  outbox = await openOutbox();
  [setup, keys] = [await outbox.setting("setup"), await outbox.setting("keys")];
  menu = staffMenu({ outbox, words, root, setup: () => setup, state: () => state, send: () => hurry(), pair: askForCode });
  stay = watchIdle({ isEmpty, startOver, rest: attract });
  listen();
  badgeScan({
    form: formOnScreen,
    savesEach: () => menu.chose("savesEachBadge"),
    capture,
    startOver,
  });
  if (!setup) await refresh();
  if (setup) await startOver();
  else askForCode();
  navigator.storage?.persist?.();
  stayAwake();
  // Without a connection, too: it may be here.
  keepMedia(setup?.attract);
  hurry();
}

function listen() {
  document.addEventListener("input", () => (touched = true), { passive: true });
  document.addEventListener("submit", sends);
  document.addEventListener("click", (event) => {
    // No link leads out of the app. Asked first: starting over takes the link off the screen.
    if (event.target.closest("#screen a[href]:not([href^='#'])")) event.preventDefault();
    if (event.target.closest("[data-new-visitor], [data-start]")) startOver();
  });
  for (const type of ["online", "focus", "pageshow"]) addEventListener(type, () => hurry());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    stayAwake();
    hurry();
  });
  // Back leads out of the app, or to nobody's answers.
  history.pushState(null, "");
  addEventListener("popstate", ({ state }) => {
    if (state?.step === undefined) history.pushState(null, "");
  });
}

const formOnScreen = () => document.querySelector("#screen form:not(#pair-form)");

const current = () => document.querySelector("#screen main")?.dataset.state;

function isEmpty() {
  return !menu.chose("resets") || !(current() === "submitted" || (["form", "errors"].includes(current()) && touched));
}

// Nobody is there: the screen says what it is for.
function attract() {
  // Whoever left it open has gone too.
  menu.close();
  if (!menu.chose("resets") || current() !== "form") return;
  // Whoever comes next is met in the language of the event.
  if (shown !== setup) startOver();
  fillAttract(document.getElementById("attract-screen").content.querySelector(".attract"));
  showScreen("attract-screen");
  offer();
  const button = document.querySelector("#screen .attract");
  showMedia(button);
  startByKeys(button);
  button.focus();
}

// ---- pairing

function askForCode() {
  menu.close();
  showScreen("pair-screen");
  document.getElementById("pair-cancel").hidden = !setup;
  const input = document.getElementById("pair-code");
  input.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
}

async function pair(form) {
  const input = form.elements.code;
  const problem = document.getElementById("pair-problem");
  const complain = (text) => {
    problem.textContent = text;
    problem.hidden = false;
    input.setAttribute("aria-invalid", "true");
    input.focus();
  };
  if (!input.value.trim()) return complain(input.dataset.missing);
  try {
    const response = await fetch(`${root}booth/pair`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code: input.value }),
    });
    const answer = await response.json();
    if (!response.ok) return complain(answer.detail);
    await begin(answer);
    await startOver();
    hurry();
  } catch {
    complain(input.dataset.offline);
  }
}

// What is shown comes once the tablet has it: a form that is half here is none.
async function begin({ keys: raw, ...answer }) {
  const whole = await withPage(answer);
  whole.translations = await Promise.all((answer.translations ?? []).map(withPage));
  const fresh = await keysOf(raw);
  await outbox.begin(whole, fresh);
  [setup, keys] = [await outbox.setting("setup"), fresh];
  await keepLook(faces().flatMap(({ html }) => html ?? []));
}

async function withPage(face) {
  const page = await fetch(face.form.address, { headers: { accept: "text/html" }, cache: "no-store" });
  // One that is closed is still shown: what it captures is taken.
  const before = setup && faces().find(({ form }) => form.slug === face.form.slug);
  return { ...face, html: page.ok ? await page.text() : (before?.html ?? null) };
}

// The form in each language in which it is here.
const faces = () => [setup, ...(setup.translations ?? []).filter(({ html }) => html)];

async function refresh() {
  const response = await fetch(`${root}booth/setup`, { cache: "no-store" }).catch(() => null);
  if (response?.ok) await begin(await response.json());
}

async function keepLook(pages) {
  if (pages.length === 0 || !("caches" in window)) return;
  const files = pages
    .map((html) => new DOMParser().parseFromString(html, "text/html"))
    .flatMap((page) => [...page.querySelectorAll('link[rel="stylesheet"], #screen img')])
    .map((one) => one.getAttribute("href") ?? one.getAttribute("src"));
  const cache = await caches.open("booth-look");
  for (const { url } of await cache.keys())
    if (!files.some((file) => new URL(file, location.href).href === url)) await cache.delete(url);
  for (const file of files) if (!(await caches.match(file))) await cache.add(file).catch(() => null);
}

// ---- a visitor

async function startOver() {
  if (current() === "pair" && !setup) return;
  touched = false;
  updateIfNew();
  for (const id of ["staff-button", "scan-button"]) document.getElementById(id)?.removeAttribute("hidden");
  shown = setup;
  showScreen(setup.html ?? (setup.revoked ? "revoked-screen" : "no-form-screen"));
  if (setup.html) offer();
  stay();
}

function offer() {
  offerLanguages(faces(), shown, speak);
}

// The form in another language, with what was typed.
function speak(face) {
  const before = formOnScreen();
  shown = face;
  showScreen(face.html);
  offer();
  stay();
  if (!before) return;
  if (touched) carry(before, formOnScreen());
  document.querySelector("#screen .languages [aria-current]").focus();
}

function carry(from, to) {
  carryAnswers(from, to);
  const photo = photoOf(from);
  if (photo) putPhoto(photo, to);
}

async function sends(event) {
  if (event.target.id === "pair-form") {
    event.preventDefault();
    return pair(event.target);
  }
  if (event.defaultPrevented || !event.target.closest("#screen") || event.submitter?.name === "action") return;
  event.preventDefault();
  const form = event.target;
  clearProblems(form);
  // Somebody types off the photo what is missing.
  const problems = shown.rules && !photoOf(form) ? problemsOf(shown.rules, (name) => answerTo(form, name)) : [];
  if (problems.length === 0) return capture(form);
  showProblems(form, problems);
  // Opens the step of the first one, and leads to the summary.
  document.dispatchEvent(new Event("leadcapture:shown"));
}

// Written down before anybody is thanked. Whether it was.
async function capture(form) {
  const receipt = receiptOf(crypto.getRandomValues(new Uint8Array(26)));
  const answers = answersOf(form);
  let before;
  try {
    const inputs = new URLSearchParams(new FormData(form)).toString();
    const by = menu.chose("captures").trim();
    const text = JSON.stringify({ form: shown.form.slug, inputs, receipt, by, photo: photoOf(form) });
    const person = await marked(form.elements.email?.value ?? "", keys);
    before = person && (await outbox.seen()).find((one) => one.person === person);
    await outbox.add({ text, id: crypto.randomUUID(), at: Date.now(), receipt, person, by }, setup.device.id, keys);
  } catch {
    document.dispatchEvent(new Event("leadcapture:rest"));
    notice(form, words.full);
    return false;
  }
  thank(receipt, answers, before);
  await hurry();
  return true;
}

function thank(receipt, answers, before) {
  const { thanksTitle, thanksText, address, language } = shown.form;
  showScreen("thanks-screen");
  const main = document.querySelector("#screen main");
  main.querySelector("h1").textContent = thanksTitle;
  main.querySelector(".lead").textContent = thanksText;
  main.querySelector(".reference strong").textContent = referenceOf(receipt);
  main.querySelector("[data-where]").textContent = words.saved;
  Object.assign(main.dataset, { receipt, address: `${address}/confirmation/${receipt}` });
  for (const part of main.querySelectorAll("h1, .lead, dl"))
    Object.assign(part, { lang: language ?? document.documentElement.lang, dir: "auto" });
  if (before) tellAgain(main, before);
  const card = main.querySelector(".card");
  card.hidden = answers.length === 0;
  card.querySelector("dl").append(
    ...answers.map(({ label, value }) => {
      const [line, dt, dd] = ["div", "dt", "dd"].map((name) => document.createElement(name));
      [dt.textContent, dd.textContent] = [label, value];
      line.append(dt, dd);
      return line;
    }),
  );
  touched = true;
  stay();
  // Turns by itself as soon as Reply.io has it.
  document.dispatchEvent(new Event("leadcapture:shown"));
}

// ---- handing over

function hurry() {
  failures = 0;
  return upload();
}

// One tab at a time.
async function upload() {
  clearTimeout(timer);
  if (!setup) return;
  const done = await navigator.locks.request("leadcapture-booth", { ifAvailable: true }, (lock) => lock && round());
  timer = setTimeout(upload, done === true ? heartbeat : waitAfter(failures++));
  if (done !== null) await menu.show();
}

async function round() {
  try {
    const answer = await handOver(outbox, keys, send, report);
    const left = await outbox.count();
    tell(left === 0 ? "online" : "sending");
    await received();
    await renew(answer);
    keepMedia(setup.attract);
    return left === 0;
  } catch (fault) {
    tell(fault instanceof Refused ? "unpaired" : "offline");
    return false;
  }
}

const send = (body, proof) =>
  fetch(`${root}booth/upload`, {
    method: "POST",
    headers: { "content-type": "application/json", "booth-proof": proof },
    body,
    cache: "no-store",
  });

// A tablet that was removed shows the form no longer, and keeps its leads until they are handed over.
async function renew({ setup: tag, revoked }) {
  if (revoked) {
    tell("revoked");
    setup = { ...setup, html: null, translations: [], revoked };
    await outbox.set("setup", setup);
    return current() === "submitted" || startOver();
  }
  // A version of the app that knew no translations may have kept them without their pages.
  const isPart = setup.translations?.some(({ html }) => html === undefined);
  if (tag && (isPart || tag !== setup.tag)) await refresh();
}

function tell(word) {
  state = word;
}

// The visitor who is still there hears of it.
async function received() {
  const main = document.querySelector('#screen main[data-delivery="waiting"]');
  const where = main?.querySelector("[data-where]");
  if (!where || where.textContent !== words.saved) return;
  const line = (await outbox.seen()).find(({ receipt }) => receipt === main.dataset.receipt);
  if (line?.received) where.textContent = words.received;
  if (line?.again && main.querySelector("[data-again]").hidden) tellAgain(main, line.again);
}

// device: where it was not this one.
function tellAgain(main, { at, by, device }) {
  const sentence = by ? words.againBy : device ? words.againElsewhere : words.again;
  const place = main.querySelector("[data-again]");
  place.textContent = sentence.replace("{0}", timeOf(at)).replace("{1}", by || device);
  place.hidden = false;
}

async function report() {
  const [battery, storage] = [await navigator.getBattery?.().catch(() => null), await navigator.storage?.estimate?.()];
  return {
    device: setup.device.id,
    captured: (await outbox.setting("captured")) ?? 0,
    onDevice: await outbox.count(),
    now: Date.now(),
    version: document.body.dataset.version ?? "",
    battery: battery ? Math.round(battery.level * 100) : null,
    storageUsed: storage?.usage ?? null,
    storageQuota: storage?.quota ?? null,
    isPersistent: (await navigator.storage?.persisted?.()) ?? null,
  };
}

// ---- the app itself

async function register() {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register(`${root}booth/worker.js`, { scope: `${root}booth`, updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage("later");
}

// A new version of the app takes over between two visitors.
async function updateIfNew() {
  const registration = await navigator.serviceWorker?.getRegistration(`${root}booth`);
  if (!registration?.waiting || !navigator.serviceWorker.controller) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting.postMessage("update");
}

function stayAwake() {
  navigator.wakeLock?.request("screen").catch(() => null);
}
