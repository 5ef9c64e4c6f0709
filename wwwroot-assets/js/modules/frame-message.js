const highest = 20000;

// What a form in a frame says to the page around it. Carries nothing that a visitor typed. Later versions add to it, and take nothing
// away: a page may have an older loader.
export function frameMessage(type, { state, title, height, delivery, onward, step }) {
  return { leadcapture: type, v: 1, state: state ?? "form", title, height: Math.ceil(height), delivery, onward, step };
}

// What the page around it takes from that: anybody may send a message, only the frame's own are heard.
export function frameListener(origin) {
  let last;
  let sent;

  return function hear({ data, origin: from, source }, frame) {
    // Once it is off the page, neither has a window any more.
    if (!source || from !== origin || source !== frame || !data?.leadcapture) return undefined;
    const { leadcapture: type, state, height, delivery, onward } = data;
    const said = { events: [], height: Math.min(height, highest), fresh: type === "shown" && state === "form" };
    if (type === "start" || type === "step") said.events.push(type);
    if (type === "shown") {
      if (said.fresh && !/form|errors/.test(last)) said.events.push("view");
      if (state === "errors") said.events.push("error");
      if (state === "submitted" && last && last !== state) {
        sent = said.events.push("submit");
        if (/^https?:/.test(onward)) said.onward = onward;
      }
      said.later = last;
      last = state;
    }
    if (sent && delivery === "delivered") sent = !said.events.push(delivery);
    return said;
  };
}
