// Composes one drawing of all that is shown: title, figures with captions, legend, sources and licence.
import { make } from "../figures/svg-elements.js";
import { plainColour } from "./colours.js";
import { pictures } from "./download.js";
import { StyleInliner } from "./inline-styles.js";
import { layOut } from "./sheet-layout.js";
import { legendEntries, SAMPLE } from "./sheet-legend.js";
import { describe, metadata, sourceNames } from "./sheet-texts.js";
import { textWidth, wrapped } from "./text-layout.js";

const EDGE = 40; // pixels around the sheet
const WIDTH = 1400; // pixels; letters grow on a wider sheet
const FOOT_SIZE = 13; // pixels, of the font of sources and licence
const LEGEND_SIZE = 15;
const MOST_SOURCE_LINES = 2;
const SANS = "Helvetica, Arial, sans-serif";
const SERIF = "Georgia, serif";
const MIRRORED = '[data-side="left"] .view';

/** @param {SVGSVGElement} svg */
const scaleOf = (svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;

/** As many names of sources as fit into two lines, and how many more there are. */
function sourceLines(names, words, room) {
  for (let count = names.length; count >= 0; count -= 1) {
    const left = names.length - count;
    const more = left ? words["sheet.more"].replace("{n}", left) : "";
    const listed = [names.slice(0, count).join("; "), more].filter(Boolean).join("; ");
    const lines = wrapped(words["sheet.sources"].replace("{sources}", listed), FOOT_SIZE, room);
    if (lines.length <= MOST_SOURCE_LINES || !count) return lines;
  }
  return [];
}

/**
 * The colours of a sheet in the present theme; `ground` is that of a slide.
 * @returns {Record<string, string>}
 */
export function themeColours() {
  const probe = document.getElementById("figures").appendChild(document.createElement("span"));
  const colours = ["sheet", "ink", "soft", "accent", "line"].map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, plainColour(getComputedStyle(probe).color)[0]];
  });
  const isDark = getComputedStyle(probe).colorScheme.includes("dark");
  probe.remove();
  const found = /** @type {Record<string, string>} */ (Object.fromEntries(colours));
  return { ...found, ground: isDark ? found.sheet : "#ffffff" }; // slides are white, not the page's warm white
}

/**
 * Adds a drawing with a picture of the 3-D body as it is seen now. The caller removes it.
 * @param {SolidScene} scene
 * @param {number} scale  pixels of the picture for each pixel of the page
 */
function addStillOf(scene, scale) {
  const { width, height } = scene.getBoundingClientRect();
  const href = scene.picture(scale);
  const image = make("image", { width, height, href });
  return scene.appendChild(make("svg", { viewBox: `0 0 ${width} ${height}`, class: "still" }, image));
}

/** The names of figures as the page has them below each. */
export const captionsOf = (drawings) =>
  drawings.map((svg) => svg.closest("figure")?.querySelector("figcaption span")?.textContent ?? "");

/**
 * A copy of a figure with a place on a sheet, in units of the sheet.
 * @param {{svg: SVGSVGElement, x: number, y: number, scale: number}} placed
 * @param {StyleInliner} inliner
 */
export function placedCopy({ svg, x, y, scale }, inliner) {
  const { x: left, y: top, width: across } = svg.viewBox.baseVal;
  const isMirrored = svg.matches(MIRRORED);
  const start = isMirrored ? (left + across) * scale : -left * scale;
  const corner = `${(x + start).toFixed(2)} ${(y - top * scale).toFixed(2)}`;
  const size = scale.toFixed(5);
  const transform = `translate(${corner}) scale(${isMirrored ? `-${size} ${size}` : size})`;
  return make("g", { transform }, ...[...svg.children].map((child) => inliner.copy(child, scaleOf(svg)) ?? ""));
}

/** A sheet that is filled from top to bottom; `y` is where its contents end. */
class Sheet {
  /** @type {SVGElement[]} */
  parts = [];
  y = EDGE;

  constructor(width, colours) {
    this.width = width;
    this.colours = colours;
  }

  write(text, size, x, y, attributes = {}) {
    const position = { x: x.toFixed(1), y: y.toFixed(1) };
    const look = { "font-size": size, "font-family": SANS, fill: this.colours.ink };
    this.parts.push(make("text", { ...position, ...look, ...attributes }, text));
  }

  addTitle({ title, plate, side, map }, pageName) {
    this.write(title, 30, EDGE, (this.y += 22), { "font-family": SERIF, "font-weight": 600 });
    const subtitle = [...new Set([pageName, plate, side])].filter((part) => part && part !== title);
    this.write([...subtitle, map].join(" · "), 16, EDGE, (this.y += 26), { fill: this.colours.soft });
    this.y += 26;
  }

  /** Adds figures that are laid out in pixels of the page; `factor` of them are one of the sheet. */
  addFigures({ placed, height }, captions, inliner, factor) {
    const look = { "text-anchor": "middle", "font-style": "italic", "font-family": SERIF, fill: this.colours.soft };
    for (const [at, figure] of placed.entries()) {
      const [x, y, width, tall] = [figure.x, figure.y, figure.width, figure.height].map((n) => n / factor);
      const place = { svg: figure.svg, x: EDGE + x, y: this.y + y, scale: figure.scale / factor };
      this.parts.push(placedCopy(place, inliner));
      this.write(captions[at], 16, EDGE + x + width / 2, this.y + y + tall + 24, look);
    }
    this.y += height / factor + 18;
  }

  addLegend(entries) {
    let x = EDGE;
    for (const { sample, text } of entries) {
      const width = SAMPLE[0] + 9 + textWidth(text, LEGEND_SIZE) + 26;
      if (x > EDGE && x + width > this.width - EDGE) [x, this.y] = [EDGE, this.y + 27];
      this.parts.push(make("g", { transform: `translate(${x.toFixed(1)} ${this.y.toFixed(1)})` }, sample));
      this.write(text, LEGEND_SIZE, x + SAMPLE[0] + 9, this.y + 14);
      x += width;
    }
    this.y += 44;
  }

  addFoot(lines) {
    const d = `M${EDGE} ${this.y.toFixed(1)}H${this.width - EDGE}`;
    this.parts.push(make("path", { d, stroke: this.colours.line, fill: "none" }));
    this.y += 4;
    for (const line of lines) this.write(line, FOOT_SIZE, EDGE, (this.y += 18), { fill: this.colours.soft });
  }
}

async function compose(page, state, bundle, drawings, isClear) {
  const { words } = bundle;
  const inliner = new StyleInliner(await pictures(drawings));
  const layout = layOut(drawings, page.figures);
  const factor = Math.max(1, layout.width / WIDTH);
  const width = Math.ceil(layout.width / factor + 2 * EDGE);
  const room = width - 2 * EDGE;
  const description = describe(page, state, bundle);
  const names = sourceNames(page, state, bundle);
  const captions = captionsOf(drawings);
  const sheet = new Sheet(width, themeColours());
  sheet.addTitle(description, words["page.name"]);
  sheet.addFigures(layout, captions, inliner, factor);
  sheet.addLegend(legendEntries(drawings, inliner, page, state, bundle, sheet.colours.accent));
  const licence = wrapped(`${words["sheet.licence"]} ${words["sheet.purpose"]}`, FOOT_SIZE, room);
  sheet.addFoot([...sourceLines(names, words, room), ...licence]);
  const height = Math.ceil(sheet.y + EDGE * 0.7);
  const size = { width: Math.round(width * factor), height: Math.round(height * factor) };
  const summary = words["sheet.describe"]
    .replace("{title}", description.title)
    .replace("{views}", captions.join(", "))
    .replace("{map}", description.map);
  const svg = make(
    "svg",
    { ...size, viewBox: `0 0 ${width} ${height}` },
    make("title", {}, `${description.title} · ${words["page.name"]}`),
    make("desc", {}, summary),
    metadata(description, names, words),
    make("defs", {}, ...[...inliner.referenced.values()].filter(Boolean)),
    isClear ? "" : make("rect", { width, height, fill: sheet.colours.sheet }),
    ...sheet.parts,
  );
  return { text: new XMLSerializer().serializeToString(svg), ...size, stem: description.stem };
}

/**
 * Calls a function with the drawings that are shown, or with the one of a figure.
 * @template T
 * @param {import("./image-export.js").TakeOptions} options
 * @param {(drawings: SVGSVGElement[]) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withDrawings({ only, scale = 2 }, use) {
  const scene = /** @type {SolidScene} */ (document.getElementById("solid-scene"));
  const still = scene?.getClientRects().length ? addStillOf(scene, scale) : null;
  try {
    const views = /** @type {NodeListOf<SVGSVGElement>} */ (document.querySelectorAll(".figures .view"));
    const shown = [...views].filter((svg) => svg.getClientRects().length && (!only || only.contains(svg)));
    return await use(still ? [still] : shown);
  } finally {
    still?.remove();
  }
}

/**
 * @param {Page} page
 * @param {State} state
 * @param {import("./image-export.js").SheetBundle} bundle
 * @param {import("./image-export.js").TakeOptions} options
 * @returns {Promise<{text: string, width: number, height: number, stem: string}>}  the SVG, its size in pixels, and the
 *   name of its file without the ending
 */
export function composeSheet(page, state, bundle, options) {
  return withDrawings(options, (drawings) => compose(page, state, bundle, drawings, options.isClear));
}
