// Patterns for skin that a lesion takes: what differs in tone differs in its lines as well.
import { make as svg } from "../figures/svg-elements.js";

export { svg };
const DRAWN = {
  lost: { size: 10, turn: 45, lines: ["M0 5H10", "M5 0V10"] },
  reduced: { size: 14, turn: 45, lines: ["M0 7H14"] },
  felt: { size: 12, turn: 0, lines: ["M2 3H6", "M8 9H12"] },
  "only-a": { size: 12, turn: 45, lines: ["M0 6H12"] },
  "only-b": { size: 12, turn: -45, lines: ["M0 6H12"] },
  both: { size: 12, turn: 45, lines: ["M0 6H12", "M6 0V12"] },
};

export const fillOf = (name) => `taken-${name}`;

function pattern(name) {
  const { size, turn, lines } = DRAWN[name];
  const ground = svg("rect", { class: `taken-ground ${name}`, width: size, height: size });
  const drawn = lines.map((d) => svg("path", { class: `taken-line ${name}`, d }));
  const box = { width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${turn})` };
  return svg("pattern", { id: fillOf(name), ...box }, ground, ...drawn);
}

// Defines the patterns of these names once; gives class → id of its pattern.
export function definePatterns(names) {
  const missing = names.filter((name) => !document.getElementById(fillOf(name)));
  if (missing.length) {
    const box = { class: "patterns", "aria-hidden": "true", width: 0, height: 0 };
    document.body.append(svg("svg", box, svg("defs", {}, ...missing.map(pattern))));
  }
  return Object.fromEntries(names.map((name) => [name, fillOf(name)]));
}

// A small patch of a pattern, for a legend.
export function patch(name) {
  const box = svg("rect", { width: 34, height: 20, rx: 4, class: `taken-patch ${name}` });
  if (DRAWN[name]) box.style.fill = `url(#${fillOf(name)})`;
  return svg("svg", { class: "patch", viewBox: "0 0 34 20", width: 34, height: 20, "aria-hidden": "true" }, box);
}
