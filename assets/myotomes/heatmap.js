// The matrix as heat maps side by side, drawn by Plotly: one panel for the textbooks, one for each series.
import { themeColour } from "../charts/plotly.js";
import { element } from "../app/dom.js";
import { layout, marked, trace } from "./heatmap-panel.js";
import { HEAD, fitted } from "./heatmap-size.js";

// Where a group begins nearest to the middle, the rows are cut in two.
function halves(rows) {
  const starts = rows.flatMap(({ group }, n) => (group && n ? [n] : []));
  const off = (n) => Math.abs(n - rows.length / 2);
  const cut = starts.sort((a, b) => off(a) - off(b))[0];
  return cut ? [rows.slice(0, cut), rows.slice(cut)] : [rows];
}

const settings = { displayModeBar: false, responsive: false, doubleClick: false, showTips: false };

export class Chart {
  constructor(Plotly, place, matrix, take) {
    Object.assign(this, { Plotly, place, matrix, take, drawn: [] });
    this.wide = matchMedia("(min-width: 60rem)");
  }

  // Side by side they share their rows, below each other each has its own; the textbooks alone stand in two halves.
  plan(view) {
    const panels = this.matrix.panels(view);
    const rows = this.matrix.rows(panels);
    const shared = this.wide.matches;
    if (panels.length === 1) return halves(rows).map((half) => ({ ...panels[0], first: true, rows: half }));
    const own = (panel, n) => (shared || n === 0 ? rows : this.matrix.rows([panel]));
    return panels.map((panel, n) => ({ ...panel, first: !shared || n === 0, rows: own(panel, n) }));
  }

  fit(panels) {
    const largest = parseFloat(getComputedStyle(this.place).fontSize);
    const names = (rows) => rows.map(({ muscle, group }) => group ?? this.matrix.payload.names[muscle]);
    const column = (panel) => {
      const texts = this.matrix.shown(panel).flatMap((row) => row.map((cell) => cell?.text ?? ""));
      return { letters: Math.max(2, ...texts.map((text) => text.length)), count: panel.roots.length };
    };
    const width = this.place.clientWidth;
    const alone = (panel, room) => {
      const sizes = fitted(room, [column(panel)], names(panel.rows), largest);
      return { ...sizes, cell: sizes.cells[0] };
    };
    if (!this.wide.matches) return panels.map((panel) => alone(panel, width));
    if (panels.every(({ first }) => first)) return panels.map((panel) => alone(panel, width / panels.length - 12));
    const sizes = fitted(width, panels.map(column), names(panels[0].rows), largest);
    return panels.map((_, n) => ({ ...sizes, cell: sizes.cells[n] }));
  }

  tones() {
    const heat = { low: "heat-low", high: "heat-high", ink: "heat-ink", paper: "heat-low" };
    const tones = Object.entries({ ...heat, line: "line", accent: "accent" });
    return Object.fromEntries(tones.map(([name, token]) => [name, themeColour(token)]));
  }

  async draw(view, chosen) {
    this.chosen = chosen;
    this.forget();
    const panels = this.plan(view);
    const sizes = this.fit(panels);
    const tones = this.tones();
    const made = panels.map((panel, n) => {
      const plot = element("div", { className: "matrix-plot", ariaHidden: "true" });
      const head = element("h3", { className: panel.first ? "first" : "" }, panel.name);
      const left = panel.first ? sizes[n].label : sizes[n].gap;
      const measures = { left, wide: left + sizes[n].cell * panel.roots.length, font: 1.05 * sizes[n].font };
      for (const [name, size] of Object.entries(measures)) head.style.setProperty(`--${name}`, `${size}px`);
      plot.addEventListener("click", (event) => this.press(event, plot, panel, sizes[n]));
      return { panel, plot, head, size: sizes[n] };
    });
    const shown = made.map(({ head, plot }) => element("div", { className: "matrix-panel" }, head, plot));
    this.place.replaceChildren(...shown);
    this.place.classList.toggle(
      "apart",
      panels.every(({ first }) => first),
    );
    this.drawn = made;
    const family = getComputedStyle(this.place).fontFamily;
    for (const { panel, plot, size } of made) {
      if (this.drawn !== made) return; // something else is asked for by now
      const laid = layout(this.matrix, panel, { ...size, family }, tones, this.chosen);
      await this.Plotly.newPlot(plot, [trace(this.matrix, panel, size, tones)], laid, settings);
    }
  }

  mark(chosen) {
    this.chosen = chosen;
    const tones = this.tones();
    for (const { panel, plot } of this.drawn)
      if (plot.layout) this.Plotly.relayout(plot, { shapes: marked(panel, tones, chosen) });
  }

  // A press on a cell takes both; on a name its muscle, on the head of a column its root.
  press(event, plot, panel, size) {
    const box = plot.getBoundingClientRect();
    const left = panel.first ? size.label : size.gap;
    const column = Math.floor((event.clientX - box.left - left) / size.cell);
    const row = Math.floor((event.clientY - box.top - HEAD * size.font) / size.row);
    const muscle = panel.rows[row]?.muscle ?? null;
    const root = panel.roots[column] ?? null;
    if (muscle !== null || (row < 0 && root !== null)) this.take(muscle, root, event);
  }

  forget() {
    for (const { plot } of this.drawn) this.Plotly.purge(plot);
    this.drawn = [];
  }
}
