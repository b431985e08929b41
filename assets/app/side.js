// The side of the body that the page shows. The figures draw the right limb; the style sheet mirrors them for the left.
import { findAll, setPressed } from "./dom.js";

const [RIGHT, LEFT] = ["right", "left"];

/** The other side is the mirror image of what the figures draw. @param {string} side */
export const isMirrored = (side) => side === LEFT;

/** @param {string} side */
export const knownSide = (side) => side === RIGHT || side === LEFT;

/**
 * A text as it reads for one side: of each `{right|left}` in it, one form.
 * @param {string} text
 * @param {string} side
 * @returns {string}
 */
export const onSide = (text, side) =>
  text.replace(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, right, left) => (isMirrored(side) ? left : right));

/**
 * Shows one side: mirrors the figures, and writes the texts that name it.
 * @param {string} side
 */
export function applySide(side) {
  const shown = knownSide(side) ? side : RIGHT;
  document.getElementById("main").dataset.side = shown;
  setPressed("side", (own) => own === shown);
  for (const element of findAll("[data-sided]")) element.textContent = onSide(element.dataset.sided, shown);
  for (const element of findAll("[data-sided-title]")) element.title = onSide(element.dataset.sidedTitle, shown);
  for (const element of findAll("[data-sided-label]")) element.ariaLabel = onSide(element.dataset.sidedLabel, shown);
}
