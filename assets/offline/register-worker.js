// Makes a served page installable, and registers the service worker that keeps its files for offline use.
export async function registerWorker() {
  const { worker, manifest } = document.documentElement.dataset;
  if (!worker || !location.protocol.startsWith("http")) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: manifest }));
  if (navigator.connection?.saveData) return;
  await navigator.serviceWorker?.register(worker); // undefined on an insecure connection
}
