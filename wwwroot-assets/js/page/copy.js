// A button beside what people take elsewhere.
export function offerCopies(words) {
  if (!navigator.clipboard) return;
  for (const text of document.querySelectorAll("[data-copyable]:not([data-offered])")) {
    text.dataset.offered = "";
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "copy-button",
      textContent: words.copy,
    });
    button.setAttribute("aria-label", text.dataset.copyable);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent.trim());
      button.textContent = words.copied;
      setTimeout(() => (button.textContent = words.copy), 2000);
    });
    text.after(button);
  }
}
