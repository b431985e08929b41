// The sign of the lesion itself, on the spot: in the figures and on the nerve graph.
import { svg } from "./patterns.mjs";

const GRAPH = 9;
const OF_LETTERS = 0.85;

export function sign(size) {
  const arm = size * 0.5;
  const cross = svg("path", { class: "strike-cross", d: `M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}` });
  const ring = svg("circle", { class: "strike-ring", r: size });
  for (const part of [ring, cross]) part.setAttribute("stroke-width", (size * 0.28).toFixed(1));
  return svg("g", { class: "strike", "aria-hidden": "true" }, ring, cross);
}

// Where a node starts in a figure: the middle of its circle, or the beginning of its first path.
function spot(element) {
  if (element.hasAttribute("cx")) return ["cx", "cy"].map((name) => Number(element.getAttribute(name)));
  const path = element.querySelector("path");
  const start = path?.getPointAtLength(0);
  return start ? [start.x, start.y] : null;
}

const found = (figure, part, id) => figure.querySelector(`.${part} [data-node="${CSS.escape(id)}"]`);

function strikeFigure(figure, site, nodes) {
  const shown = found(figure, "sites", site);
  const places = shown ? [shown] : nodes.map((id) => found(figure, "nerves", id)).filter(Boolean);
  const size = Number(figure.querySelector(".marks")?.getAttribute("font-size") ?? 16) * OF_LETTERS;
  for (const at of places.map(spot).filter(Boolean)) {
    const drawn = sign(size);
    drawn.setAttribute("transform", `translate(${at.map((n) => n.toFixed(1)).join(" ")})`);
    figure.append(drawn);
  }
}

export function unstrike() {
  for (const drawn of document.querySelectorAll("#figures .strike, #graph .strike")) drawn.remove();
}

// `site` and `nodes` are ids: what the lesion is called, and what it removes.
export function strike(page, site, nodes) {
  unstrike();
  for (const figure of page.figures.querySelectorAll("svg.aspect")) strikeFigure(figure, site, nodes);
  for (const id of nodes) page.graph.querySelector(`[data-node="${CSS.escape(id)}"]`)?.append(sign(GRAPH));
}
