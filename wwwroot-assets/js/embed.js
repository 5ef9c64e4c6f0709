// Puts a form in place of this script: <script src="https://HOST/embed.js" data-form="SLUG" async></script>
(() => {
  const script = document.currentScript ?? document.querySelector('script[data-form][src*="/embed.js"]');
  if (!script?.dataset.form) return;

  const { origin } = new URL(script.src);
  const address = new URL(`f/${encodeURIComponent(script.dataset.form)}/embed`, script.src);
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name.startsWith("utm_")) pass(name, value.slice(0, 200));
  }
  pass("page", location.href.split("#")[0]);

  // A server refuses an address that is too long, and the frame stays empty: the end is left out.
  function pass(name, value) {
    const letters = [...value];
    do address.searchParams.set(name, letters.join("").replace(/%[0-9a-f]?$/i, ""));
    while (address.href.length > 4000 && letters.splice(-Math.max(1, letters.length >> 3)).length > 0);
    if (letters.length === 0) address.searchParams.delete(name);
  }

  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = script.dataset.title ?? "Form";
  frame.loading = "lazy";
  frame.referrerPolicy = "origin";
  frame.style.cssText = "display:block;width:100%;height:600px;border:0;color-scheme:normal";

  let shown = 0;
  let last = "form";
  addEventListener("message", ({ data, origin: from, source }) => {
    if (from !== origin || source !== frame.contentWindow || !data?.leadcapture) return;
    if (data.height > 0) frame.style.height = `${Math.min(data.height, 20000)}px`;
    if (data.leadcapture !== "shown") return;
    if (!script.dataset.title && data.title) frame.title = String(data.title);
    // After the first page, what is shown is an answer to the visitor: its top has to be seen.
    if (shown++ && frame.getBoundingClientRect().top < 0) frame.scrollIntoView({ block: "start" });
    if (data.state === "submitted" && last !== "submitted") {
      frame.dispatchEvent(new CustomEvent("leadcapture:submitted", { bubbles: true, detail: { form: script.dataset.form } }));
    }
    last = data.state;
  });

  if (script.closest("head")) addEventListener("DOMContentLoaded", () => document.body.append(frame));
  else script.replaceWith(frame);
})();
