// The answer of a painting drill on the canvas of a chart: what is painted right and wrong, and what is missed.
import { Palette } from "../body-charts/palette.js";

/** @import { ChartCanvas } from "../body-charts/chart-canvas.js" */
/** @import { Step } from "../body-charts/painting.js" */

/** What a reader paints with. */
export const PAINT = new Palette("drill", { paint: "M-2 14L14-2M-2 2L2-2M10 14L14 10" });

/** What the answer tells apart. */
export const ANSWERS = new Palette("drill", {
  right: "M-2 14L14-2M-2 2L2-2M10 14L14 10",
  wrong: "M2.5 2.5L9.5 9.5M9.5 2.5L2.5 9.5",
  missed: "M8.8 6a2.8 2.8 0 1 1-5.6 0a2.8 2.8 0 1 1 5.6 0",
  unjudged: "M2 6L10 6",
});

/** How strong skin looks that is painted right on another chart. */
const FAINT = 0.4;

/**
 * The places of one chart, by what the answer says of them.
 * @typedef {object} ChartAnswer
 * @property {number[]} wanted  to be painted
 * @property {number[]} elsewhere  of these: not painted here but on another chart
 * @property {number[]} unjudged
 */

/** An empty canvas of the same size and scale. @param {ChartCanvas} canvas */
function sameSize({ canvas, context }) {
  const layer = document.createElement("canvas");
  layer.width = canvas.width;
  layer.height = canvas.height;
  const drawing = layer.getContext("2d");
  drawing.setTransform(context.getTransform());
  return drawing;
}

/** Puts one picture over, into or out of another, pixel by pixel. */
function lay(
  /** @type {CanvasRenderingContext2D} */ context,
  /** @type {HTMLCanvasElement} */ picture,
  how,
  alpha = 1,
) {
  context.save();
  context.resetTransform();
  context.globalCompositeOperation = how;
  context.globalAlpha = alpha;
  context.drawImage(picture, 0, 0);
  context.restore();
}

/**
 * @param {ChartCanvas} canvas
 * @param {Step[]} steps
 * @param {ChartAnswer} answer
 */
export function drawAnswer(canvas, steps, { wanted, elsewhere, unjudged }) {
  if (!canvas.canvas.width || !canvas.canvas.height) return;
  canvas.draw(steps);
  const painted = sameSize(canvas);
  lay(painted, canvas.canvas, "source-over");
  // the symbols are partly clear: laid over itself often enough, the paint is not
  for (let n = 0; n < 4; n++) lay(painted, painted.canvas, "source-over");
  canvas.draw([]);
  const [right, wrong, missed, grey] = canvas.paintsOf(ANSWERS);
  const pathsOf = (/** @type {number[]} */ places) => places.map((place) => canvas.places.get(place));

  /** Draws one kind of skin. @param {"destination-in" | "destination-out" | ""} by  the paint of the reader */
  function kind(paint, paths, by, { without = [], alpha = 1 } = {}) {
    const layer = sameSize(canvas);
    layer.fillStyle = paint;
    for (const path of paths) layer.fill(path);
    layer.globalCompositeOperation = "destination-out";
    layer.fillStyle = "#000";
    for (const path of without) layer.fill(path);
    if (by) lay(layer, painted.canvas, by);
    lay(canvas.context, layer.canvas, "source-over", alpha);
  }

  const [all, none] = [pathsOf(wanted), pathsOf(unjudged)];
  const here = pathsOf(wanted.filter((place) => !elsewhere.includes(place)));
  kind(right, all, "destination-in");
  kind(missed, here, "destination-out");
  kind(right, pathsOf(elsewhere), "", { alpha: FAINT });
  kind(wrong, [canvas.outline], "destination-in", { without: [...all, ...none] });
  kind(grey, none, "destination-in");
}
