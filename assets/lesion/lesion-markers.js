// Draws a marker at the site of a lesion, in the figures and in the nerve graph.
import { firstOf } from "./first-nodes.js";
import { svg } from "./loss-patterns.js";
import { movedApart } from "./markers-apart.js";

/** @import { Ring } from "./markers-apart.js" */

/** @typedef {[parent: Element, marker: Element]} PlacedMarker  a marker and the element that it goes into */

// Radii: in the graph, in units of its drawing; in figures, in pixels, or as a share of the width of a figure without size.
const GRAPH_RADIUS = 9;
const PIXEL_RADIUS = 10;
const ROOM_RADIUS = 14; // where a room reads
const RADIUS_SHARE = 0.03;
// A figure that draws less than this share of what the most complete figure draws of a nerve does not show its origin.
const LEAST_SHARE = 0.25;

/**
 * A cross in a ring or, where several lesions are shown, a letter in a ring.
 * @param {number} radius
 * @param {string} [letter]
 */
export function marker(radius, letter = "") {
  const arm = radius * 0.5;
  const ring = svg("circle", { class: "strike-ring", r: radius, "stroke-width": (radius * 0.24).toFixed(1) });
  const d = `M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}`;
  const inner = letter
    ? svg("text", { class: "strike-letter", y: radius * 0.42, "font-size": (radius * 1.2).toFixed(1) }, letter)
    : svg("path", { class: "strike-cross", d, "stroke-width": (radius * 0.28).toFixed(1) });
  return svg("g", { class: `strike ${letter && `side-${letter.toLowerCase()}`}`, "aria-hidden": "true" }, ring, inner);
}

/**
 * Where a node begins in a figure: the centre of its circle, or the start of its first path.
 * @param {Element} shape
 */
function startOf(shape) {
  if (shape.hasAttribute("cx")) return ["cx", "cy"].map((name) => Number(shape.getAttribute(name)));
  const start = shape.querySelector("path")?.getPointAtLength(0);
  return start ? [start.x, start.y] : null;
}

/**
 * Where a root ends in a figure. Roots start close together at the spinal cord, so this tells them apart.
 * @param {Element} shape
 */
function endOf(shape) {
  const path = [...shape.querySelectorAll("path")].at(-1);
  const end = path?.getPointAtLength(path.getTotalLength());
  return end ? [end.x, end.y] : null;
}

const shapeIn = (/** @type {SVGSVGElement} */ figure, /** @type {string} */ part, /** @type {string} */ id) =>
  figure.querySelector(`.${part} [data-node="${CSS.escape(id)}"]`);

/** @param {SVGSVGElement} figure */
export const isShown = (figure) => !figure.closest("figure")?.hidden;

/** @type {WeakMap<Element, number>} the width of each figure on the page, kept current without forcing a layout */
const widths = new WeakMap();
const resizeObserver = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    widths.set(target, contentRect.width);
    arrange(/** @type {SVGSVGElement} */ (target));
  }
});

/** @param {SVGSVGElement} figure */
function widthOf(figure) {
  if (!widths.has(figure)) {
    widths.set(figure, figure.clientWidth);
    resizeObserver.observe(figure);
  }
  return widths.get(figure);
}

/** @type {WeakMap<Element, Ring>} where a marker in a figure belongs */
const rings = new WeakMap();

/** How large a marker is in the units of a figure: always the same on the page. @param {SVGSVGElement} figure */
function radiusIn(figure) {
  const { width } = figure.viewBox.baseVal;
  const pixels = widthOf(figure); // a hidden figure has no size yet
  const { theme } = document.documentElement.dataset;
  const wanted = theme === "projector" || "stage" in document.documentElement.dataset ? ROOM_RADIUS : PIXEL_RADIUS;
  return pixels ? (wanted * width) / pixels : RADIUS_SHARE * width;
}

/** @type {WeakMap<Element, number>} the radius with which a marker was drawn */
const drawnRadii = new WeakMap();

/** @param {Element} drawn @param {Ring} ring  where it stands, and how large */
function place(drawn, { x, y, radius }) {
  const scale = radius / drawnRadii.get(drawn);
  const size = Math.abs(scale - 1) > 0.01 ? ` scale(${scale.toFixed(3)})` : "";
  drawn.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})${size}`);
}

/** Puts the markers of a figure where none covers another, in the size that suits the figure now. */
function arrange(/** @type {SVGSVGElement} */ figure) {
  const markers = [...figure.querySelectorAll(":scope > .strike")].filter((drawn) => rings.has(drawn));
  const radius = radiusIn(figure);
  movedApart(markers.map((drawn) => ({ ...rings.get(drawn), radius }))).forEach((ring, n) => place(markers[n], ring));
}

/**
 * A marker at a point of a figure, of the same size on the page in every figure.
 * @param {SVGSVGElement} figure
 * @param {number[]} point
 * @param {string} [letter]
 * @returns {PlacedMarker}
 */
export function markerAt(figure, [x, y], letter) {
  const radius = radiusIn(figure);
  const drawn = marker(radius, letter);
  const ring = { x, y, radius, letter: letter ?? "" };
  rings.set(drawn, ring);
  drawnRadii.set(drawn, radius);
  place(drawn, ring);
  return [figure, drawn];
}

/**
 * @param {SVGSVGElement} figure
 * @param {Element} shape
 * @param {string} [letter]
 * @param {(shape: Element) => number[] | null} [pointOf]
 * @returns {PlacedMarker[]}
 */
function markerInFigure(figure, shape, letter, pointOf = startOf) {
  const point = pointOf(shape);
  return point ? [markerAt(figure, point, letter)] : [];
}

export function removeMarkers() {
  for (const drawn of document.querySelectorAll("#figures .strike, #graph .strike")) drawn.remove();
}

/** @type {WeakMap<Element, number>} length of a nerve's paths, in widths of its figure */
const lengths = new WeakMap();

/**
 * @param {SVGSVGElement} figure
 * @param {Element} shape
 */
function lengthOf(figure, shape) {
  if (!lengths.has(shape)) {
    const total = [...shape.querySelectorAll("path")].reduce((sum, path) => sum + path.getTotalLength(), 0);
    lengths.set(shape, total / figure.viewBox.baseVal.width);
  }
  return lengths.get(shape);
}

/**
 * The shapes of a nerve in the figures that draw enough of it to show its origin.
 * @param {SVGSVGElement[]} figures
 * @param {string} id
 */
function originsOf(figures, id) {
  const shapes = figures.flatMap((figure) => {
    const shape = shapeIn(figure, "nerves", id);
    return shape ? [{ figure, shape }] : [];
  });
  const drawnLengths = shapes.map(({ figure, shape }) => lengthOf(figure, shape));
  return shapes.filter((_, n) => drawnLengths[n] >= LEAST_SHARE * Math.max(...drawnLengths));
}

/**
 * The markers of one lesion. A figure without the circle of a site gets the marker at the origin of the nerve.
 * Everything is measured here, before `showMarkers` changes the page.
 * @param {Page} page
 * @param {string[]} sites  ids of the place of the lesion and of equivalent sites
 * @param {string[]} removed  ids of the nodes that the lesion removes
 * @param {string} [letter]
 * @returns {PlacedMarker[]}
 */
export function lesionMarkers(page, sites, removed, letter) {
  const nodes = firstOf(page.payload, removed);
  const all = [.../** @type {NodeListOf<SVGSVGElement>} */ (page.figures.querySelectorAll("svg.view"))];
  // root lesions belong on the figures of the bare spine, if there are any
  const { kinds, indexOf } = page.payload;
  const areRoots = nodes.every((id) => kinds[indexOf.get(id)] === "root");
  const withoutSkin = areRoots ? all.filter((figure) => !figure.querySelector(".skin")) : [];
  const figures = withoutSkin.length ? withoutSkin : all;
  const circles = figures.flatMap((figure) => {
    const shape = sites.map((id) => shapeIn(figure, "sites", id)).find(Boolean);
    return shape ? [{ figure, shape }] : [];
  });
  // a figure of the spine whose bones hide the site of a root shows where that root ends
  const withCircle = new Set(circles.map(({ figure }) => figure));
  const others = areRoots && circles.length ? figures.filter((figure) => !withCircle.has(figure)) : [];
  const ends = others.flatMap((figure) =>
    nodes.flatMap((id) => {
      const shape = shapeIn(figure, "nerves", id);
      return shape ? [{ figure, shape }] : [];
    }),
  );
  const needsOrigin = ![...circles, ...ends].some(({ figure }) => isShown(figure));
  const searched = circles.length ? figures.filter(isShown) : figures;
  const origins = needsOrigin ? nodes.flatMap((id) => originsOf(searched, id)) : [];
  const inGraph = nodes.map((id) => page.graph.querySelector(`[data-node="${CSS.escape(id)}"]`)).filter(Boolean);
  return [
    ...[...circles, ...origins].flatMap(({ figure, shape }) => markerInFigure(figure, shape, letter)),
    ...ends.flatMap(({ figure, shape }) => markerInFigure(figure, shape, letter, endOf)),
    ...inGraph.map((node) => /** @type {PlacedMarker} */ ([node, marker(GRAPH_RADIUS, letter)])),
  ];
}

/** Replaces all markers on the page. @param {PlacedMarker[]} markers */
export function showMarkers(markers) {
  removeMarkers();
  for (const [parent, drawn] of markers) parent.append(drawn);
  const figures = markers.filter(([, drawn]) => rings.has(drawn)).map(([figure]) => figure);
  for (const figure of new Set(figures)) arrange(/** @type {SVGSVGElement} */ (figure));
}
