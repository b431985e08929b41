// A drawing as a list of steps on its charts. It lives only in memory.
import { together } from "./overlap.js";
import { PaintedChart } from "./painted-chart.js";
import { Places } from "./places.js";

/** @typedef {{id: string, name: string, page: string, view: string, legs: string, millimetres: number, top: number}} Chart */
/** @typedef {{size: [number, number], outline: string, folds: string, patches: [string, string][]}} View */
/** @typedef {{chart: string, paint: number, radius?: number, points?: [number, number][], place?: number}} Step */

/** The whole drawing. */
export class Painting {
  /**
   * @param {Chart[]} charts
   * @param {Record<string, View>} views
   * @param {number} paints  how many there are; they are numbered from 1, and 0 takes paint away
   */
  constructor(charts, views, paints) {
    this.places = new Places(Object.values(views));
    this.paints = paints;
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

  /** Forgets all steps. */
  restart() {
    this.add(null);
    this.steps = [];
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

  /** What is painted: all charts together, and each chart with its places and their paints. */
  read() {
    const counts = [...this.charts].map(([chart, painted]) => ({ chart, ...painted.count(this.paints) }));
    const touched = counts.flatMap(({ chart, painted, byPaint }) =>
      Array.from(painted, (size, place) => ({
        chart,
        place,
        size,
        paints: byPaint.flatMap((of, paint) => (paint && of[place] ? [paint] : [])),
      })).filter(({ size }) => size),
    );
    return { sum: together(counts), touched };
  }
}
