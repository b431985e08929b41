// The sign of the lesion itself, on the spot: in the figures and on the nerve graph.
import { svg } from "./patterns.mjs";

const GRAPH = 9;
const PIXELS = 10;
const OF_WIDTH = 0.03;

// A cross in a ring, or, where several stand side by side, a letter.
export function sign(size, letter = "") {
  const arm = size * 0.5;
  const ring = svg("circle", { class: "strike-ring", r: size, "stroke-width": (size * 0.24).toFixed(1) });
  const d = `M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}`;
  const inner = letter
    ? svg("text", { class: "strike-letter", y: size * 0.42, "font-size": (size * 1.2).toFixed(1) }, letter)
    : svg("path", { class: "strike-cross", d, "stroke-width": (size * 0.28).toFixed(1) });
  return svg("g", { class: `strike ${letter && `side-${letter.toLowerCase()}`}`, "aria-hidden": "true" }, ring, inner);
}

// Where a node starts in a figure: the middle of its circle, or the beginning of its first path.
function spot(element) {
  if (element.hasAttribute("cx")) return ["cx", "cy"].map((name) => Number(element.getAttribute(name)));
  const path = element.querySelector("path");
  const start = path?.getPointAtLength(0);
  return start ? [start.x, start.y] : null;
}

const found = (figure, part, id) => figure.querySelector(`.${part} [data-node="${CSS.escape(id)}"]`);

function strikeFigure(figure, site, nodes, letter) {
  const shown = found(figure, "sites", site);
  const places = shown ? [shown] : nodes.map((id) => found(figure, "nerves", id)).filter(Boolean);
  // as large on the page in every figure; a figure that is not shown has no size yet
  const { width } = figure.viewBox.baseVal;
  const size = figure.clientWidth ? (PIXELS * width) / figure.clientWidth : OF_WIDTH * width;
  for (const at of places.map(spot).filter(Boolean)) {
    const drawn = sign(size, letter);
    drawn.setAttribute("transform", `translate(${at.map((n) => n.toFixed(1)).join(" ")})`);
    figure.append(drawn);
  }
}

export function unstrike() {
  for (const drawn of document.querySelectorAll("#figures .strike, #graph .strike")) drawn.remove();
}

// `site` and `nodes` are ids: what the lesion is called, and what it removes.
export function strike(page, site, nodes, letter) {
  for (const figure of page.figures.querySelectorAll("svg.aspect")) strikeFigure(figure, site, nodes, letter);
  for (const id of nodes) page.graph.querySelector(`[data-node="${CSS.escape(id)}"]`)?.append(sign(GRAPH, letter));
}
