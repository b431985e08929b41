// The sign of the lesion itself, on the spot: in the figures and on the nerve graph.
import { svg } from "./loss-patterns.js";

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

// The width of each figure on the page, kept up to date without asking for a layout.
const widths = new WeakMap();
const watching = new ResizeObserver((all) =>
  all.forEach(({ target, contentRect }) => widths.set(target, contentRect.width)),
);

function widthOf(figure) {
  if (!widths.has(figure)) {
    widths.set(figure, figure.clientWidth);
    watching.observe(figure);
  }
  return widths.get(figure);
}

function signOn(figure, place, letter) {
  // as large on the page in every figure; a figure that is not shown has no size yet
  const { width } = figure.viewBox.baseVal;
  const shown = widthOf(figure);
  const size = shown ? (PIXELS * width) / shown : OF_WIDTH * width;
  const at = spot(place);
  if (!at) return [];
  const mark = sign(size, letter);
  mark.setAttribute("transform", `translate(${at.map((n) => n.toFixed(1)).join(" ")})`);
  return [[figure, mark]];
}

export function unstrike() {
  for (const mark of document.querySelectorAll("#figures .strike, #graph .strike")) mark.remove();
}

// A figure that shows only a little of a nerve does not show where it begins.
const LITTLE = 0.25;
const lengths = new WeakMap();

function drawn(figure, place) {
  if (!lengths.has(place)) {
    const paths = [...place.querySelectorAll("path")];
    const whole = paths.reduce((sum, path) => sum + path.getTotalLength(), 0);
    lengths.set(place, whole / figure.viewBox.baseVal.width);
  }
  return lengths.get(place);
}

function whereItBegins(shown, id) {
  const places = shown.map((figure) => [figure, found(figure, "nerves", id)]).filter(([, place]) => place);
  const parts = places.map(([figure, place]) => drawn(figure, place));
  return places.filter((_, n) => parts[n] >= LITTLE * Math.max(...parts));
}

// The signs of a lesion, each with what it is to be put into. `sites` and `nodes` are ids: where the lesion sits, by any
// name of it, and what it removes. Where no figure has the circle of a site, the sign stands where the nerve begins.
export function signs(page, sites, nodes, letter) {
  const all = [...page.figures.querySelectorAll("svg.view")];
  // roots begin where the bare spine is drawn, if it is
  const { kinds, place } = page.payload;
  const bare = nodes.every((id) => kinds[place.get(id)] === "root")
    ? all.filter((one) => !one.querySelector(".skin"))
    : [];
  const shown = bare.length ? bare : all;
  const circles = shown.map((figure) => [figure, sites.map((id) => found(figure, "sites", id)).find(Boolean)]);
  const known = circles.filter(([, circle]) => circle);
  const seen = ([figure]) => !figure.closest("figure")?.hidden;
  // a plate without the site shows where the nerve begins, as does a figure set without any
  const begun = known.some(seen)
    ? []
    : nodes.flatMap((id) => whereItBegins(known.length ? shown.filter((one) => seen([one])) : shown, id));
  const at = [...known, ...begun];
  const graphed = nodes.map((id) => page.graph.querySelector(`[data-node="${CSS.escape(id)}"]`)).filter(Boolean);
  return [
    ...at.flatMap(([figure, start]) => signOn(figure, start, letter)),
    ...graphed.map((node) => [node, sign(GRAPH, letter)]),
  ];
}

// Takes away the signs that are there and puts these in. All that is measured was measured before.
export function strike(signed) {
  unstrike();
  for (const [place, mark] of signed) place.append(mark);
}
