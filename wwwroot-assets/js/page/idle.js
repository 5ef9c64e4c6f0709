// Starts a booth's screen over when its visitor has gone: 20 seconds after the thanks, and out of a form after a warning of 20 seconds.
// Any touch and any key gives the visitor more time.
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
    const thanks = document.querySelector("#screen [data-leaving]");
    if (thanks && !isEmpty()) return leave(thanks);
    sleeping = setTimeout(warn, quiet);
  }

  // The screen says by itself when it goes on.
  function leave(thanks) {
    thanks.hidden = false;
    count20((left) => (thanks.textContent = thanks.dataset.leaving.replace("{0}", left)));
  }

  function warn() {
    if (isEmpty()) {
      rest?.();
      return stay();
    }
    dialog.showModal();
    count20((left) => (count.textContent = left));
  }

  function count20(show) {
    const tick = countdown(warning);
    const next = () => {
      const { left, said, over } = tick();
      show(left);
      if (said) news.textContent = news.dataset.left;
      if (!over) return;
      stay();
      startOver();
    };
    news.textContent = "";
    next();
    counting = setInterval(next, 1000);
  }
}
