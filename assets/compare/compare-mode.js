// The comparison mode: two places side by side, the targets that both or only one affects, and what distinguishes them.
import { report, registerModePanel } from "../panel/panel.js";
import { showLine, showNotice } from "../app/status.js";
import { createComparisonPickers } from "./site-pickers.js";
import { fetchComparison } from "./comparison.js";
import { ComparisonPanel } from "./compare-panel.js";
import { element, filled } from "../app/dom.js";
import { legendList } from "../lesion/legend-list.js";
import { ElementMarker } from "../lesion/mark-elements.js";
import { enableClearButtons, isInPanel } from "../lesion/mode-helpers.js";
import { definePatterns, patch } from "../lesion/loss-patterns.js";
import { scrollToMarked } from "../lesion/scroll-into-view.js";
import { lesionMarkers, removeMarkers, showMarkers } from "../lesion/lesion-markers.js";

/** @import { Overlap } from "./comparison.js" */
/** @import { Words } from "../lesion/types" */

const MODE = "apart";
const LETTERS = ["A", "B"];
/** @type {Record<string, "both" | "onlyA" | "onlyB">} class → its targets in an overlap */
const OVERLAP_CLASSES = { both: "both", "only-a": "onlyA", "only-b": "onlyB" };

/**
 * @param {Words} words
 * @param {Record<string, string>} meanings  class → what it means
 */
function createLegend(words, meanings) {
  const items = Object.entries(meanings).map(([name, text]) => element("li", {}, patch(name), text));
  return legendList(words["apart.legend"], items);
}

/** @param {Page} page */
export async function enter(page) {
  const { payload, go, main } = page;
  const comparison = await fetchComparison(page);
  const { words, lesions } = comparison;
  const panel = new ComparisonPanel(comparison);
  const marker = new ElementMarker(page.highlighter, payload, definePatterns(Object.keys(OVERLAP_CLASSES)));
  /** @type {Record<string, string>} */
  const meanings = {
    both: words["apart.both.legend"],
    "only-a": words["apart.only-a"],
    "only-b": words["apart.only-b"],
    spared: words["apart.spared"],
  };
  const legend = createLegend(words, meanings);
  page.figures.after(legend);
  const tools = document.getElementById("apart-tools");
  const pickers = createComparisonPickers(tools, comparison, (pair) => go({ pair, select: "" }));
  /** @type {{places: number[], overlap: Overlap} | null} */
  let current = null;

  registerModePanel(MODE, ({ pair, map }) => {
    const places = comparison.readPlaces(pair);
    return places ? panel.page(places, map) : panel.instructions();
  });

  /** @param {number} index */
  function stateInWords(index) {
    if (!current || !lesions.isTarget(index)) return "";
    const name = Object.keys(OVERLAP_CLASSES).find((key) => current.overlap[OVERLAP_CLASSES[key]].includes(index));
    return meanings[name ?? "spared"];
  }

  /**
   * @param {number} place
   * @param {string} letter
   */
  function markersOf(place, letter) {
    return lesions.placesOf(place).flatMap((site) => {
      const nodes = lesions.removedNodes(site).map((node) => payload.ids[node]);
      return lesionMarkers(page, lesions.equivalentIds(site), nodes, letter);
    });
  }

  function draw() {
    showMarkers(current ? LETTERS.flatMap((letter, n) => markersOf(current.places[n], letter)) : []);
    page.highlighter.press();
    if (!current) return marker.clear();
    const affected = Object.fromEntries(
      Object.entries(OVERLAP_CLASSES).map(([name, key]) => [name, current.overlap[key]]),
    );
    const all = Object.values(affected).flat();
    const spared = lesions.targets.filter((target) => !all.includes(target));
    marker.mark({ spared, ...affected }, {}, stateInWords);
    return scrollToMarked(page.figures, ".both, .only-a, .only-b");
  }

  function showStatus() {
    if (!current) return showLine(words["apart.head"]);
    const { places, overlap } = current;
    const names = places.map((place) => payload.names[place]);
    const counts = { both: overlap.both.length, a_only: overlap.onlyA.length, b_only: overlap.onlyB.length };
    return showLine(filled(words["apart.status"], { a: names[0], b: names[1], ...counts }), names.join(" · "));
  }

  return {
    note: (/** @type {string} */ id) => stateInWords(payload.indexOf.get(id)),

    /**
     * A node in the panel opens in exploring; a place in the figures or the graph becomes the second of the two.
     * @param {string} id
     * @param {Event} event
     */
    choose(id, event) {
      if (isInPanel(event)) return { mode: "", select: id };
      const place = comparison.comparable(id);
      return place !== undefined && current && !current.places.includes(place)
        ? { pair: `${payload.ids[current.places[0]]},${id}` }
        : null;
    },

    clear: () => (current ? { pair: "" } : null),

    /** @param {State} state */
    show(state) {
      const places = state.pair ? comparison.readPlaces(state.pair) : null;
      if (state.pair && !places) {
        showNotice([filled(words["apart.unknown"], { value: state.pair })]);
        return go({ pair: "" }, null, "replace");
      }
      legend.hidden = false;
      current = places && { places, overlap: comparison.overlap(places[0], places[1], state.map) };
      draw();
      pickers.show(places);
      enableClearButtons(main, Boolean(current));
      showStatus();
      return report(payload, state, document.activeElement);
    },

    leave() {
      current = null;
      legend.hidden = true;
      marker.clear();
      removeMarkers();
    },
  };
}
