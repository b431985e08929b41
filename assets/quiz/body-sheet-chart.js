// Bodies to mark on paper: the outlines and the patches of skin of the figures, without colours, names and marks.
import { element, findAll } from "../app/dom.js";
import { isMirrored } from "../app/side.js";
import { make } from "../figures/svg-elements.js";
import { isOn } from "../figures/plates.js";

const DRAWN = ":scope > :is(.outline, .skin, .borders)";
const TALLEST = 62; // millimetres
const WIDEST = 38;

/** A copy that shows shapes alone. @param {Element} shape */
function bare(shape) {
  const copy = /** @type {Element} */ (shape.cloneNode(true));
  for (const one of [copy, ...copy.querySelectorAll("*")])
    for (const { name } of [...one.attributes])
      if (!["d", "transform", "points"].includes(name)) one.removeAttribute(name);
  copy.setAttribute("class", shape.classList[0]);
  return copy;
}

/**
 * @param {SVGSVGElement} view
 * @param {boolean} isLeft
 */
function chart(view, isLeft) {
  const { width, height } = view.viewBox.baseVal;
  const scale = Math.min(TALLEST / height, WIDEST / width);
  const svg = make("svg", { viewBox: view.getAttribute("viewBox"), "aria-hidden": "true" });
  svg.append(...[...view.querySelectorAll(DRAWN)].map(bare));
  svg.style.width = `${(width * scale).toFixed(1)}mm`;
  svg.style.height = `${(height * scale).toFixed(1)}mm`;
  if (isLeft) svg.style.transform = "scaleX(-1)";
  return svg;
}

/**
 * The figures of a plate that have skin, each with its caption.
 * @param {HTMLElement} figures
 * @param {string} plate
 * @param {string} side
 */
export function bodyCharts(figures, plate, side) {
  const shown = findAll("figure[data-plates], figure:not([data-plates])", figures).filter((figure) =>
    isOn(plate, figure),
  );
  const drawn = shown.flatMap((figure) => {
    const view = /** @type {SVGSVGElement | null} */ (figure.querySelector(".view:has(> .skin)"));
    const caption = figure.querySelector("figcaption > :first-child")?.textContent ?? "";
    return view ? [element("figure", {}, chart(view, isMirrored(side)), element("figcaption", {}, caption))] : [];
  });
  return element("div", { className: "body-charts" }, drawn);
}
