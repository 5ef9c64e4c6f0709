// Moments in the zone and the language of whoever reads them; the exact one stays at hand.
export function localTimes(root, { language = document.documentElement.lang || undefined } = {}) {
  for (const time of root.querySelectorAll("time[data-local]")) {
    const moment = new Date(time.dateTime);
    if (isNaN(moment)) continue;
    time.title ||= time.textContent;
    time.textContent = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(moment);
  }
}
