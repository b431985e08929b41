// Marks on the figures where a study stimulates (numbers, distal first) and records (R).
import { isShown, markerAt } from "../lesion/lesion-markers.js";
import { marksToShow } from "./marks-to-show.js";

/** @import { PlacedMarker } from "../lesion/lesion-markers.js" */
/** @import { Mark, Study } from "./predictions.js" */

const RECORDING = "R";
/**
 * The marks of a study, in the figures that are shown.
 * @param {Page} page
 * @param {Study} study
 * @returns {PlacedMarker[]}
 */
export function electrodeMarks(page, { points, recorded }) {
  const figures = [.../** @type {NodeListOf<SVGSVGElement>} */ (page.figures.querySelectorAll("svg.view"))];
  const shown = new Map(figures.filter(isShown).map((figure) => [figure.dataset.view, figure]));
  const placed = (/** @type {Mark[]} */ marks, /** @type {string} */ letter) =>
    marksToShow(marks, (view) => shown.has(view)).map(([view, x, y]) => markerAt(shown.get(view), [x, y], letter));
  return [...points.flatMap(([, , marks], n) => placed(marks, String(n + 1))), ...placed(recorded, RECORDING)];
}
