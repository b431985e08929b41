// A pain drawing as a list of steps, and as cells of a grid on each chart. It lives only in memory.
import { CellGrid } from "./cell-grid.js";
import { mirrored, polygons } from "./path-outline.js";
import { together } from "./overlap.js";

/** @import { Polygon } from "./path-outline.js" */
/** @typedef {{id: string, name: string, page: string, view: string, legs: string, millimetres: number, top: number}} Chart */
/** @typedef {{size: [number, number], outline: string, folds: string, patches: [string, string][]}} View */
/** @typedef {{chart: string, feeling: number, radius?: number, points?: [number, number][], place?: number}} Step */

const CELL = 2; // units of a figure: 2 mm on a leg, less than 1 mm on a foot
/** Places on the body that are no patch, and outside it. */
export const [OUTSIDE, BEYOND] = [0, 1];
const LEFT = "left";

/** The places of the patches of skin: two for each, since a patch is on either side. */
export class Places {
  /** @param {View[]} views */
  constructor(views) {
    this.territories = [...new Set(views.flatMap(({ patches }) => patches.map(([territory]) => territory)))];
    this.count = 2 + 2 * this.territories.length;
  }

  /**
   * @param {string} territory
   * @param {boolean} isLeft
   */
  of(territory, isLeft) {
    return 2 + 2 * this.territories.indexOf(territory) + Number(isLeft);
  }

  /** @param {number} place */
  territoryOf(place) {
    return this.territories[(place - 2) >> 1];
  }

  /** @param {number} place */
  isLeft(place) {
    return place % 2 === 1;
  }
}

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

/** One chart: which place each cell is, and with which feeling it is painted (0 for none). */
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
    if (step.place !== undefined) this.#fill(step.place, step.feeling);
    else for (const n of step.points.keys()) this.segment(step, n);
  }

  /**
   * Paints the segment of a stroke that ends at point `n`.
   * @param {Step} step
   * @param {number} n
   */
  segment({ points, radius, feeling }, n) {
    this.grid.stroke(points[Math.max(0, n - 1)], points[n], radius, (cell) => {
      if (this.place[cell] !== OUTSIDE) this.paint[cell] = feeling;
    });
  }

  /** @param {number} place @param {number} feeling */
  #fill(place, feeling) {
    for (let cell = 0; cell < this.place.length; cell++) if (this.place[cell] === place) this.paint[cell] = feeling;
  }

  /** Whether all of a place is painted with a feeling. @param {number} place @param {number} feeling */
  isFull(place, feeling) {
    return this.place.every((own, cell) => own !== place || this.paint[cell] === feeling);
  }

  /**
   * The painted cells of each place, and by feeling.
   * @param {number} feelings  how many there are
   */
  count(feelings) {
    const painted = new Uint32Array(this.all.length);
    const byFeeling = Array.from({ length: feelings + 1 }, () => new Uint32Array(this.all.length));
    for (let cell = 0; cell < this.paint.length; cell++) {
      if (!this.paint[cell]) continue;
      painted[this.place[cell]]++;
      byFeeling[this.paint[cell]][this.place[cell]]++;
    }
    return { weight: this.weight, all: this.all, painted, byFeeling };
  }
}

/** The whole drawing. */
export class Painting {
  /**
   * @param {Chart[]} charts
   * @param {Record<string, View>} views
   * @param {number} feelings  how many there are; they are numbered from 1, and 0 takes paint away
   */
  constructor(charts, views, feelings) {
    this.places = new Places(Object.values(views));
    this.feelings = feelings;
    this.charts = new Map(charts.map((chart) => [chart.id, new PaintedChart(chart, views[chart.view], this.places)]));
    /** @type {(Step | null)[]} null clears all */
    this.steps = [];
  }

  /** Adds a step; null clears everything. A stroke is added with its first point and can grow. @param {Step | null} step */
  add(step) {
    this.steps.push(step);
    if (step) this.charts.get(step.chart).apply(step);
    else for (const chart of this.charts.values()) chart.paint.fill(0);
  }

  /** Undoes the last step. */
  undo() {
    this.steps.pop();
    for (const chart of this.charts.values()) chart.paint.fill(0);
    for (const step of this.shown()) this.charts.get(step.chart).apply(step);
  }

  /** The steps since all was cleared. @returns {Step[]} */
  shown() {
    return this.steps.slice(this.steps.lastIndexOf(null) + 1);
  }

  /** What is painted: all charts together, and each chart with its places and their feelings. */
  read() {
    const counts = [...this.charts].map(([chart, painted]) => ({ chart, ...painted.count(this.feelings) }));
    const touched = counts.flatMap(({ chart, painted, byFeeling }) =>
      Array.from(painted, (size, place) => ({
        chart,
        place,
        size,
        feelings: byFeeling.flatMap((of, feeling) => (feeling && of[place] ? [feeling] : [])),
      })).filter(({ size }) => size),
    );
    return { sum: together(counts), touched };
  }
}
