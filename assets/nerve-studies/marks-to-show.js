// Which of the figures that are shown mark an electrode.

/** @import { Mark } from "./predictions.js" */

// Least cosine between the skin over an electrode and the viewer; as for the sites of lesions.
const FACING = 0.25;

/**
 * The marks of one electrode that the shown figures hold: those that face the viewer, or else the one that does most.
 * @param {Mark[]} marks
 * @param {(view: string) => boolean} isInView
 * @returns {Mark[]}
 */
export function marksToShow(marks, isInView) {
  const held = marks.filter(([view]) => isInView(view));
  const facing = held.filter(([, , , cosine]) => cosine >= FACING);
  return facing.length ? facing : held.sort((a, b) => b[3] - a[3]).slice(0, 1);
}
