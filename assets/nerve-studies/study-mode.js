// The mode of nerve studies: what each study shows after one lesion or two, day by day, with its electrodes on the figures.
import { closest, filled } from "../app/dom.js";
import { fetchJson } from "../app/fetch-json.js";
import { showLine, showNotice } from "../app/status.js";
import { redrawn } from "../charts/redrawn.js";
import { setStepKeys } from "../keyboard/shortcuts.js";
import { lesionMarkers, removeMarkers, showMarkers } from "../lesion/lesion-markers.js";
import { fetchLesions } from "../lesion/lesions.js";
import { enableClearButtons, isInPanel } from "../lesion/mode-helpers.js";
import { keepInPlace, report, registerModePanel } from "../panel/panel.js";
import { electrodeMarks } from "./electrode-marks.js";
import { PairPanel } from "./pair-panel.js";
import { LECTURE_DAYS, Predictions } from "./predictions.js";
import { ResponseChart } from "./response-chart.js";
import { StudyBoard } from "./study-board.js";
import { createStudyControls, dayInWords } from "./study-controls.js";
import { LETTERS } from "./study-details.js";
import { StudyPanel } from "./study-panel.js";

/** @import { Study } from "./predictions.js" */
/** @typedef {{places: number[], injury: string, day: number, study: Study}} Shown */

const MODE = "studies";
const OPEN_STUDY = "#panel [data-study][aria-expanded=true]";

/** @param {Page} page */
export async function enter(page) {
  const { payload, go, main, highlighter } = page;
  const [lesions, data] = await Promise.all([fetchLesions(page), fetchJson(page.answers.studies)]);
  const predictions = new Predictions(data);
  const { words } = predictions;
  const [panel, pairPanel] = [new StudyPanel(lesions, predictions), new PairPanel(lesions, predictions)];
  const board = new StudyBoard(predictions);
  const told = document.getElementById("told");
  const chart = new ResponseChart(told, page.answers.plotly, words);
  /** @type {Shown | null} */
  let shown = null;

  /** @param {number} day @param {Event | null} event */
  function goToDay(day, event) {
    keepInPlace(OPEN_STUDY);
    go({ days: day === predictions.usualDay ? "" : String(day) }, event, "replace");
  }

  const controls = createStudyControls(document.getElementById("study-tools"), lesions, predictions, {
    onLesion: (lesion) => go({ lesion }),
    onSecond: (second) => go({ with: second }),
    onInjury: (injury) => go({ injury: injury === predictions.usualInjury ? "" : injury }, null, "replace"),
    onDay: goToDay,
  });

  /** Goes to a day of a lecture, if there is one. @param {number | undefined} day */
  function stepTo(day) {
    page.name(null); // the name under a resting pointer would stay over the figure
    if (day !== undefined && day !== shown?.day) goToDay(day, null);
  }
  const stepKeys = {
    next: () => stepTo(LECTURE_DAYS.find((day) => day > shown.day)),
    back: () => stepTo(LECTURE_DAYS.findLast((day) => day < shown.day)),
    first: () => stepTo(LECTURE_DAYS[0]),
    last: () => stepTo(LECTURE_DAYS.at(-1)),
  };

  const placeOf = (/** @type {string} */ id) => {
    const index = lesions.placeOf(id);
    return index !== undefined && predictions.knows(index) ? index : null;
  };

  /** The results of the studies after each lesion; in health, without a lesion. @param {Omit<Shown, "study">} of */
  const resultsOf = ({ places, injury, day }) =>
    (places.length ? places : [null]).map((place) => predictions.on(place, injury, day).studies);

  /** What the address asks for. @param {State} state @returns {Shown} */
  function read({ lesion, with: second, injury, days, part }) {
    const of = {
      places: [lesion, second].map(placeOf).filter((place) => place !== null),
      injury: predictions.injuryOf(injury) ?? predictions.usualInjury,
      day: predictions.dayOf(days) ?? predictions.usualDay,
    };
    return { ...of, study: predictions.study(part) ?? firstToOpen(of) };
  }

  /** The first study that differs between two lesions, or that one changes. @param {Omit<Shown, "study">} of */
  function firstToOpen(of) {
    const [first, second] = resultsOf(of);
    const usual = (/** @type {number} */ n) => (second ? second[n].expected : "normal");
    const found = first.findIndex(({ expected }, n) => expected !== usual(n));
    return data.studies[Math.max(0, found)];
  }

  registerModePanel(MODE, (state) => {
    const { places, injury, day, study } = read(state);
    const isPlain = state.voice === "plain";
    return places.length > 1
      ? pairPanel.page(places, injury, day, predictions.study(state.part)?.id ?? "", isPlain)
      : panel.page(places[0] ?? null, injury, day, study.id, isPlain);
  });
  told.addEventListener("click", (event) => {
    const id = main.dataset.mode === MODE && closest(event, "button[data-study]")?.dataset.study;
    if (!id) return;
    keepInPlace(`#panel button[data-study="${CSS.escape(id)}"]`);
    go({ part: id }, { target: event.target });
  });
  redrawn(told, () => chart.again());

  /** The nodes and edges that the impulse of a study runs through. @param {Study} study @returns {Pathway} */
  function pathwayOf({ id, path }) {
    const follows = (/** @type {number[]} */ [from, to]) =>
      path.indexOf(from) >= 0 && path[path.indexOf(from) + 1] === to;
    const edges = payload.edges.flatMap((edge, n) => (follows(edge) ? [n] : []));
    const nodes = [...path].sort((a, b) => a - b);
    return { id, at: path.at(-1), nodes, edges, sources: [], chains: [path], chosen: [path.at(-1)], locations: [] };
  }

  /** @param {Shown} of */
  function draw({ places, study, ...of }) {
    highlighter.show(payload, pathwayOf(study), "on");
    const ofLesions = places.flatMap((place, n) => {
      const nodes = lesions.removedNodes(place).map((node) => payload.ids[node]);
      return lesionMarkers(page, lesions.equivalentIds(place), nodes, places.length > 1 ? LETTERS[n] : "");
    });
    showMarkers([...ofLesions, ...electrodeMarks(page, study)]);
    const results = resultsOf({ places, ...of });
    const at = data.studies.indexOf(study);
    chart.show(
      study,
      results.map((found) => found[at]),
    );
    const names = places.map((place) => payload.names[place]);
    board.show(names, dayInWords(words, of.day), results);
  }

  /** @param {Shown} of */
  function showStatus(of) {
    if (!of.places.length) return showLine(words["studies.none"]);
    const names = of.places.map((place) => payload.names[place]);
    const [first, second] = resultsOf(of);
    const usual = (/** @type {number} */ n) => (second ? second[n].expected : "normal");
    const n = first.filter(({ expected }, at) => expected !== usual(at)).length;
    const values = { name: names.join(" · "), day: dayInWords(words, of.day), n, all: data.studies.length };
    return showLine(filled(words[second ? "studies.pair.status" : "studies.status"], values), values.name);
  }

  /**
   * The change that turns an address this mode cannot show into one that it can; null if there is nothing to correct.
   * @param {State} state
   */
  function correction({ lesion, with: second, injury, days, part }) {
    const wrong = [
      ["lesion", lesion, !lesion || placeOf(lesion) !== null, "lesion.unknown"],
      ["with", second, !second || placeOf(second) !== null, "lesion.unknown"],
      ["injury", injury, predictions.injuryOf(injury) !== null, "studies.injury.unknown"],
      ["days", days, predictions.dayOf(days) !== null, "studies.days.unknown"],
      ["part", part, !part || Boolean(predictions.study(part)), "studies.unknown"],
    ].filter(([, , isKnown]) => !isKnown);
    if (!wrong.length) return null;
    const accepts = (/** @type {string} */ id) => placeOf(id) !== null;
    const places = wrong.filter(([name]) => name === "lesion" || name === "with");
    showNotice(
      wrong.map(([, value, , key]) => filled(panel.words[String(key)], { value })),
      places.map(([key, value]) => ({ key: String(key), value: String(value), accepts })),
    );
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

    // Escape ends the comparison first, then the lesion.
    clear: () => (shown?.places.length > 1 ? { with: "" } : { lesion: "" }),

    pathway: () => (shown ? pathwayOf(shown.study) : null),

    themeChanged: () => chart.again(),

    /** @param {State} state */
    show(state) {
      const change = correction(state);
      if (change) return go(change, null, "replace");
      shown = read(state);
      controls.show([state.lesion, state.with], shown.injury, shown.day);
      draw(shown);
      enableClearButtons(main, shown.places.length > 0);
      showStatus(shown);
      setStepKeys(shown.places.length ? stepKeys : {});
      return report(payload, state, document.activeElement);
    },

    leave() {
      chart.hide();
      board.hide();
      setStepKeys({});
      shown = null;
      highlighter.show(payload, null, "on");
      removeMarkers();
    },
  };
}
