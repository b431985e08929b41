// Keeps the current state when the reader switches language or variant, or leaves an embedded page.
import { readable } from "./address.js";
import { closest } from "./dom.js";
import { VARIANT } from "./variant.js";

function addState(event) {
  const link = /** @type {HTMLAnchorElement} */ (closest(event, "#languages a, a[data-variant]"));
  if (!link) return;
  const params = new URLSearchParams(location.search);
  if (link.dataset.names) params.set("names", link.dataset.names);
  else if (link.dataset.names === "") params.delete("names");
  if (link.dataset.variant) params.set(VARIANT, link.dataset.variant);
  else if (link.dataset.variant === "") params.delete(VARIANT);
  link.search = readable(params);
  link.hash = location.hash;
}

/** Adds the state to the links to other languages, names and variants when they are used. */
export function keepStateInLinks() {
  for (const event of ["pointerdown", "click"]) document.addEventListener(event, addState);
}

/** Shows only the figures, in a frame of another page, and a link to the whole page. */
export function showEmbedded() {
  document.documentElement.dataset.embed = "";
  const link = /** @type {HTMLAnchorElement} */ (document.getElementById("whole"));
  link.addEventListener("click", () => (link.href = location.href.replace(/[?&]embed=[^&]*$|embed=[^&]*&/, "")));
}
