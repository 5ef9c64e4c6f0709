// Tells the page around the frame how high the form is and what it shows, and takes from it what it knows of its visitor.
import { frameMessage } from "./modules/frame-message.js";
import { prefilled } from "./modules/prefill.js";
import { prefill } from "./page/prefill.js";

if (parent !== window) {
  const main = document.querySelector("main");
  tell("shown");
  new ResizeObserver(() => tell("height")).observe(document.body);
  if (main) new MutationObserver(() => tell("delivery")).observe(main, { attributeFilter: ["data-delivery"] });
  addEventListener("pageshow", (event) => event.persisted && tell("shown"));
  addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && tell("close"));
  document.addEventListener("leadcapture:start", () => tell("start"));
  document.addEventListener("leadcapture:step", (event) => tell("step", { step: event.detail }));
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.leadcapture === "shows") prefill(prefilled(Object(data.attributes)));
  });
}

function tell(type, more) {
  const { state, delivery } = document.querySelector("main")?.dataset ?? {};
  const onward = document.querySelector("a[data-onward]")?.href;
  const { height } = document.body.getBoundingClientRect();
  // A frame that the page has taken away has none.
  parent?.postMessage(frameMessage(type, { state, title: document.title, height, delivery, onward, ...more }), "*");
}
