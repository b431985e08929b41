// The legend of a lesion: what its patterns, lines and markers mean.
import { element } from "../app/dom.js";
import { legendList } from "./legend-list.js";
import { patch, svg } from "./loss-patterns.js";
import { marker } from "./lesion-markers.js";

/** @import { Words } from "./types" */

const BOX = { class: "patch", width: 34, height: 20, "aria-hidden": "true" };

/** A nerve as the figures draw it and, below it, a line of the network. @param {string} name */
const line = (name) =>
  svg(
    "svg",
    { ...BOX, viewBox: "0 0 34 20" },
    svg("path", { class: "sign-casing", d: "M2 6H32" }),
    svg("path", { class: `sign-nerve ${name}`, d: "M2 6H32" }),
    svg("path", { class: `way ${name}`, d: "M2 15H32" }),
  );

/** The nerve of a path that has no lesion. */
const wholeLine = () =>
  svg(
    "svg",
    { ...BOX, viewBox: "0 0 34 20" },
    svg("path", { class: "sign-casing", d: "M2 10H32" }),
    svg("path", { class: "sign-nerve", d: "M2 10H32" }),
  );

/** @param {Words} words */
export function createLesionLegend(words) {
  const samples = {
    lost: patch("lost"),
    reduced: patch("reduced"),
    "at-times": patch("at-times"),
    spared: patch("spared"),
    "muscle-lost": patch("muscle-lost"),
    "muscle-reduced": patch("muscle-reduced"),
    path: wholeLine(),
    cut: line("severed"),
    thinned: line("thinned"),
    mark: svg("svg", { ...BOX, viewBox: "-17 -10 34 20" }, marker(8)),
  };
  const items = Object.entries(samples).map(([name, sample]) =>
    element("li", { className: `key-${name}` }, sample, words[`lesion.legend.${name}`]),
  );
  return legendList(words["lesion.legend"], items);
}
