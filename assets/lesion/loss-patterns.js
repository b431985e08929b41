// Fill patterns for affected skin. States that differ in tone also differ in their lines.
import { make as svg } from "../figures/svg-elements.js";

export { svg };
/** @type {Record<string, {size: number, turn: number, lines: string[]}>} */
const PATTERNS = {
  lost: { size: 10, turn: 45, lines: ["M0 5H10", "M5 0V10"] },
  reduced: { size: 14, turn: 45, lines: ["M0 7H14"] },
  "at-times": { size: 18, turn: 0, lines: ["M8 9H10"] },
  felt: { size: 12, turn: 0, lines: ["M2 3H6", "M8 9H12"] },
  // lines of no length with round ends: dots
  referred: { size: 12, turn: 0, lines: ["M3 3h0", "M9 9h0"] },
  "referred-faint": { size: 18, turn: 0, lines: ["M5 5h0", "M14 14h0"] },
  "only-a": { size: 12, turn: 45, lines: ["M0 6H12"] },
  "only-b": { size: 12, turn: -45, lines: ["M0 6H12"] },
  both: { size: 12, turn: 45, lines: ["M0 6H12", "M6 0V12"] },
};

const patternId = (/** @type {string} */ name) => `taken-${name}`;

/** @param {string} name */
function pattern(name) {
  const { size, turn, lines } = PATTERNS[name];
  const ground = svg("rect", { class: `taken-ground ${name}`, width: size, height: size });
  const paths = lines.map((d) => svg("path", { class: `taken-line ${name}`, d }));
  const box = { width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${turn})` };
  return svg("pattern", { id: patternId(name), ...box }, ground, ...paths);
}

/**
 * Adds patterns to a place, each only once.
 * @param {string[]} names
 * @param {Element} [place]
 * @returns {Record<string, string>}  class → id of its pattern
 */
export function definePatterns(names, place = document.body) {
  const missing = names.filter((name) => !place.querySelector(`#${patternId(name)}`));
  if (missing.length) {
    const box = { class: "patterns", "aria-hidden": "true", width: 0, height: 0 };
    place.append(svg("svg", box, svg("defs", {}, ...missing.map(pattern))));
  }
  return Object.fromEntries(names.map((name) => [name, patternId(name)]));
}

/** A sample of a pattern for a legend. @param {string} name */
export function patch(name) {
  const box = /** @type {SVGRectElement} */ (
    svg("rect", { width: 34, height: 20, rx: 4, class: `taken-patch ${name}` })
  );
  if (PATTERNS[name]) box.style.fill = `url(#${patternId(name)})`;
  return svg("svg", { class: "patch", viewBox: "0 0 34 20", width: 34, height: 20, "aria-hidden": "true" }, box);
}
