// Keeps one version of a page with all its files, completely or not at all, and answers requests from it.
"use strict";
const PRECACHE = self.PRECACHE; // the publisher sets it before this script: { version, page, files, also }
const scope = self.registration.scope;
const prefix = `nerve-atlas ${scope} `;
const cacheName = prefix + PRECACHE.version;
const absolute = (address) => new URL(address, scope).href;
const files = new Set([...PRECACHE.files, ...PRECACHE.also].map(absolute));
const page = absolute(PRECACHE.page);

async function fetchOk(address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

// A page that does not name exactly these files belongs to another version, which must not be mixed with this one.
async function fetchPage() {
  const response = await fetchOk(page, "reload");
  const text = await response.clone().text();
  const missing = PRECACHE.files.find((file) => !text.includes(file));
  if (missing) throw new Error(`the page belongs to another version: it does not name ${missing}`);
  return response;
}

// An address changes with its content, so a file kept by another version or another page is the same.
async function store(cache, address) {
  const kept = await caches.match(address, { ignoreVary: true });
  await cache.put(address, kept ?? (await fetchOk(address, "default")));
}

async function install() {
  const response = await fetchPage();
  const cache = await caches.open(cacheName);
  try {
    for (const file of PRECACHE.files) await store(cache, absolute(file));
    for (const file of PRECACHE.also) await cache.put(absolute(file), await fetchOk(absolute(file), "reload"));
    await cache.put(page, response);
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function deleteOtherVersions() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function fromCache(address, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(address, { ignoreVary: true })) ?? fetch(request);
}

// Runs in an empty page, the only one that is open: activates the new version, and asks for the page only after that.
// A request during the change from one worker to the next can leave a browser waiting for ever.
function activateAndReload() {
  const reload = () => location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", reload);
  navigator.serviceWorker.getRegistration().then((registration) => registration?.waiting?.postMessage("take over"));
  setTimeout(reload, 3000);
}

const HANDOVER_SCRIPT = absolute("handing-over.js"); // not a file: this worker answers it
const HANDOVER_PAGE =
  '<!doctype html><meta name="color-scheme" content="light dark"><script src="handing-over.js"></script>';
const POLICY = "default-src 'none'; script-src 'self'";
const MOST_HANDOVERS = 3;
let handovers = 0;

function respond(content, type) {
  return new Response(content, {
    headers: { "Content-Type": type, "Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff" },
  });
}

// A new version waits until no page of the old one is open; reloading the only open page counts as that.
async function respondToNavigation(request) {
  const canHandOver = self.registration.waiting && (await self.clients.matchAll()).length < 2;
  if (!(canHandOver || handovers) || handovers === MOST_HANDOVERS) return fromCache(page, request);
  handovers += 1;
  return respond(HANDOVER_PAGE, "text/html; charset=utf-8");
}

function isPage({ href, pathname, searchParams }) {
  const root = new URL(scope).pathname;
  const isRoot = pathname === root || pathname === new URL(page).pathname;
  return href.startsWith(scope) && !["names", "variant"].some((key) => searchParams.has(key)) && isRoot;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(deleteOtherVersions()));
self.addEventListener("message", ({ data }) => data === "take over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  const address = url.origin + url.pathname;
  if (request.mode === "navigate") {
    if (isPage(url)) event.respondWith(respondToNavigation(request));
  } else if (address === HANDOVER_SCRIPT) event.respondWith(respond(`(${activateAndReload})();`, "text/javascript"));
  else if (files.has(address)) event.respondWith(fromCache(address, request));
});
