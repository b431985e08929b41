// One sheet of paper, A4 or Letter: the charts with the drawing and its list, or blank charts to draw on by hand. It
// exists only while it is printed.
import { element } from "../app/dom.js";
import { printAlone } from "../share/print-alone.js";
import { ChartCanvas } from "../body-charts/chart-canvas.js";
import { bodyOf } from "../body-charts/body-chart.js";
import { FEELINGS } from "./feelings.js";

/** @import { DrawingTables } from "./drawing-tables.js" */
/** @import { Chart, Painting } from "../body-charts/painting.js" */

const DOTS = 10; // pixels for a millimetre of paper
const SYMBOL = 1.9; // millimetres
const LONGEST = 251; // millimetres of a Letter page between its margins
const INCH = 25.4;
const PER_INCH = 96;
/** Type becomes smaller first, then the charts, then type again: [name, least]. @type {[string, number][]} */
const SHRINKING = [
  ["--size", 0.8],
  ["--charts", 0.7],
  ["--size", 0.5],
];
const SHRINK = 0.96;
const FIRST = "body";
/** The pages of charts in the rows of the sheet. */
const ROWS = [
  [FIRST, "sides"],
  ["feet", "between"],
];
/** Millimetres of paper for a unit of a figure: with a list there is less room for feet. */
const SCALES = {
  list: { body: 0.091, sides: 0.091, feet: 0.052, between: 0.088 },
  blank: { body: 0.0925, sides: 0.0925, feet: 0.08, between: 0.11 },
};

/** A component tree as elements. @param {any} tree @returns {Node} */
function drawn(tree) {
  if (typeof tree !== "object" || tree === null) return document.createTextNode(String(tree));
  const { children = [], ...props } = tree.props;
  return element(tree.type.toLowerCase(), props, [].concat(children).map(drawn));
}

export class DrawingSheet {
  /**
   * @param {DrawingTables} tables
   * @param {Painting} painting
   */
  constructor(tables, painting) {
    this.tables = tables;
    this.painting = painting;
    this.words = tables.words;
  }

  /** @param {Chart} chart @param {number} scale @param {boolean} isBlank */
  #chart(chart, scale, isBlank) {
    const view = this.tables.data.views[chart.view];
    const { svg } = bodyOf(chart, view, this.painting, this.words);
    const [width, height] = [view.size[0] * scale, (view.size[1] - chart.top) * scale];
    const area = element("div", { className: "paper-chart" }, svg);
    for (const [name, size] of Object.entries({ width, height }))
      area.style.setProperty(name, `calc(${size.toFixed(2)}mm * var(--charts, 1))`);
    if (!isBlank) {
      const canvas = element("canvas");
      const paint = new ChartCanvas(canvas, chart, view, this.painting.charts.get(chart.id), FEELINGS);
      paint.resize(Math.round(width * DOTS), Math.round(height * DOTS), SYMBOL * DOTS);
      paint.draw(this.painting.shown().filter((step) => step.chart === chart.id));
      area.append(canvas);
    }
    return element("figure", {}, area, element("figcaption", {}, chart.name));
  }

  /** All charts if they are blank; else the front and the back, and what is painted. @param {boolean} isBlank */
  #charts(isBlank) {
    const scales = SCALES[isBlank ? "blank" : "list"];
    const { charts } = this.tables.data;
    const painted = new Set(this.painting.read().touched.map(({ chart }) => chart));
    const isShown = (/** @type {string} */ page) =>
      isBlank || page === FIRST || charts.some((chart) => chart.page === page && painted.has(chart.id));
    return ROWS.map((pages) =>
      element(
        "div",
        { className: "sheet-charts" },
        charts
          .filter(({ page }) => pages.includes(page) && isShown(page))
          .map((chart) => this.#chart(chart, scales[chart.page], isBlank)),
      ),
    );
  }

  #key() {
    const entry = (/** @type {string} */ id) =>
      element("li", {}, FEELINGS.swatch(id, true), this.words[`drawing.feeling.${id}`]);
    return element(
      "ul",
      { className: "sheet-key", ariaLabel: this.words["drawing.sheet.key"] },
      FEELINGS.ids.map(entry),
    );
  }

  /** Room for something written by hand. @param {string} name */
  #blank(name) {
    return element("span", { className: "by-hand" }, this.words[`drawing.sheet.${name}`], element("i", {}));
  }

  #list() {
    const reading = this.painting.read();
    if (!reading.sum.drawing) return element("p", {}, this.words["drawing.none"]);
    const titled = (/** @type {string} */ name, /** @type {Component[]} */ trees) =>
      element(
        "section",
        { className: `listed-${name}` },
        element("h2", {}, this.words[`drawing.${name}`]),
        trees.map(drawn),
      );
    const { tables } = this;
    return element(
      "div",
      { className: "sheet-list" },
      titled("roots", tables.maps(reading, true)),
      titled("nerves", [tables.nerves(reading, true)]),
      titled("patches", [tables.patches(reading)]),
    );
  }

  /** @param {boolean} isBlank */
  create(isBlank) {
    const { words } = this;
    const sheet = element(
      "section",
      { id: "drawing-sheet" },
      element(
        "div",
        { className: "sheet-head" },
        element("h1", {}, words[isBlank ? "drawing.sheet.blank" : "drawing.sheet"]),
        this.#blank("name"),
        this.#blank("date"),
      ),
      isBlank ? element("p", {}, words["drawing.sheet.how"]) : "",
      this.#key(),
      this.#charts(isBlank),
      isBlank ? "" : this.#list(),
      isBlank ? "" : element("p", {}, `${words["drawing.sheet.numbers"]} ${words["drawing.maps.lead"]}`),
      element("p", { className: "sheet-purpose" }, `${words["drawing.sheet.purpose"]} ${words["page.emergency"]}`),
    );
    sheet.toggleAttribute("data-blank", isBlank);
    return sheet;
  }
}

/** Makes type and charts smaller until all stands on one page. @param {HTMLElement} sheet */
function fit(sheet) {
  const most = (LONGEST / INCH) * PER_INCH;
  const sizes = { "--size": 1, "--charts": 1 };
  const isTooLong = () => sheet.getBoundingClientRect().height > most;
  for (const [name, least] of SHRINKING)
    while (isTooLong() && sizes[name] > least) sheet.style.setProperty(name, (sizes[name] *= SHRINK).toFixed(3));
}

/** Prints the drawing or blank charts alone. @param {DrawingSheet} sheets @param {boolean} isBlank */
export const printSheet = (sheets, isBlank) => printAlone(() => sheets.create(isBlank), "drawingSheet", fit);
