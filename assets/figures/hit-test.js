// Finds the node at which a pointer event points.
import { closest } from "../app/dom.js";

export const NODE = "[data-node]";

// A nerve is too thin to hit. While nerves are shown, one within reach counts as pointed at, except inside a patch of
// skin so small that the patch itself could no longer be pointed at.
const THIN = ".view :is(.nerves, .sites) [data-node]";
const REACH = { mouse: 4, touch: 12, pen: 6 }; // pixels
const SMALLEST = 5; // widths of a patch, in reaches
const RINGS = [0.25, 0.5, 0.75, 1]; // of the reach
const DIRECTIONS = [...Array(12).keys()].map((n) => [Math.cos((n * Math.PI) / 6), Math.sin((n * Math.PI) / 6)]);

/**
 * @param {MouseEvent & {pointerType?: string}} event
 * @param {boolean} showsNerves
 * @param {DocumentOrShadowRoot} [root]  in which the figures are
 */
export function nodeAt(event, showsNerves, root = document) {
  const { clientX, clientY, pointerType } = event;
  const found = closest(event, NODE);
  if (!found?.closest(".skin") || !showsNerves) return found;
  const reach = REACH[pointerType] ?? REACH.mouse;
  const { width, height } = found.getBoundingClientRect();
  if (Math.min(width, height) < SMALLEST * reach) return found;
  for (const share of RINGS)
    for (const [x, y] of DIRECTIONS) {
      const at = root.elementFromPoint(clientX + x * share * reach, clientY + y * share * reach);
      const nerve = at?.closest?.(THIN);
      if (nerve) return /** @type {HTMLElement} */ (nerve);
    }
  return found;
}
