// What the patterns, lines and signs of a lesion mean.
import { element } from "../app/dom.js";
import { patch, svg } from "./loss-patterns.js";
import { sign } from "./lesion-markers.js";

const BOX = { class: "patch", width: 34, height: 20, "aria-hidden": "true" };
const line = (name) =>
  svg("svg", { ...BOX, viewBox: "0 0 34 20" }, svg("path", { class: `way ${name}`, d: "M2 10H32" }));

export function legend(words) {
  const drawn = {
    lost: patch("lost"),
    reduced: patch("reduced"),
    spared: patch("spared"),
    cut: line("severed"),
    thinned: line("thinned"),
    mark: svg("svg", { ...BOX, viewBox: "-17 -10 34 20" }, sign(8)),
  };
  const items = Object.entries(drawn).map(([name, shown]) => element("li", {}, shown, words[`lesion.legend.${name}`]));
  return element("ul", { className: "taken-legend", ariaLabel: words["lesion.legend"], hidden: true }, items);
}
