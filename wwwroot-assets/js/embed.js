// Puts a form in place of this script: <script src="https://HOST/embed.js" data-form="SLUG" async></script>
import { frameAddress } from "./modules/frame-address.js";
import { frameListener } from "./modules/frame-message.js";
import { firstTouch, touchOf } from "./modules/touch.js";

const reserved = 800;
const patience = 4000;
const script = document.currentScript ?? document.querySelector('script[src*="/embed.js"]');
const forms = [];
let doors;

// However often the script stands in a page, one loader shows all forms.
if (!window.LeadCapture) {
  window.LeadCapture = { begin, mount };
  addEventListener("message", (event) => forms.forEach((form) => form.hear(event)));
}
window.LeadCapture.begin(script);

function begin(tag) {
  firstOf(tag);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => begin(tag));
  if (document.body && tag.dataset.form && tag.isConnected) {
    if (tag.closest("head")) document.body.append(tag);
    const place = make("div");
    Object.assign(place.dataset, tag.dataset);
    if (tag.id) place.id = tag.id;
    tag.replaceWith(place);
    mount(place, tag.src);
  }
  document.querySelectorAll(".leadcapture[data-form]").forEach((place) => mount(place, tag.src));
}

// The same form once more is shown where it has an id of its own.
function mount(place, from = script.src) {
  const { form, mode = "inline" } = place.dataset;
  const key = form + mode + place.id;
  const twin = forms.find((one) => one.place === place || (one.key === key && one.place.isConnected));
  if (twin) place.hidden = twin.place !== place;
  else if (form) forms.push({ key, place, hear: show(place, new URL(".", from), form, mode) });
}

// The answer hears what the frame says.
function show(place, home, form, mode) {
  const { lang, title, fallback = "Open form in new tab" } = place.dataset;
  const frame = make("iframe", { title: title ?? "Form", referrerPolicy: "origin", onload: () => setTimeout(judge, patience) });
  const hearing = frameListener(home.origin);
  const memory = "leadcapture-" + form + place.clientWidth;
  const address = frameAddress(home, form, touchOf(location.href, document.referrer), firstOf(place), lang);
  let link;
  let heard;
  if (lang) place.lang = lang;
  frame.style.cssText = "display:block;width:100%;border:0;color-scheme:normal";
  setHeight(attempt(() => sessionStorage[memory]) ?? (place.clientHeight || reserved));
  if (mode === "inline") {
    // A lazy frame lays its page out before the style sheet: nobody may see that.
    const loading = place.getBoundingClientRect().top < innerHeight ? "eager" : "lazy";
    place.append(Object.assign(frame, { loading, src: address }));
  } else {
    doors ??= new Promise((onload) => document.head.append(make("script", { src: home + "embed-dialog.js", onload })));
    doors.then(() => window.LeadCapture.door(place, frame, address));
  }
  return hear;

  function hear(event) {
    const said = hearing(event, frame.contentWindow);
    if (!said) return;
    heard = true;
    swap("block");
    setHeight(said.height);
    frame.title = title ?? event.data.title;
    if (said.fresh) {
      attempt(() => (sessionStorage[memory] = said.height));
      frame.contentWindow.postMessage({ leadcapture: "shows", v: 1, attributes: { ...place.dataset } }, home.origin);
    }
    // After the first page, what is shown is an answer to the visitor: its top has to be seen.
    if (said.later && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
    if (event.data.leadcapture === "close") frame.closest("dialog")?.close();
    for (const name of said.events) tell(name, event.data.step);
    if (said.onward) location.assign(said.onward);
  }

  // The place needs no reserve any more.
  function swap(display) {
    link?.remove();
    frame.style.display = display;
    place.style.minHeight = 0;
  }

  // A style takes nothing but a number.
  function setHeight(pixels) {
    frame.style.height = pixels + "px";
  }

  function tell(name, step) {
    const detail = { form, mode, step };
    const event = "leadcapture:" + name;
    place.dispatchEvent(new CustomEvent(event, { bubbles: true, detail }));
    if ("datalayer" in place.dataset) (window.dataLayer ??= []).push({ event, ...detail });
  }

  // A browser shows nothing in the frame of a site that the form does not list.
  function judge() {
    if (heard) return;
    link = make("a", { href: home + "f/" + form, target: "_blank", textContent: fallback });
    swap("none");
    frame.before(link);
    console.warn(`LeadCapture: to show ${form} here, add ${location.origin} under Form → Settings → Sites`);
    tell("error");
  }
}

function firstOf({ dataset }) {
  const kept = () => firstTouch(localStorage, touchOf(location.href, document.referrer), new Date().toISOString());
  return "firstTouch" in dataset && attempt(kept);
}

// A browser may refuse to remember anything.
function attempt(act) {
  try {
    return act();
  } catch {
    // Then it is as if there were nothing.
  }
}

function make(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
