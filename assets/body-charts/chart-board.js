// The board in place of the figures: the charts, what they are painted with, undo and clear.
import { element } from "../app/dom.js";
import { ChartView } from "./chart-view.js";

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

export class ChartBoard {
  /**
   * @param {{charts: Chart[], views: Record<string, View>, words: Record<string, string>}} data
   * @param {Omit<ChartSetting, "tool">} setting
   * @param {{undo: () => void, clear: () => void}} actions
   */
  constructor({ charts, views, words }, setting, actions) {
    // a finger has to scroll first
    this.tool = isTouched.matches ? "patch" : "large";
    this.paint = 1;
    this.words = words;
    this.painting = setting.painting;
    this.palette = setting.palette;
    /** Whether the drawing is only looked at. */
    this.isFixed = false;
    const tool = () =>
      this.isFixed ? null : { paint: this.tool === ERASER ? 0 : this.paint, brush: TOOLS[this.tool] };
    this.views = charts.map((chart) => new ChartView(chart, views[chart.view], { ...setting, tool }));
    this.pages = [...new Set(charts.map(({ page }) => page))];
    const { ids } = this.palette;
    this.paints = choice(words["drawing.feelings"], "paints", ids, this.#paintName, (id) => this.#mix(id));
    this.paints.group.hidden = ids.length < 2;
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
    this.steps = element("div", { className: "drawing-steps" }, this.undo, this.clear);
    this.keys = element("p", { className: "drawing-keys" }, words["drawing.keys"]);
    this.bar = element("div", { className: "drawing-bar" }, this.paints.group, this.tools.group, this.steps);
    this.sheets = this.pages.map((page) => this.#sheet(page));
    this.element = element(
      "section",
      { className: "chart-board", hidden: true, ariaLabel: words["drawing.board"] },
      this.bar,
      this.turns.group,
      element("div", { className: "drawing-charts" }, this.sheets),
      this.keys,
    );
    this.#mix(ids[0]);
    this.#take(this.tool);
    this.turn(this.pages[0]);
    this.update();
    this.#followTheme();
  }

  #paintName = (/** @type {string} */ id) => [this.palette.swatch(id), this.words[`drawing.feeling.${id}`] ?? ""];

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
  #mix(id) {
    this.paint = this.palette.ids.indexOf(id) + 1;
    this.paints.press(id);
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

  /** Lets the reader only look at the drawing, or paint again. @param {boolean} isFixed */
  fix(isFixed) {
    this.isFixed = isFixed;
    for (const part of [this.tools.group, this.steps, this.keys]) part.hidden = isFixed;
    this.paints.group.hidden = isFixed || this.palette.ids.length < 2;
  }

  /** Shows the board in place of the figures, or the figures again. @param {HTMLElement} main @param {boolean} isShown */
  appear(main, isShown) {
    main.toggleAttribute("data-charts", isShown);
    this.element.hidden = !isShown;
  }

  /** The colours of all paint follow the theme. */
  #followTheme() {
    const recolour = () => this.views.forEach((view) => view.fit());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
    new MutationObserver(recolour).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }
}
