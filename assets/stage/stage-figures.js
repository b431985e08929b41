// Arranges the figures on the stage and enlarges parts of them.
import { findAll } from "../app/dom.js";
import { isMirrored } from "../app/side.js";
import { drawLeaders } from "../figures/leader-lines.js";
import { boxAround, boxAt, figureWidths } from "./stage-layout.js";

/** @typedef {{name: string, parts: string[], views: string[]}} Region */
/** @typedef {[x: number, y: number, width: number, height: number]} Box */
/** @typedef {{figure: HTMLElement, svg: SVGSVGElement, box: Box}} Enlarged */

const MARGIN = 0.06; // around a region, as a share of it
const TIMES = 3; // that the figure under the pointer is enlarged

const boxOf = (svg) =>
  /** @type {Box} */ ((svg.dataset.whole ?? svg.getAttribute("viewBox")).split(/[ ,]+/).map(Number));

/** Where figures are: the page's own and, while two maps are compared, their copy. */
const places = () => findAll("#figures, #figures-twin");

/** The figures with a drawing that the plate shows. @param {HTMLElement} place */
const shownIn = (place) =>
  findAll("figure", place)
    .filter((figure) => !figure.hidden)
    .map((figure) => ({ figure, svg: /** @type {SVGSVGElement} */ (figure.querySelector("svg.view")) }))
    .filter(({ svg }) => svg);

/**
 * The box of a region in each figure that can show it.
 * @param {HTMLElement} place
 * @param {Region} region
 * @returns {Enlarged[]}
 */
function enlargedIn(place, { parts, views }) {
  place.dataset.measured = ""; // what an overlay hides has no size
  const found = shownIn(place)
    .filter(({ svg }) => views.includes(svg.dataset.view))
    .map(({ figure, svg }) => {
      const shapes = /** @type {SVGGraphicsElement[]} */ (/** @type {unknown[]} */ (findAll("[data-node]", svg)));
      const boxes = shapes.filter(({ dataset }) => parts.includes(dataset.node)).map((shape) => shape.getBBox());
      const sized = boxes.filter(({ width, height }) => width && height);
      return { figure, svg, box: sized.length ? boxAround(sized, MARGIN) : boxOf(svg) };
    });
  delete place.dataset.measured;
  return found;
}

/** Puts the figures back as the plate has them. @param {HTMLElement} place */
function resetIn(place) {
  delete place.dataset.arranged;
  for (const svg of findAll("svg[data-whole]", place)) {
    svg.setAttribute("viewBox", svg.dataset.whole);
    delete svg.dataset.whole;
  }
  for (const figure of findAll("figure", place)) {
    figure.style.removeProperty("--stage-width");
    figure.removeAttribute("data-off-stage");
  }
}

/** @param {HTMLElement} place @param {Enlarged[]} enlarged */
function showEnlarged(place, enlarged) {
  const kept = enlarged.map(({ figure }) => figure);
  for (const { figure } of shownIn(place)) figure.toggleAttribute("data-off-stage", !kept.includes(figure));
  for (const { svg, box } of enlarged) {
    svg.dataset.whole ??= svg.getAttribute("viewBox");
    svg.setAttribute("viewBox", box.map((value) => value.toFixed(1)).join(" "));
  }
  place.dataset.arranged = "enlarged";
}

/** @param {HTMLElement} place */
function showWhole(place) {
  const shown = shownIn(place);
  const { columnGap, paddingTop, paddingBottom, paddingLeft, paddingRight } = getComputedStyle(place);
  const room = {
    width: place.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight),
    height: place.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom),
  };
  const sizes = shown.map(({ svg }) => boxOf(svg)).map(([, , width, height]) => ({ width, height }));
  const widths = figureWidths(sizes, room, parseFloat(columnGap) || 0);
  if (!widths) return;
  for (const [n, { figure }] of shown.entries()) {
    figure.toggleAttribute("data-off-stage", !widths[n]);
    figure.style.setProperty("--stage-width", `${widths[n].toFixed(1)}px`);
  }
  place.dataset.arranged = "whole";
}

export class StageFigures {
  constructor() {
    /** What the pointer has enlarged. @type {Enlarged | null} */
    this.closeUp = null;
    this.pointer = { x: innerWidth / 2, y: innerHeight / 2 };
    document.addEventListener("pointermove", ({ clientX: x, clientY: y }) => (this.pointer = { x, y }));
  }

  reset() {
    places().forEach(resetIn);
  }

  /**
   * @param {HTMLElement} place
   * @param {Region | undefined} region
   * @returns {Enlarged[]}
   */
  #enlarged(place, region) {
    if (this.closeUp) return place.contains(this.closeUp.figure) ? [this.closeUp] : [];
    return region ? enlargedIn(place, region) : [];
  }

  /**
   * Arranges what the plate shows.
   * @param {Region | undefined} region  to enlarge
   */
  show(region) {
    this.reset();
    for (const place of places()) {
      const enlarged = this.#enlarged(place, region);
      if (enlarged.length) showEnlarged(place, enlarged);
      else showWhole(place);
    }
    drawLeaders(document.getElementById("figures"));
  }

  /**
   * Enlarges the figure under the pointer, or ends that.
   * @param {State} state
   * @returns {boolean}  whether there was anything to do
   */
  toggleCloseUp({ side }) {
    if (this.closeUp) {
      this.closeUp = null;
      return true;
    }
    const { x, y } = this.pointer;
    const figure = /** @type {HTMLElement} */ (document.elementFromPoint(x, y)?.closest(".figures figure"));
    const svg = /** @type {SVGSVGElement | null} */ (figure?.querySelector("svg.view"));
    if (!svg || svg.dataset.whole) return false;
    const { left, top, width, height } = svg.getBoundingClientRect();
    const across = (x - left) / width;
    const share = { x: isMirrored(side) ? 1 - across : across, y: (y - top) / height };
    this.closeUp = { figure, svg, box: boxAt(boxOf(svg), share, TIMES) };
    return true;
  }
}
