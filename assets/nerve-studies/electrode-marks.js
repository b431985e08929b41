// Marks on the figures where a study stimulates (numbers, distal first) and records (R).
import { endOf, markerInFigure, shapeIn } from "../lesion/lesion-markers.js";

/** @import { PlacedMarker } from "../lesion/lesion-markers.js" */
/** @import { Study } from "./predictions.js" */

const RECORDING = "R";
// A figure in which a muscle takes less than this share of the pixels that it takes in another does not show it well.
const LEAST_SHARE = 0.25;
/** @type {Record<string, string>} kind of a node → the group of the figures that draws it */
const GROUPS = { site: "sites", muscle: "muscles", segment: "nerves" };

/** @param {Element} shape */
const boxOf = (shape) => /** @type {SVGGraphicsElement} */ (shape).getBBox();

/** The middle of a shape's box. @param {Element} shape */
function middleOf(shape) {
  const { x, y, width, height } = boxOf(shape);
  return width || height ? [x + width / 2, y + height / 2] : null;
}

/**
 * The marks of a study, in the figures that are shown.
 * @param {Page} page
 * @param {Study} study
 * @returns {PlacedMarker[]}
 */
export function electrodeMarks(page, { points, recorded, path }) {
  const { ids, kinds } = page.payload;
  const figures = [.../** @type {NodeListOf<SVGSVGElement>} */ (page.figures.querySelectorAll("svg.view"))];
  const shown = figures.filter((figure) => !figure.closest("figure")?.hidden);

  /** @param {number} node @param {string} letter */
  function marksOf(node, letter) {
    if (node < 0) return [];
    const kind = kinds[node];
    const drawn = shown.flatMap((figure) => {
      const shape = shapeIn(figure, GROUPS[kind], ids[node]);
      // a muscle that shines through from the other side is drawn without its nerve
      const reaching = kind === "muscle" ? path.at(-2) : null;
      if (!shape || (reaching !== null && !shapeIn(figure, "nerves", ids[reaching]))) return [];
      const scale = figure.clientWidth / (figure.viewBox.baseVal.width || 1);
      const { width, height } = boxOf(shape);
      return [{ figure, shape, pixels: width * height * scale * scale }];
    });
    const most = Math.max(...drawn.map(({ pixels }) => pixels));
    const clear = kind === "site" ? drawn : drawn.filter(({ pixels }) => pixels >= LEAST_SHARE * most);
    const pointOf = kind === "segment" ? endOf : middleOf;
    return clear.flatMap(({ figure, shape }) => markerInFigure(figure, shape, letter, pointOf));
  }

  const stimuli = points.flatMap(([, node], n) => marksOf(node, String(n + 1)));
  return [...stimuli, ...marksOf(recorded, RECORDING)];
}
