// Draws labels next to the figures, with a line to what each names: everything shown, or what a selection highlights.
import { fetchJson, once } from "../app/fetch-json.js";
import { isMirrored } from "../app/side.js";
import { anchorsIn, isOfMuscles } from "./label-anchors.js";
import { place, placeFitting } from "./label-layout.js";
import { make } from "./svg-elements.js";

const LINE_HEIGHT = 1.16; // in letter heights
const CAPTION = 56; // pixels that a figure's caption and the plate's edges take
const GAP = 22; // pixels between a figure and its labels, in which the lines run
const HEIGHT_SHARE = { tall: 1, wide: 0.6 }; // of the height available for a figure
const WIDTHS = { tall: [92, 660], wide: [190, 620] }; // least and greatest width of a figure, in pixels
const MARK_WIDTH = 0.7; // of one letter of a mark, in letter heights

/**
 * The bundle of labels.
 * @typedef {object} Labels
 * @property {Record<string, Record<string, Anchor[]>>} views  labelled points by view and layer
 * @property {Record<string, [number, number, ...string[]]>} named  by key: the widths of all lines and of the first one
 *   in letter heights, then the lines
 * @property {Record<string, string>} by_nerve  patch of skin → the key of its nerves
 * @typedef {[key: string, id: string, x: number, y: number, room?: number]} Anchor  `room` around a muscle or bone
 */

/** @type {(page: Page) => Promise<Labels>} */
export const loadLabels = once(({ answers }) => fetchJson(answers.labels));

/** Keys and marks of a view's anchors, which depend on the layer of the skin. */
class Keys {
  constructor({ payload }, labels, { layer, map }) {
    this.skin = payload.skin;
    this.showsNerves = layer !== "dermatomes";
    this.fills = payload.layers[this.showsNerves ? layer : map];
    this.labels = labels;
  }

  keyOf([key, id]) {
    return (this.showsNerves && this.skin.includes(id) && this.labels.by_nerve[id]) || key;
  }

  markOf([, id]) {
    return this.fills?.[this.skin.indexOf(id)]?.[2] ?? "";
  }
}

/** One label for each name. Patches or segments that share a name are labelled at the middle one of them. */
function labelsOf(anchors, keys) {
  const byKey = new Map();
  for (const anchor of anchors) {
    const [, id, x, y] = anchor;
    const key = keys.keyOf(anchor);
    if (!byKey.has(key)) byKey.set(key, { key, mark: keys.markOf(anchor), places: [] });
    byKey.get(key).places.push({ id, x, y });
  }
  // a label for several nerves is left out where each of them has a label of its own
  const single = new Set([...byKey.keys()].filter((key) => !key.includes("+")));
  return [...byKey.values()]
    .filter(({ key }) => single.has(key) || !key.split("+").every((part) => single.has(part)))
    .map((label) => {
      const [, , ...lines] = keys.labels.named[label.key];
      const middle = label.places.sort((a, b) => a.y - b.y)[label.places.length >> 1];
      return { ...middle, ...label, lines };
    });
}

function drawLabel(group, label, width, letter) {
  const { x, y, row, left, lines, mark, id } = label;
  const edge = left ? -GAP : width + GAP;
  const inward = left ? 5 : -5;
  const d = `M${(edge + inward).toFixed(1)} ${row.toFixed(1)}L${x.toFixed(1)} ${y.toFixed(1)}`;
  const point = make("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: (letter / 5.5).toFixed(1) });
  group.append(make("path", { class: "halo", d }), make("path", { class: "leader", d }), point);
  const isChosen = group.ownerSVGElement.querySelector(`[data-node="${CSS.escape(id)}"].chosen`);
  const text = make("text", { "text-anchor": left ? "end" : "start", class: isChosen ? "chosen" : "" });
  lines.forEach((line, at) => {
    const baseline = row + (at - (lines.length - 1) / 2) * letter * LINE_HEIGHT + letter * 0.36;
    const span = make("tspan", { x: edge, y: baseline.toFixed(1) });
    const hasMark = at === 0 && mark;
    if (hasMark && !left) span.append(make("tspan", { class: "mark" }, `${mark}\u2002`));
    span.append(line);
    if (hasMark && left) span.append(make("tspan", { class: "mark" }, `\u2002${mark}`));
    text.append(span);
  });
  group.append(text);
}

/** The width of a column in letter heights: of all possible labels, so that a selection does not move the figure. */
function columnWidth(layers, keys) {
  const widthOf = (anchor) => {
    const mark = keys.markOf(anchor);
    const [widest, first] = keys.labels.named[keys.keyOf(anchor)];
    return Math.max(widest, first + (mark ? mark.length * MARK_WIDTH + 0.5 : 0));
  };
  return Math.max(0, ...Object.values(layers).flat().map(widthOf));
}

const viewBoxOf = (svg) => (svg.dataset.box ??= svg.getAttribute("viewBox")).split(/[ ,]+/).map(Number);

function removeFrom(svg) {
  svg.querySelector(":scope > .labels")?.remove();
  if (!svg.dataset.box) return;
  const [, , width, height] = viewBoxOf(svg);
  svg.setAttribute("viewBox", svg.dataset.box);
  svg.setAttribute("width", width);
  svg.setAttribute("height", height);
  svg.style.removeProperty("width");
  delete svg.dataset.box;
}

/** Pixels of the page for a unit of a figure that has a column of labels on either side. */
function scaleFor({ width, height }, column, { room, tall }) {
  const kind = width > height ? "wide" : "tall";
  const [least, most] = WIDTHS[kind];
  const fitting = Math.min(room - 2 * column, most, (tall * HEIGHT_SHARE[kind] * width) / height);
  return Math.max(fitting, least) / width;
}

/** Enlarges the drawing so that the labels have room on all sides. */
function enlarge(svg, { left, top, width, height }, { scale, column, above, below }) {
  const [wide, high] = [width + (2 * column) / scale, height + (above + below) / scale];
  const viewBox = [left - column / scale, top - above / scale, wide, high];
  svg.setAttribute("viewBox", viewBox.map((n) => n.toFixed(1)).join(" "));
  svg.setAttribute("width", Math.round(wide * scale));
  svg.setAttribute("height", Math.round(high * scale));
  svg.style.width = `${Math.round(wide * scale)}px`;
}

function drawIn(svg, labels, page, state, sizes) {
  removeFrom(svg);
  const [left, top, width, height] = viewBoxOf(svg);
  const { letter, isSelected } = sizes;
  const layers = labels.views[svg.dataset.view] ?? {};
  const keys = new Keys(page, labels, state);
  const column = Math.ceil(letter * columnWidth(layers, keys)) + GAP;
  const scale = scaleFor({ width, height }, column, sizes);
  const mirrored = isMirrored(state.side);
  const overlays = new Set(state.show.split(","));
  const anchors = anchorsIn(svg, layers, { overlays, isSelected, scale });
  const wanted = labelsOf(anchors, keys).map((label) => ({
    ...label,
    x: (mirrored ? left + width - label.x : label.x - left) * scale,
    y: (label.y - top) * scale,
    room: label.lines.length * letter * LINE_HEIGHT + letter * 0.5,
  }));
  const placed = (isOfMuscles(svg, layers) ? placeFitting : place)(wanted, width * scale, height * scale, GAP);
  // in a mirrored drawing the labels are turned back as a whole
  const size = (1 / scale).toFixed(5);
  const [corner, across] = mirrored ? [left + width, `-${size}`] : [left, size];
  const transform = `translate(${corner} ${top}) scale(${across} ${size})`;
  const group = svg.appendChild(make("g", { class: "labels", "aria-hidden": "true", transform }));
  for (const label of placed) drawLabel(group, label, width * scale, letter);
  const above = Math.max(0, ...placed.map(({ row, room }) => room / 2 - row));
  const below = Math.max(0, ...placed.map(({ row, room }) => row + room / 2 - height * scale));
  enlarge(svg, { left, top, width, height }, { scale, column, above, below });
}

/**
 * Draws the labels of all figures on the plate.
 * @param {Page} page
 * @param {State} state
 * @param {Labels} labels
 */
export function drawLabels(page, state, labels) {
  const { figures } = page;
  const style = getComputedStyle(figures);
  const sizes = {
    letter: parseFloat(style.getPropertyValue("--label")) || 13,
    room: figures.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight),
    tall: Math.max(400, Math.min(figures.clientHeight, 0.8 * innerHeight) - CAPTION),
    isSelected: figures.classList.contains("on"),
  };
  for (const svg of figures.querySelectorAll(".view")) {
    if (svg.closest("[hidden]")) removeFrom(svg);
    else drawIn(svg, labels, page, state, sizes);
  }
}

/** @param {Page} page */
export function removeLabels({ figures }) {
  for (const svg of figures.querySelectorAll(".view")) removeFrom(svg);
}
