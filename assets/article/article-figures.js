// Shows what a text describes in the figures and the graph: pathways, a lesion, or two places compared.
import { element } from "../app/dom.js";
import { legendList } from "../lesion/legend-list.js";
import { createLesionLegend } from "../lesion/lesion-legend.js";
import { ElementMarker } from "../lesion/mark-elements.js";
import { definePatterns, patch } from "../lesion/loss-patterns.js";
import { scrollToMarked } from "../lesion/scroll-into-view.js";
import { lesionMarkers, removeMarkers, showMarkers } from "../lesion/lesion-markers.js";

/** @import { Comparison } from "../compare/comparison.js" */
/** @import { PlacedMarker } from "../lesion/lesion-markers.js" */

/**
 * @typedef {object} Illustration  what a text shows; ids
 * @property {string[]} [select]
 * @property {string} [lesion]
 * @property {string[]} [pair]
 */

const LETTERS = ["A", "B"];
/** @type {Record<string, "both" | "onlyA" | "onlyB">} class → its targets in an overlap */
const OVERLAP_CLASSES = { both: "both", "only-a": "onlyA", "only-b": "onlyB" };

/** Several pathways as one. @param {Pathway[]} pathways */
function union(pathways) {
  const merged = (/** @type {"nodes" | "edges" | "locations" | "chosen"} */ name) => [
    ...new Set(pathways.flatMap((pathway) => pathway[name])),
  ];
  return { nodes: merged("nodes"), edges: merged("edges"), locations: merged("locations"), chosen: merged("chosen") };
}

export class Illustrator {
  /**
   * @param {Page} page
   * @param {Comparison} comparison
   */
  constructor(page, comparison) {
    const { words } = comparison;
    this.page = page;
    this.comparison = comparison;
    this.payload = page.payload;
    this.lesions = comparison.lesions;
    const patterns = definePatterns(["lost", "reduced", "at-times", ...Object.keys(OVERLAP_CLASSES)]);
    this.marker = new ElementMarker(page.highlighter, page.payload, patterns);
    /** @type {Record<string, string>} class → what it means */
    this.meanings = {
      both: words["apart.both.legend"],
      "only-a": words["apart.only-a"],
      "only-b": words["apart.only-b"],
      spared: words["apart.spared"],
    };
    const items = Object.entries(this.meanings).map(([name, text]) => element("li", {}, patch(name), text));
    this.legends = {
      lesion: createLesionLegend(this.lesions.words),
      pair: legendList(words["apart.legend"], items),
    };
    page.figures.after(...Object.values(this.legends));
    /** @type {(target: number) => string} */
    this.stateOf = () => "";
  }

  /** @param {"" | "lesion" | "pair"} kind */
  #showLegend(kind) {
    this.page.main.dataset.struck = kind;
    for (const [name, legend] of Object.entries(this.legends)) legend.hidden = name !== kind;
  }

  /**
   * @param {number} place
   * @param {string} [letter]
   */
  #markersOf(place, letter) {
    const { lesions, page, payload } = this;
    return lesions.placesOf(place).flatMap((site) => {
      const removed = lesions.removedNodes(site);
      const stretches = payload.kinds[site] === "nerve" ? removed.slice(0, 1) : removed;
      const nodes = stretches.map((node) => payload.ids[node]);
      return lesionMarkers(page, lesions.equivalentIds(site), nodes, letter);
    });
  }

  /**
   * @param {Illustration} illustration
   * @param {string} map
   */
  show({ select = [], lesion = "", pair = [] }, map) {
    if (lesion) this.showLesion(lesion, map);
    else if (pair.length) this.showPair(pair, map);
    else this.showPathways(select, map);
  }

  /**
   * @param {string[]} ids
   * @param {string} map
   */
  showPathways(ids, map) {
    this.clear();
    const pathways = ids.map((id) => this.payload.pathway(id, map));
    this.page.highlighter.show(this.payload, pathways.length ? union(pathways) : null, "on");
    scrollToMarked(this.page.figures, ".lit");
  }

  /**
   * @param {string} id
   * @param {string} map
   */
  showLesion(id, map) {
    const { lesions, payload } = this;
    const [place] = lesions.placesOf(payload.indexOf.get(id));
    const lesion = lesions.lesionAt(place, map);
    this.#begin("lesion", this.#markersOf(place));
    this.stateOf = (target) => lesions.words[`lesion.${lesions.stateOf(lesion, target)}`].toLowerCase();
    const classes = lesions.classesOf(lesion);
    this.marker.mark(classes.nodes, classes.edges, (target) => this.stateInWords(target));
    this.legends.lesion.dataset.severity = lesion.severity;
    scrollToMarked(this.page.figures, ".lost, .reduced, .at-times");
  }

  /**
   * @param {string[]} ids
   * @param {string} map
   */
  showPair(ids, map) {
    const { comparison, lesions, payload } = this;
    const [a, b] = ids.map((id) => payload.indexOf.get(id));
    const overlap = comparison.overlap(a, b, map);
    this.#begin(
      "pair",
      LETTERS.flatMap((letter, n) => this.#markersOf([a, b][n], letter)),
    );
    const affected = Object.fromEntries(Object.entries(OVERLAP_CLASSES).map(([name, key]) => [name, overlap[key]]));
    this.stateOf = (target) =>
      this.meanings[Object.keys(OVERLAP_CLASSES).find((name) => affected[name].includes(target)) ?? "spared"];
    const all = Object.values(affected).flat();
    const spared = lesions.targets.filter((target) => !all.includes(target));
    this.marker.mark({ spared, ...affected }, {}, (target) => this.stateInWords(target));
    scrollToMarked(this.page.figures, ".both, .only-a, .only-b");
  }

  /** The state of a target in a word; "" for other nodes. @param {number} index */
  stateInWords(index) {
    return this.lesions.isTarget(index) ? this.stateOf(index) : "";
  }

  /**
   * @param {"lesion" | "pair"} kind
   * @param {PlacedMarker[]} markers
   */
  #begin(kind, markers) {
    this.page.highlighter.show(this.payload, null, "on");
    this.#showLegend(kind);
    showMarkers(markers);
  }

  clear() {
    this.stateOf = () => "";
    this.#showLegend("");
    this.marker.clear();
    removeMarkers();
  }

  leave() {
    this.clear();
    delete this.page.main.dataset.struck;
  }
}
