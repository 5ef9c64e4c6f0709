// Fills the whole screen with what the form is for, until somebody touches it.
export function fillAttract(button) {
  const screen = document.getElementById("screen");
  button.querySelector(".attract-title").textContent = screen.querySelector("h1").textContent;
  button.querySelector("img")?.remove();
  const picture = screen.querySelector(".cover, .logo img")?.cloneNode(true);
  if (!picture) return;
  picture.className = "";
  button.prepend(picture);
}
