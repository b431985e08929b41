// The paint of a chart on a canvas. Whatever is painted last covers what was there before.

/** @import { Palette } from "./palette.js" */
/** @import { PaintedChart } from "./painted-chart.js" */
/** @import { Chart, Step, View } from "./painting.js" */

const FULL_TURN = 2 * Math.PI;
const PRECISION = 1; // decimals of a place in a figure

/** @param {import("./path-outline.js").Polygon[]} shapes */
export const pathOf = (shapes) =>
  shapes
    .map((shape) => `M${shape.map((point) => point.map((at) => at.toFixed(PRECISION)).join(" ")).join("L")}Z`)
    .join("");

export class ChartCanvas {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Chart} chart
   * @param {View} view
   * @param {PaintedChart} painted
   * @param {Palette} palette
   */
  constructor(canvas, chart, view, painted, palette) {
    this.canvas = canvas;
    this.palette = palette;
    this.context = canvas.getContext("2d");
    this.width = view.size[0];
    this.top = chart.top;
    const body = painted.patches.map(({ shape }) => pathOf(shape));
    this.places = new Map(painted.patches.map(({ place }, n) => [place, new Path2D(body[n])]));
    this.outline = new Path2D(pathOf(painted.outline));
    /** @type {CanvasPattern[]} */
    this.paints = [];
    this.symbol = 0;
  }

  /**
   * Sets the size in pixels, and takes the colours of the present theme. All paint is gone afterwards.
   * @param {number} width
   * @param {number} height
   * @param {number} symbol  the size of a symbol in pixels
   */
  resize(width, height, symbol) {
    Object.assign(this.canvas, { width, height });
    const scale = width / this.width;
    const { context } = this;
    context.setTransform(scale, 0, 0, scale, 0, -this.top * scale);
    context.clip(this.outline);
    context.lineCap = context.lineJoin = "round";
    this.symbol = symbol;
    this.paints = this.paintsOf(this.palette);
  }

  /** The paints of a palette on this canvas. @param {Palette} palette @returns {CanvasPattern[]} */
  paintsOf(palette) {
    const { context, symbol, top } = this;
    const scale = this.canvas.width / this.width;
    const paints = palette.paintsOf(context, symbol);
    // the symbols keep their size, whatever the scale of the figure
    for (const paint of paints) paint.setTransform(new DOMMatrix([1 / scale, 0, 0, 1 / scale, 0, top]));
    return paints;
  }

  /** Clears the canvas and draws all steps. @param {Step[]} steps */
  draw(steps) {
    const { canvas, context } = this;
    if (!canvas.width || !canvas.height) return;
    context.save();
    context.resetTransform();
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.restore();
    for (const step of steps)
      if (step.place === undefined) this.stroke(step, 0);
      else this.#twice(step.paint, () => context.fill(this.places.get(step.place)));
  }

  /**
   * Draws a stroke, starting at one of its points.
   * @param {Step} step
   * @param {number} from
   */
  stroke({ points, radius, paint }, from) {
    const { context } = this;
    const [[x, y], ...others] = points.slice(Math.max(0, from - 1));
    const line = new Path2D();
    line.moveTo(x, y);
    for (const point of others) line.lineTo(...point);
    if (!others.length) line.arc(x, y, 0.01, 0, FULL_TURN);
    context.lineWidth = 2 * radius;
    this.#twice(paint, () => context.stroke(line));
  }

  /**
   * Takes away what is there, then paints.
   * @param {number} paint
   * @param {() => void} draw
   */
  #twice(paint, draw) {
    const { context } = this;
    context.globalCompositeOperation = "destination-out";
    context.fillStyle = context.strokeStyle = "#000";
    draw();
    context.globalCompositeOperation = "source-over";
    if (!paint) return;
    context.fillStyle = context.strokeStyle = this.paints[paint - 1];
    draw();
  }
}
