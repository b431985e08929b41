// One chart as cells of a grid: which place each is, and its paint.
import { CellGrid } from "./cell-grid.js";
import { mirrored, polygons } from "./path-outline.js";
import { BEYOND, OUTSIDE } from "./places.js";

/** @import { Polygon } from "./path-outline.js" */
/** @import { Places } from "./places.js" */
/** @import { Chart, Step, View } from "./painting.js" */

const CELL = 2; // units of a figure: 2 mm on a leg, less than 1 mm on a foot
const LEFT = "left";

/** The shapes of a chart: its outline, and each patch with its place; on both legs, each patch twice. */
export function shapesOf(/** @type {Chart} */ chart, /** @type {View} */ view, /** @type {Places} */ places) {
  const [width] = view.size;
  const sides = chart.legs === "both" ? [false, true] : [chart.legs === LEFT];
  const turned = (/** @type {Polygon[]} */ shape, /** @type {boolean} */ isLeft) =>
    isLeft ? mirrored(shape, width) : shape;
  return {
    // the outline of both legs is symmetrical already
    outline: turned(polygons(view.outline), chart.legs === LEFT),
    patches: sides.flatMap((isLeft) =>
      view.patches.map(([territory, path]) => ({
        place: places.of(territory, isLeft),
        shape: turned(polygons(path), isLeft),
      })),
    ),
  };
}

/** One chart: which place each cell is, and its paint (0 for none). */
export class PaintedChart {
  /**
   * @param {Chart} chart
   * @param {View} view
   * @param {Places} places
   */
  constructor(chart, view, places) {
    const { outline, patches } = shapesOf(chart, view, places);
    this.grid = new CellGrid(view.size[0], view.size[1], CELL);
    this.weight = (CELL * chart.millimetres) ** 2;
    this.place = new Uint16Array(this.grid.count);
    this.paint = new Uint8Array(this.grid.count);
    this.all = new Uint32Array(places.count);
    this.outline = outline;
    this.patches = patches;
    this.grid.fill(outline, (cell) => (this.place[cell] = BEYOND));
    for (const { place, shape } of patches) this.grid.fill(shape, (cell) => (this.place[cell] = place));
    this.place.fill(OUTSIDE, 0, Math.ceil(chart.top / CELL) * this.grid.columns);
    for (const place of this.place) this.all[place]++;
    this.all[OUTSIDE] = 0;
  }

  /** Applies a step. @param {Step} step */
  apply(step) {
    if (step.place !== undefined) this.#fill(step.place, step.paint);
    else for (const n of step.points.keys()) this.segment(step, n);
  }

  /**
   * Paints the segment of a stroke that ends at point `n`.
   * @param {Step} step
   * @param {number} n
   */
  segment({ points, radius, paint }, n) {
    this.grid.stroke(points[Math.max(0, n - 1)], points[n], radius, (cell) => {
      if (this.place[cell] !== OUTSIDE) this.paint[cell] = paint;
    });
  }

  /** @param {number} place @param {number} paint */
  #fill(place, paint) {
    for (let cell = 0; cell < this.place.length; cell++) if (this.place[cell] === place) this.paint[cell] = paint;
  }

  /** Whether all of a place has one paint. @param {number} place @param {number} paint */
  isFull(place, paint) {
    return this.place.every((own, cell) => own !== place || this.paint[cell] === paint);
  }

  /**
   * The painted cells of each place, and by paint.
   * @param {number} paints  how many there are
   */
  count(paints) {
    const painted = new Uint32Array(this.all.length);
    const byPaint = Array.from({ length: paints + 1 }, () => new Uint32Array(this.all.length));
    for (let cell = 0; cell < this.paint.length; cell++) {
      if (!this.paint[cell]) continue;
      painted[this.place[cell]]++;
      byPaint[this.paint[cell]][this.place[cell]]++;
    }
    return { weight: this.weight, all: this.all, painted, byPaint };
  }
}
