// The scale of disagreement between maps: five tones, with dots that grow with them; and the legends of the mode.
import { make } from "../figures/svg-elements.js";
import { element } from "../app/dom.js";
import { legendList } from "../lesion/legend-list.js";

/** @import { Words } from "../lesion/types" */

/** @typedef {[tone: string, fill: string, mark?: string, brief?: string]} LayerRow  of a patch: class, fill, printed text and its short form */

export const STEPS = [0, 1, 2, 3, 4];
// The side of a pattern tile, and the radius that a dot gains per step, in units of a figure.
const TILE = 15;
const DOT_GROWTH = 0.75;
const NO_ANSWER = "fill-silent";
const UNREAD = "differ-unread";
const patternId = (/** @type {number | null} */ step) => (step === null ? NO_ANSWER : `differ-${step}`);

/**
 * The row of a skin layer for a step of the scale: class, fill and printed text.
 * @param {number | null} step  null where no map answers
 * @param {string} mark
 * @returns {LayerRow}
 */
export const layerRow = (step, mark) => ["patterned", `url(#${patternId(step)})`, mark];

/** @param {number} step */
function pattern(step) {
  const ground = make("rect", { class: `differ-${step}`, width: TILE, height: TILE });
  const centres = [TILE * 0.25, TILE * 0.75];
  const dots = centres.map((at) => make("circle", { class: "differ-dot", cx: at, cy: at, r: DOT_GROWTH * step }));
  return make(
    "pattern",
    { id: patternId(step), width: TILE, height: TILE, patternUnits: "userSpaceOnUse" },
    ground,
    ...(step ? dots : []),
  );
}

// The lines over skin whose source was not read, for the legend.
const unreadPattern = () =>
  make(
    "pattern",
    { id: UNREAD, width: TILE, height: 6, patternUnits: "userSpaceOnUse" },
    make("rect", { class: "c5", width: TILE, height: 6 }),
    make("path", { class: "unread", d: `M0 3H${TILE}` }),
  );

export function defineScale() {
  if (document.getElementById(patternId(0))) return;
  const box = { class: "patterns", "aria-hidden": "true", width: 0, height: 0 };
  document.body.append(make("svg", box, make("defs", {}, ...STEPS.map(pattern), unreadPattern())));
}

/** @typedef {{attributes: Record<string, string>, text: string}} LegendEntry */

/** @param {Record<string, string>} attributes */
function sample(attributes) {
  const box = make("rect", { x: 1, y: 1, width: 32, height: 18, rx: 4, class: "map-sample", ...attributes });
  return make("svg", { class: "patch", viewBox: "0 0 34 20", width: 34, height: 20, "aria-hidden": "true" }, box);
}

/**
 * @param {Words} words
 * @param {LegendEntry[]} entries
 */
function legend(words, entries) {
  const items = entries.map(({ attributes, text }) => element("li", {}, sample(attributes), text));
  return legendList(words["maps.key"], items, "map-key");
}

/** The legends of the scale and of two maps compared. @param {Words} words */
export function createMapLegends(words) {
  const steps = [...STEPS, null].map((step) => ({
    attributes: { fill: `url(#${patternId(step)})` },
    text: words[`maps.step.${step ?? "none"}`],
  }));
  const relations = ["differ", "same", "alone"].map((relation) => ({
    attributes: { "data-stand": relation },
    text: words[`maps.key.${relation}`],
  }));
  const unread = { attributes: { fill: `url(#${UNREAD})` }, text: words["maps.key.unread"] };
  return { all: legend(words, steps), two: legend(words, [...relations, unread]) };
}
