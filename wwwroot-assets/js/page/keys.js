// One letter for what is done all day, where nobody types; a list of them under "?", which can be switched off.
const kept = "leadcapture-keys-off";

export function listenToKeys() {
  const dialog = document.getElementById("keys");
  if (!dialog) return;
  const button = document.getElementById("keys-button");
  const on = document.getElementById("keys-on");
  button.hidden = false;
  on.checked = !localStorage.getItem(kept);
  on.addEventListener("change", () => (on.checked ? localStorage.removeItem(kept) : localStorage.setItem(kept, "1")));
  button.addEventListener("click", () => dialog.showModal());
  document.getElementById("keys-close").addEventListener("click", () => dialog.close());
  document.addEventListener("keydown", (event) => {
    if (!on.checked || dialog.open || event.ctrlKey || event.metaKey || event.altKey || types(event.target)) return;
    const act = acts[event.key];
    if (act?.(dialog)) event.preventDefault();
  });
}

const acts = {
  "?": (dialog) => {
    dialog.showModal();
    return true;
  },
  j: () => step(1),
  k: () => step(-1),
  e: () => press('[data-key="e"]'),
  r: () => press('[data-key="r"]'),
};

// On the page of a lead to the next one, in the list to its row.
function step(by) {
  if (press(by > 0 ? '.beside [rel="next"]' : '.beside [rel="prev"]')) return true;
  const links = [...document.querySelectorAll(".leads .who a")];
  const at = links.indexOf(document.activeElement);
  const next = links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)];
  next?.focus();
  return Boolean(next);
}

function press(selector) {
  const target = document.querySelector(selector);
  target?.click();
  return Boolean(target);
}

const types = (target) => target.closest("input:not([type=checkbox]), select, textarea, dialog, [contenteditable]");
