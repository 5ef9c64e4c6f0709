// What only a script can offer about links and codes: copying with one click, and printing. The buttons show where it runs.
import { copied } from "./modules/copied.js";

const news = document.getElementById("copied");

for (const button of document.querySelectorAll("[data-copy]")) {
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const box = document.getElementById(button.dataset.copy);
    if (!(await copied(box, navigator.clipboard, document))) return;
    button.textContent = news.textContent = button.dataset.copied;
    setTimeout(() => {
      button.textContent = words;
      news.textContent = "";
    }, 2000);
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
