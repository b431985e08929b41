// The page's tooltip, with the name of the node under the pointer or in focus.
import { Tooltip } from "../figures/tooltip.js";

const tooltip = new Tooltip(document.getElementById("tooltip"));

/** @param {Point} point */
export const moveTooltip = (point) => tooltip.moveTo(point);

/**
 * @param {Payload | null} payload
 * @param {string | null} id  null hides the tooltip
 * @param {string} [note]  added to the name
 */
export function showTooltip(payload, id, note) {
  const isShown = payload && id && payload.has(id);
  tooltip.show(isShown ? [payload.nameOf(id), note].filter(Boolean).join(": ") : null);
}
