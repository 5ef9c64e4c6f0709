// Tells the page around the frame how high the form is and what it shows. Carries nothing that a visitor typed.
const state = () => document.querySelector("main")?.dataset.state ?? "form";
const tell = (type) =>
  parent.postMessage({ leadcapture: type, state: state(), title: document.title, height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");

if (parent !== window) {
  tell("shown");
  new ResizeObserver(() => tell("height")).observe(document.body);
  addEventListener("pageshow", (event) => event.persisted && tell("shown"));
}
