// The command palette, from outside: its button and its keys. What it is made of is loaded when somebody first opens it.
export function hangPaletteDoor() {
  const button = document.querySelector("[data-palette]");
  if (!button) return;
  if (/Mac|iPhone|iPad/.test(navigator.platform)) button.querySelector("kbd").textContent = "\u2318K";
  button.hidden = false;
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}

// What is typed while it is loaded is meant for it, and for nothing else on the page.
async function open() {
  let typed = "";
  let enters = false;
  const keep = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") enters = true;
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("keydown", keep, true);
  try {
    const palette = await import(new URL("palette.js", import.meta.url));
    palette.open({ typed, enters });
  } finally {
    removeEventListener("keydown", keep, true);
  }
}
