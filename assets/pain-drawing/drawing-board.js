// The board in place of the figures: the charts, what they are painted with, undo and clear.
import { element } from "../app/dom.js";
import { ChartView } from "./chart-view.js";
import { FEELINGS, swatch } from "./feelings.js";

/** @import { ChartSetting, Tool } from "./chart-view.js" */
/** @import { Chart, Painting, View } from "./painting.js" */

/** What is painted with: the radius of a brush as a share of its figure's size. @type {Record<string, number | null>} */
const TOOLS = { small: 0.018, large: 0.05, eraser: 0.04, patch: null };
const ERASER = "eraser";
const isTouched = matchMedia("(pointer: coarse)");

/**
 * Buttons of which one is pressed.
 * @param {string} label
 * @param {string} className
 * @param {string[]} ids
 * @param {(id: string) => (Node | string)[]} textOf
 * @param {(id: string) => void} onChoose
 */
function choice(label, className, ids, textOf, onChoose) {
  const buttons = ids.map((id) =>
    element("button", { type: "button", className: "plain", on: { click: () => onChoose(id) } }, ...textOf(id)),
  );
  for (const [n, id] of ids.entries()) buttons[n].dataset.choice = id;
  const group = element("div", { className, role: "group", ariaLabel: label }, buttons);
  const press = (/** @type {string} */ chosen) => {
    for (const [n, id] of ids.entries()) buttons[n].setAttribute("aria-pressed", String(id === chosen));
  };
  return { group, buttons, press };
}

export class DrawingBoard {
  /**
   * @param {{charts: Chart[], views: Record<string, View>, words: Record<string, string>}} data
   * @param {Pick<ChartSetting, "painting" | "words" | "nameOf" | "onPainted">} setting
   * @param {{undo: () => void, clear: () => void}} actions
   */
  constructor({ charts, views, words }, setting, actions) {
    // a finger has to scroll first
    this.tool = isTouched.matches ? "patch" : "large";
    this.feeling = 1;
    this.words = words;
    this.painting = setting.painting;
    const tool = () => ({ feeling: this.tool === ERASER ? 0 : this.feeling, brush: TOOLS[this.tool] });
    this.views = charts.map((chart) => new ChartView(chart, views[chart.view], { ...setting, tool }));
    this.pages = [...new Set(charts.map(({ page }) => page))];
    this.feelings = choice(words["drawing.feelings"], "feelings", FEELINGS, this.#feeling, (id) => this.#feel(id));
    this.tools = choice(
      words["drawing.with"],
      "brushes",
      Object.keys(TOOLS),
      (id) => [
        element("i", { className: "paint-sign", "data-sign": id, ariaHidden: "true" }),
        words[`drawing.tool.${id}`],
      ],
      (id) => this.#take(id),
    );
    this.tools.buttons.at(-1).title = words["drawing.tool.patch.title"];
    this.turns = choice(
      words["drawing.pages"],
      "chart-pages",
      this.pages,
      (id) => [words[`drawing.page.${id}`]],
      (id) => this.turn(id),
    );
    const button = (/** @type {"undo" | "clear"} */ name) =>
      element("button", { type: "button", className: "plain", on: { click: actions[name] } }, words[`drawing.${name}`]);
    this.undo = button("undo");
    this.clear = button("clear");
    this.sheets = this.pages.map((page) => this.#sheet(page));
    this.element = element(
      "section",
      { id: "drawing-board", ariaLabel: words["drawing.board"] },
      element(
        "div",
        { className: "drawing-bar" },
        this.feelings.group,
        this.tools.group,
        element("div", { className: "drawing-steps" }, this.undo, this.clear),
      ),
      this.turns.group,
      element("div", { className: "drawing-charts" }, this.sheets),
      element("p", { className: "drawing-keys" }, words["drawing.keys"]),
    );
    this.#feel(FEELINGS[0]);
    this.#take(this.tool);
    this.turn(this.pages[0]);
    this.update();
  }

  #feeling = (/** @type {string} */ id) => [swatch(id), this.words[`drawing.feeling.${id}`]];

  /** The charts of a page. @param {string} page */
  #sheet(page) {
    const shown = this.views.filter(({ chart }) => chart.page === page);
    const sheet = element(
      "div",
      { className: "drawing-page", hidden: true },
      shown.map(({ figure }) => figure),
    );
    const [widths, heights] = ["--breadth", "--units"].map((name) =>
      shown.map(({ figure }) => Number(figure.style.getPropertyValue(name))),
    );
    sheet.style.setProperty("--total", String(widths.reduce((sum, width) => sum + width, 0)));
    sheet.style.setProperty("--pair", String(widths.slice(0, 2).reduce((sum, width) => sum + width, 0)));
    sheet.style.setProperty("--tallest", String(Math.max(...heights)));
    sheet.style.setProperty("--count", String(shown.length));
    sheet.dataset.page = page;
    return sheet;
  }

  /** @param {string} id */
  #feel(id) {
    this.feeling = FEELINGS.indexOf(id) + 1;
    this.feelings.press(id);
    if (this.tool === ERASER) this.#take("large");
  }

  /** @param {string} id */
  #take(id) {
    this.tool = id;
    this.tools.press(id);
    this.element.dataset.tool = id;
  }

  /** Shows the charts of a page. @param {string} page */
  turn(page) {
    this.turns.press(page);
    for (const sheet of this.sheets) sheet.hidden = sheet.dataset.page !== page;
  }

  /** Enables Undo and Clear where they would do something. */
  update() {
    const { painting } = this;
    this.undo.disabled = !painting.steps.length;
    this.clear.disabled = !painting.shown().length;
  }

  /** Redraws every chart. */
  show() {
    for (const view of this.views) view.show();
    this.update();
  }

  /** After a change of theme: the colours of all paint. */
  recolour() {
    for (const view of this.views) view.fit();
  }
}
