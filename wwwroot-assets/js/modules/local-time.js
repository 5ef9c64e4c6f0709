// A moment as the reader's own zone has it, in the way the pages write times: 28 Nov 2026, 12:36:01 Central European Standard Time.
export function localTime(moment, language = "en", timeZone = undefined) {
  const words = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "long",
    timeZone,
  });
  return words.format(new Date(moment));
}

// Whether that says more than UTC does.
export function differsFromUtc(moment, timeZone = undefined) {
  return localTime(moment, "en", timeZone) !== localTime(moment, "en", "UTC");
}
