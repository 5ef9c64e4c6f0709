// How the admin area looks in this browser: applied at once, and kept for the next page.
const attributes = { theme: "data-bs-theme", density: "data-density" };

export function choose(form, { name, value }) {
  document.documentElement.toggleAttribute(attributes[name], value !== "");
  if (value) document.documentElement.setAttribute(attributes[name], value);
  for (const same of document.querySelectorAll(`[data-appearance] [name=${name}]`)) same.checked = same.value === value;
  // Where it fails, it holds until the next page.
  fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual", keepalive: true }).catch(() => {});
}
