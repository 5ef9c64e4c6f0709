// Starts a booth's screen over when its visitor has gone: after a warning of 20 seconds that any touch and any key ends.
import { countdown } from "../modules/idle.js";

const quiet = 60000;
const warning = 20;

// isEmpty: there is nobody to ask, and nothing to forget.
export function watchIdle({ isEmpty, startOver, rest }) {
  const dialog = document.getElementById("idle");
  const count = document.getElementById("idle-count");
  const news = document.getElementById("idle-news");
  let sleeping;
  let counting;

  for (const type of ["input", "keydown", "pointerdown"]) document.addEventListener(type, stay, { passive: true });
  document.getElementById("idle-stay").addEventListener("click", stay);
  dialog.addEventListener("cancel", stay);
  stay();
  return stay;

  function stay() {
    clearInterval(counting);
    clearTimeout(sleeping);
    if (dialog.open) dialog.close();
    sleeping = setTimeout(warn, quiet);
  }

  function warn() {
    if (isEmpty()) {
      rest?.();
      return stay();
    }
    const tick = countdown(warning);
    news.textContent = "";
    dialog.showModal();
    show(tick());
    counting = setInterval(() => show(tick()), 1000);
  }

  function show({ left, said, over }) {
    count.textContent = left;
    if (said) news.textContent = news.dataset.left;
    if (!over) return;
    stay();
    startOver();
  }
}
