// Keeps the tab stop of a figure on a node that is shown, whatever the page shows.
import { findAll } from "./dom.js";
import { Roving } from "../figures/roving.js";

const litEdges = () => findAll("#graph .lit[data-from]").map(({ dataset }) => [dataset.from, dataset.to]);

/**
 * Gives a figure one tab stop among its nodes.
 * @param {HTMLElement} figure
 * @param {() => Record<string, string>} [words]  the strings of the page, when they have been loaded
 * @returns {() => void}  moves the tab stop to a visible node after the figure has been redrawn
 */
export function makeRoving(figure, words = () => ({})) {
  const roving = new Roving(figure, litEdges, () => words()["status.lit"]);
  if (!roving.current) return () => {};
  // On another plate or without an overlay, the element of the stop may be hidden. A figure outside the window may not
  // be laid out at all; to ask it would force that, so it is asked when it comes into view, or before the first key.
  let isOutdated = false;
  let isNear = null;
  const update = () => {
    isOutdated = false;
    roving.update();
  };
  const watch = () => {
    isNear = getComputedStyle(figure.firstElementChild).contentVisibility !== "auto";
    if (!isNear)
      new IntersectionObserver(([{ isIntersecting }]) => {
        isNear = isIntersecting;
        if (isNear && isOutdated) update();
      }).observe(figure);
  };
  document.addEventListener("atlas:settled", () => {
    isOutdated = true;
    if (isNear === null) watch();
    if (isNear) update();
    roving.describe();
  });
  document.addEventListener("keydown", () => isOutdated && update(), true);
  return update;
}
