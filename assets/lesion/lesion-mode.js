// The lesion mode: place a lesion, see which targets it affects, and move it along its nerve.
import { report, registerModePanel } from "../panel/panel.js";
import { showLine, showNotice } from "../app/status.js";
import { PromptPanel } from "./lesion-prompts.js";
import { filled } from "../app/dom.js";
import { createSitePicker } from "./site-picker.js";
import { fetchLesions } from "./lesions.js";
import { createLesionLegend } from "./lesion-legend.js";
import { ElementMarker } from "./mark-elements.js";
import { NerveLayer } from "./nerve-layer.js";
import { definePatterns } from "./loss-patterns.js";
import { animateRecovery, stopRecovery } from "./recovery-animation.js";
import { scrollToMarked } from "./scroll-into-view.js";
import { createLesionSlider } from "./lesion-slider.js";
import { createSeverityChoice } from "./severity-choice.js";
import { lesionMarkers, removeMarkers, showMarkers } from "./lesion-markers.js";
import { enableClearButtons, isInPanel } from "./mode-helpers.js";
import { LesionPanel } from "./lesion-panel.js";

/** @import { Lesion, StateChange } from "./types" */
/** @typedef {{place: number, lesion: Lesion}} PlacedLesion */

const MODE = "lesion";
// How many names a status line lists before it counts the others.
const MOST_NAMES = 5;

/** @param {Page} page */
export async function enter(page) {
  const { payload, go, main } = page;
  const lesions = await fetchLesions(page);
  const { words } = lesions;
  const [lesionPanel, prompts] = [new LesionPanel(lesions), new PromptPanel(lesions)];
  const marker = new ElementMarker(page.highlighter, payload, definePatterns(["lost", "reduced", "at-times"]));
  const legend = createLesionLegend(words);
  page.figures.after(legend);
  const nameOf = (/** @type {number} */ index) => payload.names[index];
  const elementsOf = (/** @type {number} */ index) => page.highlighter.byId.get(payload.ids[index]) ?? [];
  /** @type {PlacedLesion | null} */
  let current = null;
  let selected = "";
  const nerveLayer = new NerveLayer(page, MODE);

  const tools = document.getElementById("lesion-tools");
  const picker = createSitePicker(tools, lesions, (id) => go({ lesion: id, select: "", severity: "" }));
  const severityChoice = createSeverityChoice(tools, lesions, (severity) => go({ severity }, null, "replace"));
  const slider = createLesionSlider(tools, lesions, (id, event) => go({ lesion: id, select: "" }, event, "replace"));

  registerModePanel(MODE, ({ lesion, select, map, severity }) => {
    const place = lesions.placeOf(lesion);
    if (select) return prompts.sitesAffecting(payload.indexOf.get(select), place, map, severity);
    if (place !== undefined) return lesionPanel.page(place, map, severity);
    return lesion ? prompts.sitesOf(payload.indexOf.get(lesion)) : prompts.instructions();
  });

  const stateInWords = (/** @type {number} */ index) =>
    current && lesions.isTarget(index) ? words[`lesion.${lesions.stateOf(current.lesion, index)}`].toLowerCase() : "";

  /** @param {number[]} indexes */
  function listNames(indexes) {
    const names = indexes.slice(0, MOST_NAMES).map(nameOf).join(", ");
    return indexes.length > MOST_NAMES
      ? filled(words["lesion.more"], { names, n: indexes.length - MOST_NAMES })
      : names;
  }

  /**
   * Shows the counts of the lesion in the status line, and what changed since the previous place.
   * @param {PlacedLesion | null} previous
   * @param {State} state
   */
  function showStatus(previous, { select, map }) {
    if (select) {
      const target = payload.indexOf.get(select);
      const values = { name: nameOf(target), n: lesions.sitesAffecting(target, map).length };
      return showLine(filled(words["lesion.asked.status"], values), values.name);
    }
    if (!current) return showLine(words["lesion.none"]);
    const { lesion, place } = current;
    const counts = { lost: lesion.lost.length, reduced: lesion.reduced.size, spared: lesion.spared.length };
    const key = lesion.severity === "intermittent" ? "lesion.status.intermittent" : "lesion.status";
    const sentences = [filled(words[key], { name: nameOf(place), ...counts })];
    if (previous && previous.place !== place && previous.lesion.severity === lesion.severity) {
      const { back, gone } = lesions.changes(previous.lesion, lesion);
      if (back.length) sentences.push(filled(words["lesion.back"], { names: listNames(back) }));
      if (gone.length) sentences.push(filled(words["lesion.gone"], { names: listNames(gone) }));
      animateRecovery(back.map(elementsOf));
    }
    return showLine(sentences.join(" "), nameOf(place));
  }

  /** @param {State} state */
  function draw({ lesion: id, select }) {
    const nodes = current ? lesions.removedNodes(current.place).map((node) => payload.ids[node]) : [];
    showMarkers(current ? lesionMarkers(page, lesions.equivalentIds(current.place), nodes) : []);
    page.highlighter.press(...[id, select].filter(Boolean));
    if (!current) return marker.clear();
    const classes = lesions.classesOf(current.lesion);
    marker.mark(classes.nodes, classes.edges, stateInWords);
    legend.dataset.severity = current.lesion.severity;
    return scrollToMarked(page.figures, ".lost, .reduced, .at-times");
  }

  /**
   * Corrects an unsupported address. Null if there is nothing to correct.
   * @param {State} state
   * @returns {StateChange | null}
   */
  function correction({ lesion, select, show, severity }) {
    if (severity && !lesions.isSeverity(severity)) {
      showNotice([filled(words["lesion.severity.unknown"], { value: severity })]);
      return { severity: "" };
    }
    const index = payload.indexOf.get(select);
    const layerChange = nerveLayer.changeFor(show);
    if (layerChange) return layerChange;
    if (index !== undefined && !lesions.isTarget(index))
      return { select: "", lesion: lesion || (lesions.placesOf(index).length ? select : "") };
    if (!lesion || lesions.placesOf(payload.indexOf.get(lesion)).length) return null;
    const accepts = (/** @type {string} */ id) => lesions.placesOf(payload.indexOf.get(id)).length > 0;
    showNotice([filled(words["lesion.unknown"], { value: lesion })], [{ key: "lesion", value: lesion, accepts }]);
    return { lesion: "" };
  }

  return {
    note: (/** @type {string} */ id) => stateInWords(payload.indexOf.get(id)),

    /**
     * Clicking a place puts the lesion there; clicking a target lists the sites that affect it. A target in the panel opens
     * in the mode Explore.
     * @param {string} id
     * @param {Event} event
     */
    choose(id, event) {
      const index = payload.indexOf.get(id);
      if (isInPanel(event) && (lesions.isTarget(index) || !lesions.placesOf(index).length))
        return { mode: "", select: id };
      return lesions.isTarget(index) ? { select: id } : { lesion: id, select: "", severity: "" };
    },

    // Escape clears the selected target first, then the lesion.
    clear: () => (selected ? { select: "" } : { lesion: "" }),

    /** @param {State} state */
    show(state) {
      const change = correction(state);
      if (change) return go(change, null, "replace");
      const place = lesions.placeOf(state.lesion);
      const previous = current;
      selected = state.select;
      current = place === undefined ? null : { place, lesion: lesions.lesionAt(place, state.map, state.severity) };
      legend.hidden = false;
      draw(state);
      picker.show(place === undefined ? "" : state.lesion);
      severityChoice.show(place ?? null, state.severity);
      slider.show(place ?? null, state.map, state.severity);
      enableClearButtons(main, Boolean(state.lesion || state.select));
      showStatus(previous, state);
      return report(payload, state, document.activeElement);
    },

    leave() {
      nerveLayer.leave();
      current = null;
      legend.hidden = true;
      stopRecovery();
      marker.clear();
      removeMarkers();
    },
  };
}
