// Times in the reader's own zone. Pages come with UTC, which stays where no script runs.
import { differsFromUtc, localTime } from "../modules/local-time.js";

const language = document.documentElement.lang;

export function showLocalTimes() {
  for (const time of document.querySelectorAll("time[data-exact]")) exact(time);
  // Once somebody comes near: lists have many, and pages are changed while they are open.
  for (const event of ["pointerover", "focusin"]) document.addEventListener(event, ({ target }) => near(target));
}

function exact(time) {
  if (!differsFromUtc(time.dateTime)) return;
  time.title = time.textContent;
  time.textContent = localTime(time.dateTime, language);
}

function near(target) {
  const time = target.closest?.("time[datetime]") ?? target.closest?.("a")?.querySelector("time[datetime]");
  if (!time || time.dataset.local !== undefined || time.dataset.exact !== undefined) return;
  time.dataset.local = "";
  if (time.title && differsFromUtc(time.dateTime)) time.title = `${localTime(time.dateTime, language)} (${time.title})`;
  // A tap shows it too; the Tab key does not stop at each of a list.
  if (!time.closest("a, button, summary")) time.tabIndex = -1;
}
