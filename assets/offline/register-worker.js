// Served over the web, the page can be installed, and a worker keeps all of its files for the time without a network.
export async function keep() {
  const { worker, manifest } = document.documentElement.dataset;
  if (!worker || !location.protocol.startsWith("http")) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: manifest }));
  const spare = navigator.connection?.saveData;
  if (!spare) await navigator.serviceWorker?.register(worker); // browsers have none where the way is not secure
}
