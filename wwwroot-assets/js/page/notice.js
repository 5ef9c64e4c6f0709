// Says above a form what went wrong with it as a whole.
export function notice(form, text) {
  const box = document.getElementById("notice") ?? document.createElement("div");
  Object.assign(box, { id: "notice", className: "notice", tabIndex: -1 });
  box.replaceChildren(Object.assign(document.createElement("p"), { textContent: text }));
  form.prepend(box);
  box.focus();
}
