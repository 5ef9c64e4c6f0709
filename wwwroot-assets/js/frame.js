// Tells the page around the frame how high the form is and what it shows.
import { frameMessage } from "./modules/frame-message.js";

if (parent !== window) {
  tell("shown");
  new ResizeObserver(() => tell("height")).observe(document.body);
  addEventListener("pageshow", (event) => event.persisted && tell("shown"));
}

function tell(type) {
  const state = document.querySelector("main")?.dataset.state;
  const { height } = document.body.getBoundingClientRect();
  parent.postMessage(frameMessage(type, { state, title: document.title, height }), "*");
}
