// One panel as Plotly wants it: its cells, its axes, and the frames round what is chosen.
import { BELOW, HEAD, lines } from "./heatmap-size.js";

// Plotly takes text for markup.
const plain = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export function trace(matrix, panel, size, tones) {
  const cells = matrix.shown(panel);
  const said = panel.rows.map(({ muscle }) =>
    panel.roots.map((root) => (muscle === undefined ? "" : matrix.says([panel], muscle, root).map(plain).join("<br>"))),
  );
  const each = (name, none) => cells.map((row) => row.map((cell) => cell?.[name] ?? none));
  return {
    type: "heatmap",
    z: each("strength", null),
    text: each("text", "").map((row) => row.map(plain)),
    texttemplate: "%{text}",
    textfont: { color: tones.ink, size: size.font },
    hovertext: said,
    hovertemplate: "%{hovertext}<extra></extra>",
    hoverongaps: false,
    zmin: 0,
    zmax: 1,
    showscale: false,
    colorscale: [
      [0, tones.low],
      [1, tones.high],
    ],
    xgap: 1.5,
    ygap: 1.5,
  };
}

export function layout({ payload }, panel, { family, ...size }, tones, chosen) {
  const { names, ids } = payload;
  const named = (muscle) => lines(names[muscle], size.most).map(plain).join("<br>");
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
  const across = axis(panel.roots.map((root) => plain(ids[root])));
  const down = axis(
    panel.rows.map(({ muscle, group }) => (group ? `<span>${plain(group)}</span>` : named(muscle))),
    tones.line,
  );
  const said = { color: tones.paper, size: Math.max(13, size.font) };
  return {
    width: left + size.cell * panel.roots.length + size.edge,
    height: Math.round(size.row * panel.rows.length + HEAD * size.font + BELOW),
    margin: { l: left, r: size.edge, t: HEAD * size.font, b: BELOW, pad: 3 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { size: size.font, color: tones.ink, family },
    dragmode: false,
    hoverlabel: { bgcolor: tones.ink, bordercolor: tones.ink, font: said, align: "left" },
    xaxis: { ...across, side: "top", range: [-0.5, panel.roots.length - 0.5] },
    yaxis: { ...down, showticklabels: panel.first, range: [panel.rows.length - 0.5, -0.5] },
    shapes: marked(panel, tones, chosen),
  };
}

// The chosen row and column in a frame.
export function marked(panel, tones, { muscle, root }) {
  const row = panel.rows.findIndex((one) => muscle !== null && one.muscle === muscle);
  const column = panel.roots.indexOf(root);
  const [right, end] = [panel.roots.length - 0.5, panel.rows.length - 0.5];
  const frame = (x0, x1, y0, y1, width) => ({ type: "rect", x0, x1, y0, y1, line: { color: tones.accent, width } });
  const across = row < 0 ? [] : [frame(-0.5, right, row - 0.5, row + 0.5, 1.5)];
  const down = column < 0 || (muscle !== null && row < 0) ? [] : [frame(column - 0.5, column + 0.5, -0.5, end, 1)];
  const both = row < 0 || column < 0 ? [] : [frame(column - 0.5, column + 0.5, row - 0.5, row + 0.5, 4)];
  return [...across, ...down, ...both];
}
