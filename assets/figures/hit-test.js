// Finds the node at which a pointer event points.
import { closest, findAll } from "../app/dom.js";
import { nearestSmall } from "./small-targets.js";

export const NODE = "[data-node]";

// A nerve is too thin to hit. While nerves are shown, one within reach counts as pointed at, except inside a patch of
// skin so small that the patch itself could no longer be pointed at.
const THIN = ".view :is(.nerves, .sites) [data-node]";
const REACH = { mouse: 4, touch: 12, pen: 6 }; // pixels
const SMALLEST = 5; // widths of a patch, in reaches
const RINGS = [0.25, 0.5, 0.75, 1]; // of the reach
const DIRECTIONS = [...Array(12).keys()].map((n) => [Math.cos((n * Math.PI) / 6), Math.sin((n * Math.PI) / 6)]);

/**
 * The small patch of skin that a finger meant, if it landed near one.
 * @param {MouseEvent} event
 * @param {HTMLElement | null} found  what lies under the finger
 */
function smallPatchNear(event, found) {
  const view = closest(event, ".view");
  if (!view) return null;
  const patches = findAll(`.skin ${NODE}`, view);
  const boxes = patches.map((patch) => patch.getBoundingClientRect());
  const touched = found?.getBoundingClientRect() ?? null;
  return patches[nearestSmall({ x: event.clientX, y: event.clientY }, boxes, touched)] ?? null;
}

/**
 * The nerve within reach of a pointer that is on a patch of skin.
 * @param {MouseEvent & {pointerType?: string}} event
 * @param {HTMLElement} patch
 * @param {DocumentOrShadowRoot} root
 */
function nerveNear({ clientX, clientY, pointerType }, patch, root) {
  const reach = REACH[pointerType] ?? REACH.mouse;
  const { width, height } = patch.getBoundingClientRect();
  if (Math.min(width, height) < SMALLEST * reach) return null;
  for (const share of RINGS)
    for (const [x, y] of DIRECTIONS) {
      const at = root.elementFromPoint(clientX + x * share * reach, clientY + y * share * reach);
      const nerve = at?.closest?.(THIN);
      if (nerve) return /** @type {HTMLElement} */ (nerve);
    }
  return null;
}

/**
 * @param {MouseEvent & {pointerType?: string}} event
 * @param {boolean} showsNerves
 * @param {DocumentOrShadowRoot} [root]  in which the figures are
 */
export function nodeAt(event, showsNerves, root = document) {
  const found = closest(event, NODE);
  if (found && !found.closest(".skin")) return found;
  const patch = (event.pointerType === "touch" && smallPatchNear(event, found)) || found;
  return (patch && showsNerves && nerveNear(event, patch, root)) || patch;
}
