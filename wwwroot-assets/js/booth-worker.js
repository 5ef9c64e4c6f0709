// Keeps the app of a paired tablet on the tablet: after the first visit it loads nothing more, and starts without a connection.
const { version, kept, later } = self.shell;
const name = `booth-${version}`;
const [app] = kept;

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(clean()));
self.addEventListener("message", (event) => {
  if (event.data === "update") self.skipWaiting();
  if (event.data === "later") event.waitUntil(keepLater());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(answer(request));
});

async function keep() {
  const cache = await caches.open(name);
  await cache.addAll(kept.map((file) => new Request(file, { cache: "reload" })));
}

// What is not needed to begin.
async function keepLater() {
  const cache = await caches.open(name);
  for (const file of later) if (!(await cache.match(file))) await cache.add(file).catch(() => null);
}

// Only of the app: what tablets have captured is in no cache.
async function clean() {
  for (const old of await caches.keys())
    if (old.startsWith("booth-") && old !== name && old !== "booth-look") await caches.delete(old);
  await self.clients.claim();
}

async function answer(request) {
  const asked = request.mode === "navigate" && new URL(request.url).pathname === app ? app : request;
  return (await caches.match(asked)) ?? fetch(request);
}
