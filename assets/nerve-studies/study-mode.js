// The mode of nerve studies: what each study shows after a lesion, day by day, with its electrodes on the figures.
import { closest, filled } from "../app/dom.js";
import { fetchJson } from "../app/fetch-json.js";
import { showLine, showNotice } from "../app/status.js";
import { lesionMarkers, removeMarkers, showMarkers } from "../lesion/lesion-markers.js";
import { fetchLesions } from "../lesion/lesions.js";
import { enableClearButtons, isInPanel } from "../lesion/mode-helpers.js";
import { createSitePicker } from "../lesion/site-picker.js";
import { report, registerModePanel } from "../panel/panel.js";
import { electrodeMarks } from "./electrode-marks.js";
import { Predictions } from "./predictions.js";
import { ResponseChart } from "./response-chart.js";
import { createStudyControls, dayInWords } from "./study-controls.js";
import { StudyPanel } from "./study-panel.js";

/** @import { Study } from "./predictions.js" */

const MODE = "studies";
const RESIZE_DELAY = 120; // milliseconds

/** @param {Page} page */
export async function enter(page) {
  const { payload, go, main, highlighter } = page;
  const [lesions, data] = await Promise.all([fetchLesions(page), fetchJson(page.answers.studies)]);
  const predictions = new Predictions(data);
  const { words } = predictions;
  const panel = new StudyPanel(lesions, predictions);
  const tools = document.getElementById("study-tools");
  const picker = createSitePicker(tools, lesions, (id) => go({ lesion: id }), MODE);
  const controls = createStudyControls(
    tools,
    predictions,
    (injury) => go({ injury: injury === predictions.usualInjury ? "" : injury }, null, "replace"),
    (day, event) => go({ days: day === predictions.usualDay ? "" : String(day) }, event, "replace"),
  );
  const told = document.getElementById("told");
  const chart = new ResponseChart(told, page.answers.plotly, words);
  /** @type {Study | null} */
  let study = null;
  /** @type {number | null} */
  let place = null;

  const placeOf = (/** @type {string} */ id) => {
    const index = lesions.placeOf(id);
    return index !== undefined && predictions.knows(index) ? index : null;
  };

  /** The study that is open: the one that the address names, else the first that the lesion changes. @param {State} state */
  function studyOf({ part, lesion, injury, days }) {
    const named = predictions.study(part);
    if (named) return named;
    const found = predictions.on(placeOf(lesion), predictions.injuryOf(injury), predictions.dayOf(days)).studies;
    const changed = found.findIndex(({ expected }) => expected !== "normal");
    return data.studies[Math.max(0, changed)];
  }

  registerModePanel(MODE, (state) =>
    panel.page(
      placeOf(state.lesion),
      predictions.injuryOf(state.injury) ?? predictions.usualInjury,
      predictions.dayOf(state.days) ?? predictions.usualDay,
      studyOf(state).id,
      state.voice === "plain",
    ),
  );
  told.addEventListener("click", (event) => {
    const id = main.dataset.mode === MODE && closest(event, "button[data-study]")?.dataset.study;
    if (id) go({ part: id }, { target: event.target });
  });

  let resizeTimer = 0;
  let width = told.clientWidth;
  new ResizeObserver(() => {
    if (!told.clientWidth || told.clientWidth === width) return;
    width = told.clientWidth;
    clearTimeout(resizeTimer);
    resizeTimer = window.setTimeout(() => chart.again(), RESIZE_DELAY);
  }).observe(told);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => chart.again());

  /** The nodes and edges that the impulse of a study runs through. @param {Study} shown @returns {Pathway} */
  function pathwayOf({ id, path }) {
    const follows = (/** @type {number[]} */ [from, to]) =>
      path.indexOf(from) >= 0 && path[path.indexOf(from) + 1] === to;
    const edges = payload.edges.flatMap((edge, n) => (follows(edge) ? [n] : []));
    const nodes = [...path].sort((a, b) => a - b);
    return { id, at: path.at(-1), nodes, edges, sources: [], chains: [path], chosen: [path.at(-1)], locations: [] };
  }

  /**
   * @param {string} injury
   * @param {number} day
   */
  function draw(injury, day) {
    const prediction = predictions.on(place, injury, day).studies[data.studies.indexOf(study)];
    highlighter.show(payload, pathwayOf(study), "on");
    const nodes = place === null ? [] : lesions.removedNodes(place).map((node) => payload.ids[node]);
    const ofLesion = place === null ? [] : lesionMarkers(page, lesions.equivalentIds(place), nodes);
    showMarkers([...ofLesion, ...electrodeMarks(page, study)]);
    chart.show(study, prediction);
  }

  /**
   * @param {string} injury
   * @param {number} day
   */
  function showStatus(injury, day) {
    if (place === null) return showLine(words["studies.none"]);
    const changed = predictions.on(place, injury, day).studies.filter(({ expected }) => expected !== "normal").length;
    const values = { name: payload.names[place], day: dayInWords(words, day), n: changed, all: data.studies.length };
    return showLine(filled(words["studies.status"], values), values.name);
  }

  /**
   * The change that turns an address this mode cannot show into one that it can; null if there is nothing to correct.
   * @param {State} state
   */
  function correction({ lesion, injury, days, part }) {
    const wrong = [
      ["lesion", lesion, !lesion || placeOf(lesion) !== null, "lesion.unknown"],
      ["injury", injury, predictions.injuryOf(injury) !== null, "studies.injury.unknown"],
      ["days", days, predictions.dayOf(days) !== null, "studies.days.unknown"],
      ["part", part, !part || Boolean(predictions.study(part)), "studies.unknown"],
    ].filter(([, , isKnown]) => !isKnown);
    if (!wrong.length) return null;
    showNotice(wrong.map(([, value, , key]) => filled(panel.words[String(key)], { value })));
    return Object.fromEntries(wrong.map(([name]) => [name, ""]));
  }

  return {
    note: () => "",

    /**
     * Clicking a place puts the lesion there; a muscle, a patch of skin, and anything in the panel opens in exploring.
     * @param {string} id
     * @param {Event} event
     */
    choose: (id, event) => (!isInPanel(event) && placeOf(id) !== null ? { lesion: id } : { mode: "", select: id }),

    clear: () => ({ lesion: "" }),

    pathway: () => (study ? pathwayOf(study) : null),

    themeChanged: () => chart.again(),

    /** @param {State} state */
    show(state) {
      const change = correction(state);
      if (change) return go(change, null, "replace");
      const [injury, day] = [predictions.injuryOf(state.injury), predictions.dayOf(state.days)];
      place = placeOf(state.lesion);
      study = studyOf(state);
      picker.show(place === null ? "" : state.lesion);
      controls.show(injury, day);
      draw(injury, day);
      enableClearButtons(main, place !== null);
      showStatus(injury, day);
      return report(payload, state, document.activeElement);
    },

    leave() {
      chart.hide();
      study = null;
      place = null;
      highlighter.show(payload, null, "on");
      removeMarkers();
    },
  };
}
