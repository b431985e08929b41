// Taps on the body: where a tap is in the units of its figure, and all taps of a room as a heat over the figures.
import { closest, findAll } from "../app/dom.js";
import { make } from "../figures/svg-elements.js";

const RADIUS = 0.016; // of the height of what a figure shows
const FIGURE = "figure-";

/**
 * Where an event is in its figure; null for a key, or outside a figure.
 * @param {Event} event
 * @returns {[view: string, x: number, y: number] | null}
 */
export function tapOf(event) {
  const svg = /** @type {SVGSVGElement | null} */ (/** @type {unknown} */ (closest(event, ".figures svg")));
  const figure = svg?.closest("figure");
  if (!figure?.id.startsWith(FIGURE) || !(event instanceof MouseEvent) || !event.detail) return null;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return [figure.id.slice(FIGURE.length), Math.round(x), Math.round(y)];
}

/** @param {ParentNode} figures */
export const removeTaps = (figures) => findAll(".taps", figures).forEach((layer) => layer.remove());

/**
 * @param {ParentNode} figures
 * @param {[view: string, x: number, y: number][]} taps
 */
export function showTaps(figures, taps) {
  removeTaps(figures);
  for (const view of new Set(taps.map(([name]) => name))) {
    const svg = /** @type {SVGSVGElement | null} */ (document.getElementById(FIGURE + view)?.querySelector("svg"));
    if (!svg) continue;
    const r = RADIUS * svg.viewBox.baseVal.height;
    const circles = taps
      .filter(([name]) => name === view)
      .map(([, cx, cy]) => make("circle", { cx, cy, r, class: "tap" }));
    svg.append(make("g", { class: "taps", "aria-hidden": "true" }, ...circles));
  }
}
