// Marks findings in the figures and the graph with patterns and signs, and in the accessible names of their shapes.
import { make as svg } from "../figures/svg-elements.js";
import { element } from "../app/dom.js";
import { labelFinding } from "../app/node-labels.js";

/** @import { Finding } from "./types" */
/** @import { Findings } from "../reasoning/findings.js" */
/** @import { Words } from "../lesion/types" */

/** @type {Record<string, string>} sign → the symbol that marks it */
export const SYMBOLS = {
  weak: "✕",
  normal: "✓",
  numb: "✕",
  intact: "✓",
  pain: "~",
  reduced_reflex: "✕",
  normal_reflex: "✓",
  found: "✕",
  denied: "✓",
  study_normal: "✓",
  study_reduced: "✕",
  study_absent: "✕",
  study_slowed: "✕",
  study_fibrillations: "✕",
};

/** @typedef {{centre: number[], shortSide: number, radius: number}} SignPlace  where a sign fits on a patch of skin */
/** @typedef {Finding & {shape: SVGPathElement, isBeside: boolean, place: SignPlace | null}} Mark */

// Radii of a sign: in figures in pixels, in the graph in units of its drawing.
const RADIUS = { figure: 10, graph: 8 };
// The least side of a patch with a sign, in radii.
const LEAST_SIDE = 1.5;
// The shares of a target from which the shown explanation tints it: lightly, and fully.
const LIGHT_SHARE = 0.15;
const FULL_SHARE = 0.5;
const HATCH = "found-hatch";

/** The legend below the figures. @param {Words} words */
export function createCaseLegend(words) {
  const symbols = [
    { name: "", sign: "numb", key: "key.wrong" },
    { name: "well", sign: "intact", key: "key.well" },
    { name: "", sign: "pain", key: "key.pain" },
  ].map(({ name, sign, key }) => {
    const symbol = element("span", { className: `glyph ${name}`, "aria-hidden": "true" }, SYMBOLS[sign]);
    return element("li", {}, symbol, words[key]);
  });
  const tints = [
    { name: "", key: "key.lost" },
    { name: "partly", key: "key.partly" },
  ].map(({ name, key }) => {
    const tint = element("span", { className: `tint ${name}`, "aria-hidden": "true" });
    return element("li", {}, tint, words[key]);
  });
  return element("ul", { className: "case-key" }, symbols, tints);
}

function defineHatch() {
  if (document.getElementById(HATCH)) return;
  const size = { width: 9, height: 9, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  const hatch = svg("pattern", { id: HATCH, ...size }, svg("path", { d: "M0 4.5H9", class: "found-line" }));
  document.querySelector(".patterns defs").append(hatch);
}

// Positions across a patch that are tried for a sign, from the middle outwards.
const GRID = [4, 3, 5, 2, 6, 1, 7].map((step) => step / 8);

/**
 * A point within a patch: where the figure prints its roots, or else the grid point nearest to its middle.
 * @param {SVGPathElement} shape
 */
function pointWithin(shape) {
  const label = shape.ownerSVGElement.querySelector(`.marks [data-of="${CSS.escape(shape.dataset.node)}"]`);
  if (label) return ["x", "y"].map((name) => Number(label.getAttribute(name)));
  const box = shape.getBBox();
  const points = GRID.flatMap((i) => GRID.map((j) => [box.x + box.width * i, box.y + box.height * j]));
  return points.find(([x, y]) => shape.isPointInFill(new DOMPoint(x, y))) ?? points[0];
}

/**
 * @param {string} sign
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
const badge = (sign, x, y, radius) =>
  svg(
    "g",
    { class: `found-sign ${sign}`, transform: `translate(${x} ${y}) scale(${radius / 10})` },
    svg("circle", { r: 10 }),
    svg("text", { y: 5 }, SYMBOLS[sign]),
  );

export class FindingMarks {
  /**
   * @param {Map<string, Element[]>} shapesById  the shapes of each node, in figures and graph
   * @param {(finding: Finding) => string} inWords
   */
  constructor(shapesById, inWords) {
    this.shapesById = /** @type {Map<string, SVGPathElement[]>} */ (shapesById);
    this.inWords = inWords;
    /** @type {Element[]} what was added to the page */
    this.added = [];
    /** @type {Element[]} */
    this.tinted = [];
    /** @type {Map<Element, string[]>} shape → its findings in words */
    this.labels = new Map();
    /** @type {Map<Element, {centre: number[], shortSide: number}>} */
    this.measures = new Map();
    defineHatch();
  }

  clear() {
    for (const added of this.added) added.remove();
    for (const shape of this.tinted) shape.classList.remove("foreseen", "partly");
    for (const shape of this.labels.keys()) labelFinding(shape);
    this.added = [];
    this.tinted = [];
    this.labels.clear();
  }

  /**
   * Replaces all marks. Everything is measured before the page is changed, so that it is laid out only once.
   * @param {Findings} findings
   * @param {{id: string, share: number}[]} shares  the share of each target that the shown explanation removes
   */
  show(findings, shares) {
    const marks = /** @type {Finding[]} */ (findings.all).flatMap((finding) => {
      const isBeside = finding.sign === "pain" && findings.of(finding.id, "numb") !== undefined;
      const shapes = this.shapesById.get(finding.id) ?? [];
      return shapes.map((shape) => ({ ...finding, shape, isBeside, place: this.#placeOn(shape) }));
    });
    this.clear();
    for (const { id, share } of shares) {
      if (share < LIGHT_SHARE) continue;
      for (const shape of this.shapesById.get(id) ?? []) {
        shape.classList.add("foreseen");
        shape.classList.toggle("partly", share < FULL_SHARE);
        this.tinted.push(shape);
      }
    }
    for (const mark of marks) if (mark.shape.dataset.node) this.#mark(mark);
  }

  /**
   * Where a sign goes on a patch of skin and its radius there; null for other shapes and hidden figures.
   * @param {SVGPathElement} shape
   * @returns {SignPlace | null}
   */
  #placeOn(shape) {
    const figure = shape.ownerSVGElement;
    if (!shape.closest(".skin") || figure.closest("[hidden]")) return null;
    const scale = Math.abs(figure.getScreenCTM()?.a ?? 0); // negative in a mirrored figure
    if (!scale) return null;
    if (!this.measures.has(shape)) {
      const { width, height } = shape.getBBox();
      this.measures.set(shape, { centre: pointWithin(shape), shortSide: Math.min(width, height) });
    }
    return { ...this.measures.get(shape), radius: RADIUS.figure / scale };
  }

  /** @param {Mark} mark */
  #mark(mark) {
    const { shape } = mark;
    this.labels.set(shape, [...(this.labels.get(shape) ?? []), this.inWords(mark)]);
    labelFinding(shape, this.labels.get(shape).join(", "));
    if (shape.classList.contains("node")) this.#markInGraph(mark);
    else if (mark.place) this.#markOnSkin(mark, mark.place);
  }

  /** @param {Mark} mark */
  #markInGraph({ shape, sign, isBeside }) {
    const added = badge(sign, isBeside ? -17 : 0, 0, RADIUS.graph);
    shape.append(added);
    this.added.push(added);
  }

  /**
   * A patch too small for a sign gets only the pattern and the outline.
   * @param {Mark} mark
   * @param {SignPlace} place
   */
  #markOnSkin({ shape, sign, isBeside }, { centre, shortSide, radius }) {
    const [x, y] = centre;
    const area = svg("path", { d: shape.getAttribute("d"), class: "area" });
    const added = svg("g", { class: `finding ${sign}` }, area);
    if (shortSide > radius * LEAST_SIDE) added.append(badge(sign, isBeside ? x + radius * 2.1 : x, y, radius));
    shape.closest(".skin").after(added);
    this.added.push(added);
  }
}
