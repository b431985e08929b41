// The legend of a sheet: what the shown colours and lines mean, each with a sample.
import { make } from "../figures/svg-elements.js";

/** Width and height of a sample, in pixels. */
export const SAMPLE = [30, 18];

const [WIDTH, HEIGHT] = SAMPLE;
const BOX = { x: 0.5, y: 0.5, width: WIDTH - 1, height: HEIGHT - 1, rx: 3 };
const OUTLINE = { stroke: "#777777", "stroke-width": 1 };
const LOOK = [
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-linecap",
  "fill",
  "fill-opacity",
  "opacity",
];

/**
 * @typedef {{sample: SVGElement, text: string}} LegendEntry
 * @typedef {import("./inline-styles.js").StyleInliner} StyleInliner
 * @typedef {import("./image-export.js").SheetBundle} SheetBundle
 */

/** A sample that looks like a shape of the drawing. */
function sampleLike(shape, tag, attributes) {
  const sample = make(tag, attributes);
  for (const name of LOOK) if (shape.hasAttribute(name)) sample.setAttribute(name, shape.getAttribute(name));
  return sample;
}

const lineLike = (shape) => {
  const sample = sampleLike(shape, "path", { d: `M1 ${HEIGHT / 2}H${WIDTH - 1}` });
  if (Number(sample.getAttribute("stroke-width")) > HEIGHT - 4) sample.setAttribute("stroke-width", String(HEIGHT - 4));
  return sample;
};
const boxLike = (shape) => sampleLike(shape, "rect", BOX);
const pointLike = (shape) => sampleLike(shape, "circle", { cx: WIDTH / 2, cy: HEIGHT / 2, r: 6 });

/** The tones of the shown skin, once each, with the mark of the root or nerve that each stands for. */
function shownTones(drawings, inliner, payload, fills, isSelected) {
  const tones = new Map();
  for (const element of drawings.flatMap((svg) => [...svg.querySelectorAll(".skin [data-node]")])) {
    if (isSelected && !element.classList.contains("lit")) continue;
    const [, fill, mark] = fills[payload.skin.indexOf(element.dataset.node)] ?? [];
    const key = mark || fill?.replace("-unread", "");
    if (!key || tones.has(key)) continue;
    const copy = inliner.copy(element);
    const sample = copy && make("rect", { ...BOX, ...OUTLINE, fill: copy.getAttribute("fill") });
    tones.set(key, { sample, mark, fill });
  }
  return [...tones.values()].filter(({ sample }) => sample);
}

function skinEntries(drawings, inliner, { payload }, { layer, map, select }, { words, nerves }) {
  const showsNerves = layer !== "dermatomes";
  const fills = payload.layers[showsNerves ? layer : map];
  const nameOf = (mark) => (showsNerves ? `${mark} ${nerves[mark - 1]}` : mark);
  const textOf = ({ mark, fill }) => {
    if (!mark) return words[fill.includes("blank") ? "legend.blank" : "legend.silent"];
    const text = mark.split("/").map(nameOf).join(" + ");
    const isShared = mark.includes("/") && words["sheet.together"];
    return isShared ? words["sheet.together"].replace("{name}", text) : text;
  };
  return shownTones(drawings, inliner, payload, fills, select)
    .map((tone) => ({ mark: tone.mark, sample: tone.sample, text: textOf(tone) }))
    .sort((a, b) => a.mark.localeCompare(b.mark, "en", { numeric: true }));
}

/** The entry for horizontal lines over a tone, if some are shown. */
function unreadEntry(drawings, inliner, words) {
  const shapes = drawings.flatMap((svg) => [...svg.querySelectorAll('.skin [fill*="unread"]')]);
  if (!shapes.some((shape) => inliner.copy(shape))) return [];
  const look = { fill: "none", ...OUTLINE };
  const lines = `M1 5H${WIDTH - 1}M1 9H${WIDTH - 1}M1 13H${WIDTH - 1}`;
  const sample = make("g", {}, make("rect", { ...BOX, ...look }), make("path", { ...look, d: lines }));
  return [{ sample, text: words["legend.unread"] }];
}

/** A copy of the first shown element that matches, or null. */
function firstShown(drawings, inliner, selector) {
  const isDisplayed = (element) => getComputedStyle(element).display !== "none";
  for (const svg of drawings)
    for (const element of svg.querySelectorAll(selector)) {
      const group = element.closest(".nerves, .bones, .sites, .borders, .zones");
      if (!isDisplayed(group) || !isDisplayed(element.parentElement)) continue;
      const copy = inliner.copy(element, svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
      if (copy) return copy;
    }
  return null;
}

/** @type {[selector: string, word: string, sampleOf: (shape: SVGElement) => SVGElement][]} */
const OVERLAYS = [
  [".borders .doubt", "legend.doubt", lineLike],
  [".borders .maybe", "legend.maybe", lineLike],
  [".zones .overlap", "legend.overlap", lineLike],
  [".zones .own", "legend.own", lineLike],
  [".nerves .lit .near", "legend.near", lineLike],
  [".nerves .lit .deep", "legend.deep", lineLike],
  [".nerves .near", "legend.near", lineLike],
  [".nerves .deep", "legend.deep", lineLike],
  [".bones path", "sheet.bone", boxLike],
  [".sites circle", "sheet.site", pointLike],
];

function overlayEntries(drawings, inliner, words) {
  const byWord = new Map();
  for (const [selector, word, sampleOf] of OVERLAYS) {
    const shape = !byWord.has(word) && words[word] && firstShown(drawings, inliner, selector);
    if (shape) byWord.set(word, { sample: sampleOf(shape), text: words[word] });
  }
  return [...byWord.values()];
}

/** The entries of a mode's own legend on the page. */
function modeEntries(inliner) {
  const items = [...document.querySelectorAll(".taken-legend li")].filter((item) => item.getClientRects().length);
  return items.map((item) => {
    const patch = item.querySelector("svg");
    const copies = [...(patch?.children ?? [])].map((child) => inliner.copy(child) ?? "");
    const { width, height } = patch?.viewBox.baseVal ?? { width: 1, height: 1 };
    const scale = Math.min(WIDTH / (width || 34), HEIGHT / (height || 20));
    return { sample: make("g", { transform: `scale(${scale})` }, ...copies), text: item.textContent.trim() };
  });
}

/**
 * The entries of the legend, with samples of the size of SAMPLE.
 * @param {SVGSVGElement[]} drawings
 * @param {StyleInliner} inliner
 * @param {Page} page
 * @param {State} state
 * @param {SheetBundle} bundle
 * @param {string} accent  colour of a highlight
 * @returns {LegendEntry[]}
 */
export function legendEntries(drawings, inliner, page, state, bundle, accent) {
  const { words } = bundle;
  const overlays = overlayEntries(drawings, inliner, words);
  if (state.mode) return [...modeEntries(inliner), ...overlays];
  /** @type {LegendEntry[]} */
  const entries = skinEntries(drawings, inliner, page, state, bundle);
  if (state.select) {
    const sample = make("rect", { ...BOX, fill: "none", stroke: accent, "stroke-width": 2.4 });
    entries.push({ sample, text: `${words["sheet.lit"]} (${words["sheet.faded"]})` });
  }
  if (state.layer === "dermatomes") entries.push(...unreadEntry(drawings, inliner, words));
  return [...entries, ...overlays];
}
