// One chart on the screen: the body, the paint over it, and its patches, which can be painted by pointer and by key.
import { element } from "../app/dom.js";
import { DIRECTIONS, neighbour } from "../figures/roving.js";
import { bodyOf } from "./body-chart.js";
import { ChartCanvas } from "./chart-canvas.js";

/** @import { Chart, Painting, Step, View } from "./painting.js" */
/** @import { Palette } from "./palette.js" */
/**
 * What is painted with: a brush of a radius as a share of the figure, or whole patches; paint 0 takes paint away.
 * @typedef {{paint: number, brush: number | null}} Tool
 */
/**
 * @typedef {object} ChartSetting
 * @property {Painting} painting
 * @property {Record<string, string>} words
 * @property {Palette} palette
 * @property {(place: number) => string} nameOf
 * @property {() => Tool | null} tool  null if nothing can be painted now
 * @property {(canvas: ChartCanvas, chart: Chart, steps: Step[]) => void} [draw]  in place of the steps alone
 * @property {(chart: string, step: Step, isErased: boolean) => void} onPainted  called when a step is complete
 */

const SYMBOL = 11; // pixels of the page
const FULL = 0.995; // a patch is painted if hardly a cell is missing
const MOST_PIXELS = 2; // of the screen for one of the page: more are not seen in hatching

export class ChartView {
  /** @type {Step | null} the stroke that is being painted */
  #stroke = null;
  /** The pointer that draws it. */
  #pointer = 0;
  #rect = new DOMRect();

  /**
   * @param {Chart} chart
   * @param {View} view
   * @param {ChartSetting} setting
   */
  constructor(chart, view, setting) {
    this.setting = setting;
    this.chart = chart;
    const { svg, shapes } = bodyOf(chart, view, setting.painting, setting.words);
    this.scale = Math.sqrt(view.size[0] * view.size[1]);
    this.shapes = shapes;
    this.width = view.size[0];
    this.canvas = element("canvas", { ariaHidden: "true" });
    this.paint = new ChartCanvas(this.canvas, chart, view, setting.painting.charts.get(chart.id), setting.palette);
    for (const { place, path } of shapes) {
      path.dataset.place = String(place);
      path.setAttribute("role", "button");
      path.setAttribute("tabindex", "-1");
    }
    this.current = shapes[0].path;
    this.current.setAttribute("tabindex", "0");
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-label", chart.name);
    const [width, height] = [view.size[0], view.size[1] - chart.top];
    this.area = element("div", { className: "paper-chart" }, svg, this.canvas);
    this.area.style.setProperty("--ratio", String(width / height));
    this.figure = element("figure", { className: "drawing-chart" }, this.area, element("figcaption", {}, chart.name));
    this.figure.dataset.chart = chart.id;
    this.figure.style.setProperty("--units", String(height));
    this.figure.style.setProperty("--breadth", String(width));
    this.#listen(svg);
    new ResizeObserver(() => this.fit()).observe(this.area);
  }

  #listen(svg) {
    const { area } = this;
    area.addEventListener("pointerdown", (event) => this.#down(event));
    area.addEventListener("pointermove", (event) => this.#move(event));
    for (const name of ["pointerup", "pointercancel"]) area.addEventListener(name, (event) => this.#up(event));
    svg.addEventListener("click", ({ target }) => this.setting.tool()?.brush === null && this.#toggle(target));
    svg.addEventListener("focusin", ({ target }) => this.#moveStop(target));
    svg.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Fits the canvas to the size of the chart on the page. */
  fit() {
    const { clientWidth, clientHeight } = this.area;
    if (!clientWidth || !clientHeight) return;
    const dots = Math.min(devicePixelRatio, MOST_PIXELS);
    this.paint.resize(Math.round(clientWidth * dots), Math.round(clientHeight * dots), SYMBOL * dots);
    this.show();
  }

  /** Shows the drawing as it is now. */
  show() {
    const { painting, draw } = this.setting;
    const steps = painting.shown().filter(({ chart }) => chart === this.chart.id);
    if (draw) draw(this.paint, this.chart, steps);
    else this.paint.draw(steps);
    this.tell();
  }

  /** Says of each patch whether it is painted. */
  tell() {
    const { painting } = this.setting;
    const { all, painted } = painting.charts.get(this.chart.id).count(painting.paints);
    for (const { place, path } of this.shapes) {
      path.setAttribute("aria-label", this.setting.nameOf(place));
      const share = all[place] ? painted[place] / all[place] : 0;
      path.setAttribute("aria-pressed", share >= FULL ? "true" : share ? "mixed" : "false");
    }
  }

  /** @param {PointerEvent} event @returns {[number, number]} */
  #pointOf({ clientX, clientY }) {
    const scale = this.width / this.#rect.width;
    return [(clientX - this.#rect.left) * scale, (clientY - this.#rect.top) * scale + this.chart.top];
  }

  /** @param {PointerEvent} event */
  #down(event) {
    const { paint, brush } = this.setting.tool() ?? { paint: 0, brush: null };
    if (brush === null || event.button || this.#stroke) return;
    event.preventDefault();
    this.area.setPointerCapture(event.pointerId);
    this.#pointer = event.pointerId; // another finger or the palm draws nothing
    this.#rect = this.area.getBoundingClientRect();
    this.#stroke = { chart: this.chart.id, paint, radius: brush * this.scale, points: [this.#pointOf(event)] };
    this.setting.painting.add(this.#stroke);
    this.paint.stroke(this.#stroke, 0);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const stroke = this.#stroke;
    if (!stroke || event.pointerId !== this.#pointer) return;
    const from = stroke.points.length;
    const events = event.getCoalescedEvents?.() ?? [];
    stroke.points.push(...(events.length ? events : [event]).map((one) => this.#pointOf(one)));
    this.paint.stroke(stroke, from);
    const painted = this.setting.painting.charts.get(this.chart.id);
    for (let n = from; n < stroke.points.length; n++) painted.segment(stroke, n);
  }

  /** @param {Event} event */
  #up(event) {
    if (/** @type {PointerEvent} */ (event).pointerId !== this.#pointer) return;
    const stroke = this.#stroke;
    this.#stroke = null;
    if (stroke) this.#done(stroke);
  }

  /** @param {Step} step */
  #done(step) {
    this.tell();
    this.setting.onPainted(this.chart.id, step, !step.paint);
  }

  /** Paints a whole patch, or takes the paint away if all of it has this paint. @param {EventTarget | null} target */
  #toggle(target) {
    const path = /** @type {SVGPathElement | undefined} */ (/** @type {Element} */ (target).closest?.("[data-place]"));
    if (!path) return;
    const { painting, tool } = this.setting;
    const step = { chart: this.chart.id, paint: tool().paint, place: Number(path.dataset.place) };
    if (painting.charts.get(this.chart.id).isFull(step.place, step.paint)) step.paint = 0;
    painting.add(step);
    this.show();
    this.#done(step);
  }

  #moveStop(path) {
    if (!path.dataset?.place) return;
    this.current.setAttribute("tabindex", "-1");
    this.current = path;
    path.setAttribute("tabindex", "0");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    const paths = this.shapes.map(({ path }) => path);
    const target =
      key in DIRECTIONS ? neighbour(paths, this.current, DIRECTIONS[key]) : { Home: paths[0], End: paths.at(-1) }[key];
    if (key === "Enter" || key === " ") this.setting.tool() && this.#toggle(event.target);
    else if (!target && !(key in DIRECTIONS)) return;
    target?.focus();
    event.preventDefault();
    event.stopPropagation();
  }
}
