// The editor of a form: saves by itself, drags fields and sections about, and keeps the preview up to date. All of it works by plain posts too.
import htmx from "htmx.org";
import Sortable from "sortablejs";

Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  scrollIntoViewOnBoost: false,
  attributesToSettle: [],
  // What comes in is listened to at once: a change that is made within the usual 20 ms would be lost.
  defaultSettleDelay: 0,
  // What is wrong with an input stands in the answer beside it.
  responseHandling: [
    { code: "[23]..", swap: true },
    { code: "(409|422)", swap: true },
    { code: "...", swap: false, error: true },
  ],
});

const preview = document.querySelector("[data-preview]");
const frame = preview.querySelector("iframe");
const [shape, width, scheme] = ["shape", "width", "scheme"].map((name) => document.getElementById(`preview-${name}`));
let shown = seen();
let saving = 0;
let drop = null;

document.documentElement.classList.add("has-script");
preview.querySelector(".preview-choices").hidden = false;
shape.addEventListener("change", reload);
for (const choice of [width, scheme]) choice.addEventListener("change", fit);
addEventListener("resize", fit);
document.addEventListener("htmx:afterSettle", settled);
document.addEventListener("htmx:oobBeforeSwap", keep);
document.addEventListener("htmx:beforeSend", () => saving++);
document.addEventListener("htmx:afterRequest", () => saving--);
document.addEventListener("click", leave);
document.addEventListener("htmx:sendError", failed);
document.addEventListener("htmx:responseError", failed);
settled();
fit();

function settled() {
  for (const list of document.querySelectorAll(".fields")) draggable(list, "field");
  for (const list of document.querySelectorAll(".sections")) draggable(list, "section");
  // What was dragged keeps the focus in the page that came back.
  if (drop && !drop.isConnected) {
    document.querySelector(".part[aria-current]").focus();
    drop = null;
  }
  if (seen() === shown) return;
  shown = seen();
  reload();
}

// Whoever chooses what to add goes on while an earlier change is being saved.
function keep({ detail }) {
  if (document.getElementById("add")?.open) detail.fragment.querySelector("#add")?.setAttribute("hx-preserve", "true");
}

function seen() {
  return document.getElementById("seen").value;
}

// A link that is pressed while a change is being saved is followed afterwards, so that the next page knows the change.
function leave(event) {
  const link = event.target.closest("a[href]");
  if (saving === 0 || !link || link.target || event.defaultPrevented) return;
  event.preventDefault();
  document.addEventListener("htmx:afterRequest", follow, { once: true });

  function follow({ detail }) {
    if (!detail.successful) return;
    // The next change in the queue is sent first.
    setTimeout(() => {
      if (saving === 0) location.assign(link.href);
      else document.addEventListener("htmx:afterRequest", follow, { once: true });
    });
  }
}

function failed() {
  document.getElementById("saved").textContent = document.getElementById("editor").dataset.failed;
}

function draggable(list, kind) {
  if (Sortable.get(list)) return;
  new Sortable(list, {
    group: kind,
    handle: `[data-kind=${kind}]`,
    animation: 120,
    // The browser's own way drags the link in a line, and not the line.
    forceFallback: true,
    fallbackTolerance: 4,
    delay: 150,
    delayOnTouchOnly: true,
    ghostClass: "dragged",
    onEnd({ item, to, newIndex, oldIndex, from }) {
      if (from === to && newIndex === oldIndex) return;
      drop = document.getElementById("drop");
      drop.value = `move:${item.dataset.place}>${to.dataset.list}.${newIndex}`;
      drop.click();
    },
  });
}

// A page that is loaded again stays where it was scrolled to.
function reload() {
  const { scrollY = 0 } = frame.contentWindow ?? {};
  frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, scrollY), { once: true });
  frame.contentWindow.location.replace(preview.dataset.preview + shape.value);
}

// The screen that was chosen, made smaller where it is wider than its place.
function fit() {
  const place = frame.parentElement;
  const scale = Math.min(1, place.clientWidth / width.value);
  Object.assign(frame.style, {
    width: `${width.value}px`,
    height: `${place.clientHeight / scale}px`,
    transform: `scale(${scale})`,
    left: `${Math.max(0, (place.clientWidth - width.value * scale) / 2)}px`,
    colorScheme: scheme.value,
  });
}
