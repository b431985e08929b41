// The tours mode: the list of tours, and what the figures and the panel show at a stop.
import { fetchComparison } from "../compare/comparison.js";
import { Illustrator } from "../article/article-figures.js";
import { enableClearButtons, isInPanel } from "../lesion/mode-helpers.js";
import { closest, filled } from "../app/dom.js";
import { report, section, registerModePanel } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { showLine } from "../app/status.js";
import { fetchTours, MODE } from "./tour-route.js";
import { saveSlides } from "./tour-slides.js";

/** @import { Position } from "./tour-route.js" */

/** @param {Page} page */
export async function enter(page) {
  const { payload, go, main, defaults } = page;
  const [tours, comparison] = await Promise.all([fetchTours(page), fetchComparison(page)]);
  const { words, data } = tours;
  const illustrator = new Illustrator(page, comparison);
  /** @type {string | null} the stop that was last shown */
  let shownStop = null;
  let selected = "";

  registerModePanel(MODE, (state) => {
    const position = tours.positionOf(state);
    if (!position) return [data.list];
    if (position.asks || position.isSummary || position.tour.isOwn) return [];
    const sources = data.sources[position.id].map((source) => payload.origins[source]);
    const stepSources = data.rests[position.id][position.number];
    return [stepSources, section("sources", part("Ul", { children: sources }))];
  });

  main.addEventListener("click", (event) => {
    const wanted = closest(event, "#told [data-to-slides]")?.dataset.toSlides;
    if (wanted) saveSlides(words, wanted);
    const id = main.dataset.mode === MODE && closest(event, "#told [data-tour]")?.dataset.tour;
    if (!id) return;
    tours.isStarting = true;
    go(tours.changeTo(id, 0, defaults));
  });

  /** What the figures show at the end, in words. @param {Position} position */
  const summed = ({ step }) =>
    filled(words["tours.summary.shows"], { names: step.select.map((id) => payload.nameOf(id)).join(", ") });

  /**
   * @param {Position | null} position
   * @param {State} state
   */
  function showStatus(position, { select }) {
    const said = () =>
      position.asks ? words["tours.waiting"] : position.isSummary ? summed(position) : position.step.says;
    const description = position ? said() : words["tours.status"];
    const title = position ? position.tour.name : words["mode.tours"];
    showLine(select ? payload.nameOf(select) : description, title);
    enableClearButtons(main, Boolean(select));
  }

  return {
    note: (/** @type {string} */ id) => illustrator.stateInWords(payload.indexOf.get(id)),

    // A node in the panel opens in exploring; the next key leads back to the tour.
    choose: (/** @type {string} */ id, /** @type {Event} */ event) =>
      isInPanel(event) ? { mode: "", select: id } : { select: id === selected ? "" : id },

    clear: () => ({ select: "" }),

    /** @param {State} state */
    show(state) {
      const position = tours.positionOf(state);
      const stop = position && `${position.id} ${position.name}`;
      const isNewStop = stop !== shownStop;
      shownStop = stop;
      if (position && isNewStop) {
        const wanted = tours.changeTo(position.id, position.n, defaults);
        const change = wanted.mode === MODE ? tours.missingSettings(position.id, position.n, defaults, state) : wanted;
        if (Object.keys(change).length) return go(change, null, "replace");
      }
      selected = state.select;
      const asked = position?.asks && position.step.ask_shows.length ? { select: position.step.ask_shows } : {};
      main.toggleAttribute("data-asking", Boolean(position?.asks));
      const illustration = !position ? {} : position.asks ? asked : position.step;
      illustrator.show(selected ? { select: [selected] } : illustration, state.map);
      showStatus(position, state);
      return report(payload, { mode: MODE, tour: state.tour, step: state.step, voice: state.voice }, null);
    },

    leave() {
      [shownStop, selected] = [null, ""];
      delete main.dataset.asking;
      illustrator.leave();
    },
  };
}
