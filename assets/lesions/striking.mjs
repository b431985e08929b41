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

function strikeFigure(figure, place, letter) {
  // as large on the page in every figure; a figure that is not shown has no size yet
  const { width } = figure.viewBox.baseVal;
  const size = figure.clientWidth ? (PIXELS * width) / figure.clientWidth : OF_WIDTH * width;
  const at = spot(place);
  if (!at) return;
  const mark = sign(size, letter);
  mark.setAttribute("transform", `translate(${at.map((n) => n.toFixed(1)).join(" ")})`);
  figure.append(mark);
}

export function unstrike() {
  for (const mark of document.querySelectorAll("#figures .strike, #graph .strike")) mark.remove();
}

// A figure that shows only a little of a nerve does not show where it begins.
const LITTLE = 0.25;
const drawn = (figure, place) =>
  [...place.querySelectorAll("path")].reduce((sum, path) => sum + path.getTotalLength(), 0) / figure.viewBox.baseVal.width;

// A root begins where the bare spine is drawn, if it is.
function whereItBegins(shown, id, isRoot) {
  const places = shown.map((figure) => [figure, found(figure, "nerves", id)]).filter(([, place]) => place);
  const bare = isRoot ? places.filter(([figure]) => !figure.querySelector(".skin")) : [];
  if (bare.length) return bare;
  const lengths = places.map(([figure, place]) => drawn(figure, place));
  return places.filter((_, n) => lengths[n] >= LITTLE * Math.max(...lengths));
}

// `sites` and `nodes` are ids: where the lesion sits, by any name of it, and what it removes. Where no figure has the
// circle of a site, the sign stands where the nerve begins.
export function strike(page, sites, nodes, letter) {
  const shown = [...page.figures.querySelectorAll("svg.aspect")];
  const { kinds, place: places } = page.payload;
  const isRoot = (id) => kinds[places.get(id)] === "root";
  const circles = shown.map((figure) => [figure, sites.map((id) => found(figure, "sites", id)).find(Boolean)]);
  const known = circles.filter(([, place]) => place);
  const at = known.length ? known : nodes.flatMap((id) => whereItBegins(shown, id, isRoot(id)));
  for (const [figure, place] of at) strikeFigure(figure, place, letter);
  for (const id of nodes) page.graph.querySelector(`[data-node="${CSS.escape(id)}"]`)?.append(sign(GRAPH, letter));
}
