// Ties each enlarged figure to the box in the whole body that it enlarges, by a thin line.
import { make } from "./svg-elements.js";

// Pixels between the end of a line and what it points to, and the shortest line that does not look like a mistake.
const GAP = 4;
const SHORTEST = 10;

/**
 * A line between two boxes, from edge to edge: level where their heights allow it.
 * @param {DOMRect} from
 * @param {DOMRect} to
 * @returns {[x: number, y: number, x: number, y: number]}
 */
export function lineBetween(from, to) {
  const isLeft = to.right < from.left;
  const x1 = isLeft ? from.left - GAP : from.right + GAP;
  const x2 = isLeft ? to.right + GAP : to.left - GAP;
  const [top, bottom] = [Math.max(from.top, to.top) + GAP, Math.min(from.bottom, to.bottom) - GAP];
  const middle = (from.top + from.bottom) / 2;
  if (top <= bottom) {
    const level = Math.min(Math.max(middle, top), bottom);
    return [x1, level, x2, level];
  }
  return [x1, middle, x2, Math.min(Math.max(middle, to.top + GAP), to.bottom - GAP)];
}

/** @param {HTMLElement} figures */
export function drawLeaders(figures) {
  const layer =
    figures.querySelector(":scope > .leaders") ??
    figures.appendChild(make("svg", { class: "leaders", "aria-hidden": "true" }));
  const place = figures.getBoundingClientRect();
  layer.setAttribute("viewBox", `0 0 ${place.width} ${place.height}`);
  /** @type {Map<Element, {distance: number, ends: Record<string, number>}>} the nearest box of each inset */
  const nearest = new Map();
  for (const box of /** @type {NodeListOf<SVGRectElement>} */ (figures.querySelectorAll("rect.inset"))) {
    const inset = document.querySelector(`#figure-${box.dataset.view} > .view`);
    const isShown = Boolean(inset?.getClientRects().length && box.getClientRects().length);
    box.classList.toggle("tied", isShown);
    if (!isShown) continue;
    const [x1, y1, x2, y2] = lineBetween(box.getBoundingClientRect(), inset.getBoundingClientRect());
    const distance = Math.abs(x2 - x1);
    if (distance < SHORTEST || nearest.get(inset)?.distance <= distance) continue;
    const ends = { x1: x1 - place.left, y1: y1 - place.top, x2: x2 - place.left, y2: y2 - place.top };
    nearest.set(inset, { distance, ends });
  }
  const lines = [...nearest.values()].map(({ ends }) => make("line", ends));
  layer.replaceChildren(...lines);
}

/** Keeps the lines in place while the figures change their size. */
export function keepLeaders(figures) {
  const again = () => drawLeaders(figures);
  new ResizeObserver(again).observe(figures);
  new MutationObserver(again).observe(figures, { attributeFilter: ["data-plate"] });
  new MutationObserver(again).observe(document.getElementById("main"), {
    attributeFilter: ["data-show", "data-mode", "data-side"],
  });
  again();
}
