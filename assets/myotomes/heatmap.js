// The matrix as heat maps drawn by Plotly: one panel for the textbooks, and one for each series.
import { themeColour } from "../charts/plotly.js";
import { element } from "../app/dom.js";
import { choiceFrames, createLayout, createTrace } from "./heatmap-panel.js";
import { HEAD, fitPanels } from "./heatmap-size.js";
import { NOTHING } from "./myotome-matrix.js";

/** @import { ChartPanel, Colours } from "./heatmap-panel.js" */
/** @import { PanelSize } from "./heatmap-size.js" */
/** @import { ChooseCell } from "./accessible-table.js" */
/** @import { Choice, MyotomeMatrix, Row } from "./myotome-matrix.js" */
/** @typedef {HTMLElement & {layout?: object}} Plot  Plotly adds `layout` once it has drawn */
/** @typedef {{panel: ChartPanel, plot: Plot, heading: HTMLElement, size: PanelSize}} DrawnPanel */

const PLOT_SETTINGS = { displayModeBar: false, responsive: false, doubleClick: false, showTips: false };
const WIDE = matchMedia("(min-width: 60rem)");

/**
 * Splits rows into two halves, at the start of the group nearest to the middle.
 * @param {Row[]} rows
 */
function halves(rows) {
  const starts = rows.flatMap(({ group }, n) => (group && n ? [n] : []));
  const distance = (/** @type {number} */ n) => Math.abs(n - rows.length / 2);
  const [cut] = starts.sort((a, b) => distance(a) - distance(b));
  return cut ? [rows.slice(0, cut), rows.slice(cut)] : [rows];
}

/** How many average characters a text is wide: a bracket takes half of one. @param {string} text */
const charactersIn = (text) => [...text].reduce((sum, sign) => sum + (sign === "(" || sign === ")" ? 0.5 : 1), 0);

export class Heatmap {
  /**
   * @param {any} Plotly
   * @param {HTMLElement} place
   * @param {MyotomeMatrix} matrix
   * @param {ChooseCell} onChoose
   */
  constructor(Plotly, place, matrix, onChoose) {
    this.Plotly = Plotly;
    this.place = place;
    this.matrix = matrix;
    this.onChoose = onChoose;
    /** @type {DrawnPanel[]} */
    this.drawn = [];
    this.choice = NOTHING;
  }

  /**
   * The panels of a view with their rows. Panels side by side share their rows; panels below each other have their own;
   * the textbooks alone are split into two halves.
   * @param {string} view
   * @returns {ChartPanel[]}
   */
  #panels(view) {
    const panels = this.matrix.panels(view);
    const rows = this.matrix.rows(panels);
    if (panels.length === 1) return halves(rows).map((half) => ({ ...panels[0], hasNames: true, rows: half }));
    return panels.map((panel, n) => ({
      ...panel,
      hasNames: n === 0 || !WIDE.matches,
      rows: n === 0 || WIDE.matches ? rows : this.matrix.rows([panel]),
    }));
  }

  /**
   * @param {ChartPanel[]} panels
   * @returns {PanelSize[]}
   */
  #sizes(panels) {
    const font = parseFloat(getComputedStyle(this.place).fontSize);
    const rowNames = (/** @type {ChartPanel} */ { rows }) =>
      rows.map(({ muscle, group }) => group ?? this.matrix.shortNames.get(muscle));
    const columns = (/** @type {ChartPanel} */ panel) => {
      const lengths = this.matrix.cells(panel).flatMap((row) => row.map((cell) => charactersIn(cell?.text ?? "")));
      return { letters: Math.max(2, ...lengths), count: panel.roots.length };
    };
    const width = this.place.clientWidth;
    const isStacked = !WIDE.matches;
    if (!isStacked && !panels.every(({ hasNames }) => hasNames))
      return fitPanels(width, panels.map(columns), rowNames(panels[0]), font);
    const panelWidth = isStacked ? width : width / panels.length - 12;
    return panels.flatMap((panel) => fitPanels(panelWidth, [columns(panel)], rowNames(panel), font));
  }

  /** @returns {Colours} */
  #colours() {
    return {
      low: themeColour("heat-low"),
      high: themeColour("heat-high"),
      ink: themeColour("heat-ink"),
      paper: themeColour("heat-low"),
      line: themeColour("line"),
      accent: themeColour("accent"),
    };
  }

  /**
   * @param {ChartPanel} panel
   * @param {PanelSize} size
   * @returns {DrawnPanel}
   */
  #createPanel(panel, size) {
    const plot = element("div", { className: "matrix-plot", ariaHidden: "true" });
    const heading = element("h3", { className: panel.hasNames ? "first" : "" }, panel.name);
    const left = panel.hasNames ? size.label : size.gap;
    const measures = { left, wide: left + size.cell * panel.roots.length, font: 1.05 * size.font };
    for (const [name, pixels] of Object.entries(measures)) heading.style.setProperty(`--${name}`, `${pixels}px`);
    plot.addEventListener("click", (event) => this.#clicked(event, plot, panel, size));
    return { panel, plot, heading, size };
  }

  /**
   * @param {string} view
   * @param {Choice} choice
   */
  async draw(view, choice) {
    this.choice = choice;
    this.#clear();
    const panels = this.#panels(view);
    const sizes = this.#sizes(panels);
    const colours = this.#colours();
    const created = panels.map((panel, n) => this.#createPanel(panel, sizes[n]));
    this.place.replaceChildren(
      ...created.map(({ heading, plot }) => element("div", { className: "matrix-panel" }, heading, plot)),
    );
    const areSeparate = panels.every(({ hasNames }) => hasNames);
    this.place.classList.toggle("apart", areSeparate);
    this.drawn = created;
    const family = getComputedStyle(this.place).fontFamily;
    for (const { panel, plot, size } of created) {
      if (this.drawn !== created) return; // another view was chosen in the meantime
      const layout = createLayout(this.matrix, panel, { ...size, family }, colours, this.choice);
      await this.Plotly.newPlot(plot, [createTrace(this.matrix, panel, size, colours)], layout, PLOT_SETTINGS);
    }
  }

  /** Moves the frames to another choice. @param {Choice} choice */
  mark(choice) {
    this.choice = choice;
    const colours = this.#colours();
    for (const { panel, plot } of this.drawn)
      if (plot.layout) this.Plotly.relayout(plot, { shapes: choiceFrames(panel, colours, choice) });
  }

  /**
   * A click on a cell chooses its muscle and root; on a name, the muscle; on the head of a column, the root.
   * @param {MouseEvent} event
   * @param {HTMLElement} plot
   * @param {ChartPanel} panel
   * @param {PanelSize} size
   */
  #clicked(event, plot, panel, size) {
    const box = plot.getBoundingClientRect();
    const left = panel.hasNames ? size.label : size.gap;
    const column = Math.floor((event.clientX - box.left - left) / size.cell);
    const row = Math.floor((event.clientY - box.top - HEAD * size.font) / size.row);
    const muscle = panel.rows[row]?.muscle ?? null;
    const root = panel.roots[column] ?? null;
    if (muscle !== null || (row < 0 && root !== null)) this.onChoose(muscle, root, event);
  }

  #clear() {
    for (const { plot } of this.drawn) this.Plotly.purge(plot);
    this.drawn = [];
  }
}
