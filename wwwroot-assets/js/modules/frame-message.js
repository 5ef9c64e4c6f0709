const highest = 20000;

// What a form in a frame says to the page around it. Carries nothing that a visitor typed.
export function frameMessage(type, { state, title, height }) {
  return { leadcapture: type, state: state ?? "form", title, height: Math.ceil(height) };
}

// What the page around it takes from that: anybody may send a message, only the frame's own are heard.
export function frameListener(origin) {
  let pages = 0;
  let last = "form";

  return function hear({ data, origin: from, source }, frame) {
    if (from !== origin || source !== frame || !data?.leadcapture) return {};
    const height = data.height > 0 ? Math.min(data.height, highest) : undefined;
    if (data.leadcapture !== "shown") return { height };
    const submitted = data.state === "submitted" && last !== "submitted";
    last = data.state;
    return { height, title: data.title ? String(data.title) : undefined, later: pages++ > 0, submitted };
  };
}
