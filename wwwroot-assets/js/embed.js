// Puts a form in place of this script: <script src="https://HOST/embed.js" data-form="SLUG" async></script>
import { frameAddress } from "./modules/frame-address.js";
import { frameListener } from "./modules/frame-message.js";

const script = document.currentScript ?? document.querySelector('script[data-form][src*="/embed.js"]');
if (script?.dataset.form) show(script.dataset.form);

function show(form) {
  const frame = document.createElement("iframe");
  frame.src = frameAddress(script.src, form, location.href);
  frame.title = script.dataset.title ?? "Form";
  frame.loading = "lazy";
  frame.referrerPolicy = "origin";
  frame.style.cssText = "display:block;width:100%;height:600px;border:0;color-scheme:normal";
  listen(frame, form);
  if (script.closest("head")) addEventListener("DOMContentLoaded", () => document.body.append(frame));
  else script.replaceWith(frame);
}

function listen(frame, form) {
  const hear = frameListener(new URL(script.src).origin);
  addEventListener("message", (event) => {
    const { height, title, later, submitted } = hear(event, frame.contentWindow);
    if (height) frame.style.height = `${height}px`;
    if (title && !script.dataset.title) frame.title = title;
    // After the first page, what is shown is an answer to the visitor: its top has to be seen.
    if (later && frame.getBoundingClientRect().top < 0) frame.scrollIntoView({ block: "start" });
    if (submitted) frame.dispatchEvent(new CustomEvent("leadcapture:submitted", { bubbles: true, detail: { form } }));
  });
}
