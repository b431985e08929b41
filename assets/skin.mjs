// Dresses the skin in the colours and marks of a layer: a dermatome map, or the cutaneous territories.
const worn = new WeakMap();

function wear(element, tone, fill) {
  const before = worn.get(element) ?? [...element.classList].find((name) => /^([cn]\d+|woven)$/.test(name));
  if (before) element.classList.remove(before);
  element.classList.add(tone);
  worn.set(element, tone);
  if (fill) element.setAttribute("fill", fill);
  else element.removeAttribute("fill");
}

export function dress(places, payload, layer) {
  const dresses = new Map(payload.skin.map((id, at) => [id, payload.layers[layer][at]]));
  for (const place of places) {
    for (const element of place.querySelectorAll("[data-node]")) {
      const own = dresses.get(element.dataset.node);
      if (own) wear(element.querySelector(".mark") ?? element, own[0], own[1]);
    }
    for (const text of place.querySelectorAll("[data-of]")) {
      const mark = dresses.get(text.dataset.of)?.[2] ?? "";
      text.textContent = mark.length <= Number(text.dataset.room) ? mark : "";
    }
  }
}
