// Taps on the pale leg of a figure: only the leg that is drawn in full answers a question.
import { closest } from "../app/dom.js";

/**
 * The place opposite a point, across the middle of a box.
 * @param {{left: number, right: number}} box
 * @param {number} x
 */
export const opposite = ({ left, right }, x) => left + right - x;

/**
 * Whether an event is on the leg that is drawn pale: inside the body, on no patch, and opposite one.
 * @param {MouseEvent} event
 */
export function isOnPaleLeg(event) {
  const svg = /** @type {SVGSVGElement | null} */ (/** @type {unknown} */ (closest(event, ".figures svg.view")));
  const outline = /** @type {SVGGeometryElement | null} */ (svg?.querySelector("path.outline"));
  if (!outline || closest(event, "[data-node]")) return false;
  const { clientX: x, clientY: y } = event;
  if (!outline.isPointInFill(new DOMPoint(x, y).matrixTransform(outline.getScreenCTM().inverse()))) return false;
  const there = document.elementsFromPoint(opposite(svg.getBoundingClientRect(), x), y);
  return there.some((shape) => svg.contains(shape) && shape.closest(".skin [data-node]"));
}
