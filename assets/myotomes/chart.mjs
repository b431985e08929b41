// The matrix as heat maps side by side, drawn by Plotly: one panel for the textbooks, one for each series.
import { worn } from "../charts/plotly.mjs";
import { element } from "../lesions/building.mjs";
import { fitted, lines } from "./fitting.mjs";

const HEAD = 2.2;
const BELOW = 4;
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

  cells({ rows, roots, series }) {
    const own = (muscle) => (root) => (muscle === undefined ? null : this.matrix.cell({ series }, muscle, root));
    return rows.map(({ muscle }) => roots.map(own(muscle)));
  }

  fit(panels) {
    const style = getComputedStyle(this.place);
    const largest = parseFloat(style.fontSize);
    const names = (rows) => rows.map(({ muscle, group }) => group ?? this.matrix.payload.names[muscle]);
    const column = (panel) => {
      const texts = this.cells(panel).flatMap((row) => row.map((cell) => cell?.text ?? ""));
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

  trace(panel, size, tones) {
    const { matrix } = this;
    const cells = this.cells(panel);
    const said = panel.rows.map(({ muscle }) =>
      panel.roots.map((root) => (muscle === undefined ? "" : matrix.says([panel], muscle, root).join("<br>"))),
    );
    const each = (name, none) => cells.map((row) => row.map((cell) => cell?.[name] ?? none));
    return {
      type: "heatmap",
      z: each("strength", null),
      text: each("text", ""),
      texttemplate: "%{text}",
      textfont: { color: tones.ink, size: size.font },
      hovertext: said,
      hovertemplate: "%{hovertext}<extra></extra>",
      hoverongaps: false,
      zmin: 0,
      zmax: 1,
      showscale: false,
      colorscale: [[0, tones.low], [1, tones.high]],
      xgap: 1.5,
      ygap: 1.5,
    };
  }

  layout(panel, size, tones) {
    const { names, ids } = this.matrix.payload;
    const named = (muscle) => lines(names[muscle], size.most).join("<br>");
    const left = panel.first ? size.label : size.gap;
    const axis = (texts, gridcolor) => ({
      fixedrange: true,
      zeroline: false,
      showline: false,
      showgrid: Boolean(gridcolor),
      gridcolor,
      ticks: "",
      tickvals: texts.map((_, n) => n),
      ticktext: texts,
      tickangle: 0,
      ticklabeloverflow: "allow",
    });
    const across = axis(panel.roots.map((root) => ids[root]));
    const down = axis(panel.rows.map(({ muscle, group }) => (group ? `<b>${group}</b>` : named(muscle))), tones.line);
    const said = { color: tones.paper, size: Math.max(13, size.font) };
    return {
      width: left + size.cell * panel.roots.length + size.edge,
      height: Math.round(size.row * panel.rows.length + HEAD * size.font + BELOW),
      margin: { l: left, r: size.edge, t: HEAD * size.font, b: BELOW, pad: 3 },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      font: { size: size.font, color: tones.ink, family: getComputedStyle(this.place).fontFamily },
      dragmode: false,
      hoverlabel: { bgcolor: tones.ink, bordercolor: tones.ink, font: said, align: "left" },
      xaxis: { ...across, side: "top", range: [-0.5, panel.roots.length - 0.5] },
      yaxis: { ...down, showticklabels: panel.first, range: [panel.rows.length - 0.5, -0.5] },
      shapes: this.marked(panel, tones),
    };
  }

  // The chosen row and column in a frame.
  marked(panel, tones) {
    const { muscle, root } = this.chosen;
    const row = panel.rows.findIndex((one) => muscle !== null && one.muscle === muscle);
    const column = panel.roots.indexOf(root);
    const [right, end] = [panel.roots.length - 0.5, panel.rows.length - 0.5];
    const frame = (x0, x1, y0, y1, width) => ({ type: "rect", x0, x1, y0, y1, line: { color: tones.accent, width } });
    const across = row < 0 ? [] : [frame(-0.5, right, row - 0.5, row + 0.5, 1.5)];
    const down = column < 0 || (muscle !== null && row < 0) ? [] : [frame(column - 0.5, column + 0.5, -0.5, end, 1)];
    const both = row < 0 || column < 0 ? [] : [frame(column - 0.5, column + 0.5, row - 0.5, row + 0.5, 4)];
    return [...across, ...down, ...both];
  }

  tones() {
    const heat = { low: "heat-low", high: "heat-high", ink: "heat-ink", paper: "heat-low" };
    const tones = Object.entries({ ...heat, line: "line", accent: "accent" });
    return Object.fromEntries(tones.map(([name, token]) => [name, worn(token)]));
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
    this.place.classList.toggle("apart", panels.every(({ first }) => first));
    this.drawn = made;
    for (const { panel, plot, size } of made)
      await this.Plotly.newPlot(plot, [this.trace(panel, size, tones)], this.layout(panel, size, tones), settings);
  }

  mark(chosen) {
    this.chosen = chosen;
    const tones = this.tones();
    for (const { panel, plot } of this.drawn) this.Plotly.relayout(plot, { shapes: this.marked(panel, tones) });
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
