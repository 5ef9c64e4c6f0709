// Fills the whole screen with what the form is for, until somebody touches it.
export function fillAttract(button) {
  const screen = document.getElementById("screen");
  const [title, heading] = [button.querySelector(".attract-title"), screen.querySelector("h1")];
  title.textContent = heading.textContent;
  title.lang = heading.closest("[lang]").lang;
  title.dir = "auto";
  button.querySelector("img")?.remove();
  const picture = screen.querySelector(".cover, .logo img")?.cloneNode(true);
  if (!picture) return;
  picture.className = "";
  button.prepend(picture);
}

// As a touch does, any key but those that lead to another button.
export function startByKeys(button) {
  button.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || /^(Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock)$/.test(event.key))
      return;
    event.preventDefault();
    button.click();
  });
}
