// Keeps one version of one page with all its files, whole or not at all, and answers from nothing else.
"use strict";
const KEPT = self.PRECACHE; // set in front of this script when it is published: { version, page, files, also }
const scope = self.registration.scope;
const family = `nerve-atlas ${scope} `;
const name = family + KEPT.version;
const whole = (address) => new URL(address, scope).href;
const files = new Set([...KEPT.files, ...KEPT.also].map(whole));
const page = whole(KEPT.page);

async function fetched(address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

// A page that does not name exactly these files belongs to another version, and nothing of it is kept.
async function checked() {
  const response = await fetched(page, "reload");
  const told = await response.clone().text();
  const missing = KEPT.files.find((file) => !told.includes(file));
  if (missing) throw new Error(`another version: ${missing}`);
  return response;
}

// An address changes with its content, so a file that another version or another page has kept is the same.
async function keep(store, address) {
  const had = await caches.match(address, { ignoreVary: true });
  await store.put(address, had ?? (await fetched(address, "default")));
}

async function install() {
  const response = await checked();
  const store = await caches.open(name);
  try {
    for (const file of KEPT.files) await keep(store, whole(file));
    for (const file of KEPT.also) await store.put(whole(file), await fetched(whole(file), "reload"));
    await store.put(page, response);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((one) => one.startsWith(family) && one !== name).map((one) => caches.delete(one)));
}

async function kept(address, request) {
  const store = await caches.open(name);
  return (await store.match(address, { ignoreVary: true })) ?? fetch(request);
}

// Runs in an empty page, the only one that is open: has the new version take over, and only then asks for the page. To
// ask while the one worker follows the other can leave a browser waiting for ever.
function handOver() {
  const again = () => location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", again);
  navigator.serviceWorker.getRegistration().then((kept) => kept?.waiting?.postMessage("take over"));
  setTimeout(again, 3000);
}

const HANDING = whole("handing-over.js"); // no file: this worker answers it
const EMPTY = '<!doctype html><meta name="color-scheme" content="light dark"><script src="handing-over.js"></script>';
const POLICY = "default-src 'none'; script-src 'self'";
const TRIES = 3;
let tried = 0;

function made(content, type) {
  return new Response(content, {
    headers: { "Content-Type": type, "Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff" },
  });
}

// A new version waits until no page of the old one is open; reloading the only one counts as that.
async function opened(request) {
  const alone = self.registration.waiting && (await self.clients.matchAll()).length < 2;
  if (!(alone || tried) || tried === TRIES) return kept(page, request);
  tried += 1;
  return made(EMPTY, "text/html; charset=utf-8");
}

function isPage({ href, pathname, searchParams }) {
  const at = new URL(scope).pathname;
  return (
    href.startsWith(scope) && !searchParams.has("names") && (pathname === at || pathname === new URL(page).pathname)
  );
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", ({ data }) => data === "take over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  const address = url.origin + url.pathname;
  if (request.mode === "navigate") {
    if (isPage(url)) event.respondWith(opened(request));
  } else if (address === HANDING) event.respondWith(made(`(${handOver})();`, "text/javascript"));
  else if (files.has(address)) event.respondWith(kept(address, request));
});
