// What HTML cannot do in the admin area: bring errors into focus, and take a link in one go.
document.getElementById("error-summary")?.focus();

document.addEventListener("focusin", (event) => {
  if (event.target.matches("input[readonly]")) event.target.select();
});
