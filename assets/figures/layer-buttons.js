// Marks the buttons of layers that the figures draw even when the button is off.
import { findAll } from "../app/dom.js";

const LAYERS = ["nerves", "muscles", "bones"];
const LESION = "lesion";

/** @typedef {"always" | "selected" | "some" | "partly" | ""} Reason  why a layer is drawn although its button is not pressed */

/** What a figure must contain to draw a layer always: figures without skin show what is inside, sections everything. */
const ALWAYS = { nerves: ":scope > .section", muscles: ":scope > .body", bones: ":scope > .body" };

/**
 * @param {Element[]} views  the figures on the plate
 * @param {string} layer
 * @param {{isSelected: boolean, isLesion: boolean, isExploring: boolean}} shown
 * @returns {Reason}
 */
export function reasonFor(views, layer, { isSelected, isLesion, isExploring }) {
  const own = views.filter((view) => view.querySelector(`:scope > .${layer}`));
  if (!own.length) return "";
  if (own.every((view) => view.querySelector(ALWAYS[layer]))) return "always";
  const isSeenInside = (view) => view.querySelector(":scope > :is(.body, .inside-picture)");
  if (layer === "muscles") return (isSelected || isLesion) && own.every(isSeenInside) ? "selected" : "";
  if (layer !== "nerves") return "";
  if (own.some((view) => view.querySelector(ALWAYS.nerves))) return "some";
  return isSelected && isExploring && own.some((view) => view.querySelector(".nerves .lit")) ? "partly" : "";
}

/** @type {WeakMap<HTMLElement, string>} */
const titles = new WeakMap();

/**
 * @param {HTMLElement} button
 * @param {Reason} reason
 * @param {boolean} isPressed  whether the reader has chosen the layer
 * @param {DOMStringMap} words
 */
function mark(button, reason, isPressed, words) {
  if (!titles.has(button)) titles.set(button, button.title);
  const isForced = reason === "always" || reason === "selected";
  const isMixed = (reason === "partly" || reason === "some") && !isPressed;
  /** @type {HTMLButtonElement} */ (button).disabled = isForced;
  button.setAttribute("aria-pressed", isMixed ? "mixed" : String(isForced || isPressed));
  button.title = isForced || isMixed ? words[reason] : titles.get(button);
}

/**
 * @param {Page} page
 * @param {State} state
 */
export function markLayerButtons({ main, figures }, { show, mode }) {
  const group = /** @type {HTMLElement} */ (main.querySelector(".shows"));
  const views = findAll("figure:not([hidden]) > .view", figures);
  const shown = {
    isSelected: figures.classList.contains("on"),
    isLesion: mode === LESION || main.dataset.struck === LESION,
    isExploring: !mode,
  };
  const chosen = show.split(",");
  for (const layer of LAYERS) {
    const button = /** @type {HTMLElement} */ (group?.querySelector(`[data-show="${layer}"]`));
    if (button) mark(button, reasonFor(views, layer, shown), chosen.includes(layer), group.dataset);
  }
}
