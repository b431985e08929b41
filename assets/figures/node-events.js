// Pointer and key events on nodes: any element with data-node can be chosen, and is named under the pointer or in focus.
import { closest } from "../app/dom.js";
import { NODE, nodeAt } from "./hit-test.js";

/**
 * @typedef {object} NodeHandlers
 * @property {(id: string, event: Event) => void} choose  a node was clicked, or chosen by key
 * @property {(event: Event) => void} clear  Escape was pressed
 * @property {(node: HTMLElement | null) => void} hover  the pointer or the focus is on this node, or on none
 * @property {(point: Point) => void} moved  the pointer or the focus has moved
 * @property {() => boolean} showsNerves
 */

/**
 * @param {HTMLElement} place  in which the nodes are
 * @param {NodeHandlers} handlers
 */
export function listenToNodes(place, { choose, clear, hover, moved, showsNerves }) {
  const root = /** @type {Document | ShadowRoot} */ (place.getRootNode());
  place.addEventListener("click", (event) => {
    if (event.defaultPrevented) return;
    const found = nodeAt(event, showsNerves(), root);
    if (found) choose(found.dataset.node, event);
  });
  place.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    if (event.key === "Escape") clear(event);
    const found = closest(event, NODE);
    // buttons turn these keys into clicks themselves
    if (/** @type {Element} */ (found) instanceof SVGElement && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      choose(found.dataset.node, event);
    }
  });
  place.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    hover(closest(event, NODE) ?? null);
    moved({ x: event.clientX, y: event.clientY });
  });
  place.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") moved({ x: event.clientX, y: event.clientY });
  });
  place.addEventListener("pointerleave", () => hover(null));
  place.addEventListener("focusin", (event) => {
    const found = closest(event, NODE);
    if (!found?.matches(":focus-visible")) return;
    hover(found);
    const box = found.getBoundingClientRect();
    moved({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  });
  place.addEventListener("focusout", () => hover(null));
}
