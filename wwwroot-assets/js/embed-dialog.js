// The dialog that a form opens in, and the button that opens it. They stand in a shadow root, where the styles of the page do not reach,
// and take theirs from a sheet that a strict policy of the page allows.
const style = `
button{font:inherit;cursor:pointer}
.open{padding:.75em 1.5em;border:0;border-radius:.5em;background:#1d3fae;color:#fff}
.close{display:block;position:sticky;top:0;z-index:1;margin-left:auto;width:2.75rem;height:2.75rem;border:0;border-radius:.75rem;background:#fff;color:inherit;font-size:1.5rem;line-height:1}
.form{overflow:hidden}
.form a{display:block;padding:1.5rem}
.form iframe{width:calc(100% + 2px)!important;margin:-1px}
button:focus-visible{outline:3px solid #1d3fae;outline-offset:2px;box-shadow:0 0 0 2px #fff}
.close:focus-visible{outline-offset:-4px}
dialog{box-sizing:border-box;width:min(36rem,calc(100% - 2rem));max-width:none;max-height:calc(100% - 2rem);padding:0;border:0;border-radius:.75rem;background:#fff;color:#111;color-scheme:light}
dialog::backdrop{background:#0009}
.slide-in.open{position:fixed;inset:auto 1rem 1rem auto;z-index:2147483000;box-shadow:0 2px 12px #0005}
.slide-in:not(.open){margin:0 0 0 auto;width:min(28rem,100%);height:100%;max-height:none;border-radius:0}
@media(prefers-reduced-motion:no-preference){
dialog[open]{animation:appear .2s}
dialog.slide-in[open]{animation:slide .2s}
@keyframes appear{from{opacity:0}}
@keyframes slide{from{transform:translateX(100%)}}
}`;

const doors = [];

document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-leadcapture-open], a[href*='#leadcapture-']");
  if (opener && open(opener.dataset.leadcaptureOpen ?? opener.hash.slice("#leadcapture-".length))) event.preventDefault();
});

Object.assign(window.LeadCapture, { door, open });

function open(form) {
  const found = doors.find(({ place }) => place.dataset.form === form && place.isConnected);
  found?.show();
  return Boolean(found);
}

function door(place, frame, address) {
  const { mode, label = "Open form", close = "Close", title = label } = place.dataset;
  const root = place.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];

  const dialog = document.createElement("dialog");
  dialog.className = mode;
  dialog.setAttribute("aria-label", title);
  // The border of the form is cut off: the dialog has its own.
  const form = document.createElement("div");
  form.className = "form";
  form.append(frame);
  dialog.append(
    button("close", "×", () => dialog.close()),
    form,
  );
  dialog.firstChild.setAttribute("aria-label", close);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  if (mode !== "popup") root.append(button(`open ${mode}`, label, show));
  root.append(dialog);
  doors.push({ place, show });

  function show() {
    // What was typed is still there when it is opened again.
    if (!frame.src) frame.src = address;
    dialog.showModal();
  }
}

function button(name, text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  made.part = name.split(" ")[0];
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
