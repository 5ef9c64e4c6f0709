// What only a script can offer about links and codes: copying with one click, codes that follow what is chosen, and printing. The buttons
// for it show where it runs.
import { copied } from "./modules/copied.js";
import { fresh } from "./page/fresh.js";

const news = document.getElementById("copied");

show(document);

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (!button) return;
  button.dataset.words ??= button.textContent;
  if (!(await copied(document.getElementById(button.dataset.copy), navigator.clipboard, document))) return;
  button.textContent = news.textContent = button.dataset.copied;
  setTimeout(() => {
    button.textContent = button.dataset.words;
    news.textContent = "";
  }, 2000);
});

for (const form of document.querySelectorAll("[data-refresh]")) {
  form.querySelector("[data-refresh-button]").hidden = true;
  form.addEventListener("change", async () => {
    const address = `${form.action.split("#")[0]}?${new URLSearchParams(new FormData(form))}`;
    const part = await fresh(address, form.dataset.refresh);
    if (!part) return form.submit();
    show(part);
    document.getElementById(part.id).replaceWith(part);
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

function show(part) {
  for (const button of part.querySelectorAll("[data-copy]")) button.hidden = false;
}
