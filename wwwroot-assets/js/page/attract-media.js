// The picture or video that an event has for its attract screen, kept on the tablet. It says nothing that the title does not.

// Not one of the app's own, which go with its version.
const shelf = "attract";

let media;
// The address of it; "" where the event has none.
let known;
let isBusy = false;

// Loaded once, whatever version of the app asks. What fails is tried again with the next call.
export async function keepMedia(wanted) {
  const address = wanted?.address ?? "";
  if (isBusy || address === known || !("caches" in window)) return;
  isBusy = true;
  try {
    const fresh = address ? await kept(wanted) : undefined;
    if (!address) await caches.delete(shelf);
    if (media) URL.revokeObjectURL(media.source);
    [media, known] = [fresh, address];
  } catch {
    // Until then as before.
  } finally {
    isBusy = false;
  }
}

async function kept({ address, integrity }) {
  const cache = await caches.open(shelf);
  if (!(await cache.match(address))) await cache.add(new Request(address, { integrity, priority: "low" }));
  for (const { url } of await cache.keys()) if (new URL(url).pathname !== address) await cache.delete(url);
  const file = await (await cache.match(address)).blob();
  const isVideo = file.type.startsWith("video/");
  // Safari asks for parts of a video, which the worker has not.
  return { isVideo, source: isVideo ? URL.createObjectURL(file) : address };
}

// Behind the words of the screen, once it can be seen: where it can't, the screen stays as it is.
export function showMedia(button) {
  if (!media) return;
  const shown = document.createElement(media.isVideo ? "video" : "img");
  shown.className = "attract-media";
  shown.setAttribute("aria-hidden", "true");
  shown.addEventListener(media.isVideo ? "loadeddata" : "load", () => button.classList.add("has-media"));
  shown.addEventListener("error", () => {
    button.classList.remove("has-media");
    shown.remove();
  });
  if (media.isVideo)
    Object.assign(shown, { muted: true, loop: true, playsInline: true, preload: "auto", disableRemotePlayback: true });
  else shown.alt = "";
  shown.src = media.source;
  button.prepend(shown);
  if (media.isVideo && !matchMedia("(prefers-reduced-motion: reduce)").matches) shown.play().catch(() => null);
}
