// One panel of the heat map as Plotly draws it: its trace, its layout, and the frames around the choice.
import { BELOW, HEAD, nameLines } from "./heatmap-size.js";

/** @import { Cell, Choice, MyotomeMatrix, Panel, Row } from "./myotome-matrix.js" */
/** @import { PanelSize } from "./heatmap-size.js" */

/** @typedef {Panel & {rows: Row[], hasNames: boolean}} ChartPanel  `hasNames`: whether it shows muscle names to its left */
/** @typedef {{low: string, high: string, ink: string, paper: string, line: string, accent: string}} Colours */

// Plotly reads text as markup.
const escaped = (/** @type {string} */ text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/**
 * @param {MyotomeMatrix} matrix
 * @param {ChartPanel} panel
 * @param {PanelSize} size
 * @param {Colours} colours
 */
export function createTrace(matrix, panel, size, colours) {
  const cells = matrix.cells(panel);
  const each = (/** @type {(cell: Cell | null) => any} */ valueOf) => cells.map((row) => row.map(valueOf));
  const tooltip = (/** @type {number | undefined} */ muscle, /** @type {number} */ root) =>
    muscle === undefined ? "" : matrix.sentences([panel], muscle, root).map(escaped).join("<br>");
  return {
    type: "heatmap",
    z: each((cell) => cell?.strength ?? null),
    text: each((cell) => escaped(cell?.text ?? "")),
    texttemplate: "%{text}",
    textfont: { color: colours.ink, size: size.font },
    hovertext: panel.rows.map(({ muscle }) => panel.roots.map((root) => tooltip(muscle, root))),
    hovertemplate: "%{hovertext}<extra></extra>",
    hoverongaps: false,
    zmin: 0,
    zmax: 1,
    showscale: false,
    colorscale: [
      [0, colours.low],
      [1, colours.high],
    ],
    xgap: 1.5,
    ygap: 1.5,
  };
}

/**
 * @param {string[]} texts
 * @param {string} [gridcolor]
 */
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

/**
 * @param {MyotomeMatrix} matrix
 * @param {ChartPanel} panel
 * @param {PanelSize & {family: string}} size
 * @param {Colours} colours
 * @param {Choice} choice
 */
export function createLayout(matrix, panel, size, colours, choice) {
  const { ids } = matrix.payload;
  const rowName = (/** @type {Row} */ { muscle, group }) =>
    group
      ? `<span>${escaped(group)}</span>`
      : nameLines(matrix.shortNames.get(muscle), size.most).map(escaped).join("<br>");
  const left = panel.hasNames ? size.label : size.gap;
  const tooltipFont = { color: colours.paper, size: Math.max(13, size.font) };
  return {
    width: left + size.cell * panel.roots.length + size.edge,
    height: Math.round(size.row * panel.rows.length + HEAD * size.font + BELOW),
    margin: { l: left, r: size.edge, t: HEAD * size.font, b: BELOW, pad: 3 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { size: size.font, color: colours.ink, family: size.family },
    dragmode: false,
    hoverlabel: { bgcolor: colours.ink, bordercolor: colours.ink, font: tooltipFont, align: "left" },
    xaxis: {
      ...axis(panel.roots.map((root) => escaped(ids[root]))),
      side: "top",
      range: [-0.5, panel.roots.length - 0.5],
    },
    yaxis: {
      ...axis(panel.rows.map(rowName), colours.line),
      showticklabels: panel.hasNames,
      range: [panel.rows.length - 0.5, -0.5],
    },
    shapes: choiceFrames(panel, colours, choice),
  };
}

/**
 * Frames around the chosen row, column and cell.
 * @param {ChartPanel} panel
 * @param {Colours} colours
 * @param {Choice} choice
 */
export function choiceFrames(panel, colours, { muscle, root }) {
  const row = panel.rows.findIndex((candidate) => muscle !== null && candidate.muscle === muscle);
  const column = panel.roots.indexOf(root);
  const [hasRow, hasColumn] = [row >= 0, column >= 0];
  const [right, bottom] = [panel.roots.length - 0.5, panel.rows.length - 0.5];
  const frame = (
    /** @type {[number, number]} */ [x0, x1],
    /** @type {[number, number]} */ [y0, y1],
    /** @type {number} */ width,
  ) => ({ type: "rect", x0, x1, y0, y1, line: { color: colours.accent, width } });
  return [
    ...(hasRow ? [frame([-0.5, right], [row - 0.5, row + 0.5], 1.5)] : []),
    ...(hasColumn && (muscle === null || hasRow) ? [frame([column - 0.5, column + 0.5], [-0.5, bottom], 1)] : []),
    ...(hasRow && hasColumn ? [frame([column - 0.5, column + 0.5], [row - 0.5, row + 0.5], 4)] : []),
  ];
}
