// The tours and their stops: each step is one stop, and a step that asks a question has another stop before it.
import { fetchJson, once } from "../app/fetch-json.js";
import { openLink, ownTours } from "../packs/own-entries.js";
import { isOwn } from "../packs/own-id.js";
import { viewChange } from "../packs/view.js";

/** @import { Illustration } from "../article/article-figures.js" */
/** @import { StateChange, Words } from "../lesion/types" */

/**
 * @typedef {object} StepFields
 * @property {string} title
 * @property {string} text
 * @property {string} plain  the text in the plain voice
 * @property {string} ask  a question to the audience, or ""
 * @property {string[]} ask_shows  ids of what the question names, which stays lit while it is open
 * @property {string} notes
 * @property {string} mode
 * @property {string} maps
 * @property {string} study  in the mode of nerve studies, the study that is open
 * @property {string} days  in that mode, the days since the onset; empty for the usual day
 * @property {{id: string, choices: [id: string, name: string][], right: string[]} | null} answers  what a class may
 *   answer to the question; no choices when the body is tapped
 * @property {string} claim  name of the claim with its sources
 * @property {string} says  what the figures show, in words
 * @property {StateChange} asks  settings of the figures
 * @property {string} [view]  of a step of a pack: everything that it shows, as in an address
 */
/** @typedef {StepFields & Required<Illustration>} Step */
/**
 * @typedef {object} Tour
 * @property {string} name
 * @property {string} describe
 * @property {boolean} [isOwn]  of a pack
 * @property {Step[]} steps
 * @property {string[]} quiz  ids of questions
 */

/**
 * @typedef {object} Stop
 * @property {number} number  of its step
 * @property {boolean} asks  whether it only asks
 * @property {string} name  in the address
 */

/**
 * @typedef {object} Position  where a state is on its tour
 * @property {string} id
 * @property {Tour} tour
 * @property {number} n  index of the stop
 * @property {number} count  how many stops there are
 * @property {string} name
 * @property {number} number
 * @property {boolean} asks
 * @property {boolean} isSummary  whether it sums up the tour, after all steps
 * @property {Step} step  what is shown, at the end too
 * @property {Step | undefined} next
 */

/**
 * @typedef {object} TourData  the JSON of the tour bundle (atlas/web/bundles/tours.py)
 * @property {Record<string, Tour>} tours
 * @property {Component} list
 * @property {Record<string, Component[]>} rests  tour → for each step, its sources in short
 * @property {Record<string, number[]>} sources
 * @property {Words} words
 */

// The settings of the figures that a step can ask for.
const SETTINGS = ["map", "layer", "plate", "show"];
// Modes of steps that the tour mode itself shows.
const OWN_MODES = ["", "text"];
const STUDIES = "studies";
const SUMMARY = "end";
export const MODE = "tours";

/**
 * @param {Step} step
 * @param {number} number
 * @returns {Stop[]}
 */
function stopsOf({ ask }, number) {
  const stop = { number, asks: false, name: String(number + 1) };
  return ask ? [{ number, asks: true, name: `${number + 1}a` }, stop] : [stop];
}

/**
 * What is shown after the last step: the pathways of all steps together.
 * @param {Tour} tour
 * @param {Words} words
 * @returns {Step}
 */
function summaryOf({ steps }, words) {
  const select = [...new Set(steps.flatMap((step) => step.select))];
  const texts = {
    title: words["tours.summary"],
    text: "",
    plain: "",
    ask: "",
    notes: "",
    says: words["tours.summary"],
  };
  const nothing = { ask_shows: [], lesion: "", pair: [], mode: "", maps: "", study: "", days: "", claim: "" };
  return { ...texts, ...nothing, select, asks: { show: "nerves" }, answers: null };
}

export class Tours {
  /** @param {TourData} data */
  constructor(data) {
    this.data = data;
    this.words = data.words;
    /** @type {Record<string, Stop[]>} tour → its stops */
    this.stops = Object.fromEntries(
      Object.entries(data.tours).map(([id, { steps }]) => {
        const end = { number: steps.length, asks: false, name: SUMMARY };
        return [id, [...steps.flatMap(stopsOf), end]];
      }),
    );
    // A tour that was just started from the list takes the focus.
    this.isStarting = false;
  }

  /** Takes in the tours of the pack that is played, instead of those of another pack. */
  takeOwn() {
    for (const id of Object.keys(this.stops).filter(isOwn)) {
      delete this.stops[id];
      delete this.data.tours[id];
    }
    for (const [id, tour] of Object.entries(ownTours())) {
      this.data.tours[id] = tour;
      this.stops[id] = tour.steps.flatMap(stopsOf);
    }
  }

  /**
   * @param {{tour?: string, step?: string}} state
   * @returns {Position | null}  null if there is no such tour or stop
   */
  positionOf({ tour: id, step }) {
    const stops = Object.hasOwn(this.stops, id) ? this.stops[id] : null;
    const n = stops?.findIndex(({ name }) => name === (step || stops[0].name)) ?? -1;
    if (n < 0) return null;
    const { number, asks, name } = stops[n];
    const tour = this.data.tours[id];
    return {
      id,
      tour,
      n,
      count: stops.length,
      name,
      number,
      asks,
      isSummary: name === SUMMARY,
      step: this.#stepOf(tour, number),
      next: tour.steps[number + 1],
    };
  }

  /** @param {Tour} tour @param {number} number */
  #stepOf(tour, number) {
    return tour.steps[number] ?? summaryOf(tour, this.words);
  }

  /** The tour of the atlas after this one, in the order of the list; none after the last. @param {string} id */
  tourAfter(id) {
    const ids = Object.keys(this.data.tours).filter((tour) => !isOwn(tour));
    return ids.at(ids.indexOf(id) + 1);
  }

  /**
   * The change of state that shows a stop, whatever was shown before.
   * @param {string} id
   * @param {number} n
   * @param {State} defaults
   * @returns {StateChange}
   */
  changeTo(id, n, defaults) {
    const { number, asks, name } = this.stops[id][n];
    const step = this.#stepOf(this.data.tours[id], number);
    if (step.view !== undefined) return { ...viewChange(step.view, defaults), tour: id, step: name };
    const isElsewhere = !asks && !OWN_MODES.includes(step.mode);
    const shown = isElsewhere
      ? { select: step.select[0] ?? "", lesion: step.lesion, pair: step.pair.join(), maps: step.maps }
      : { select: "", lesion: "", pair: "", maps: "" };
    // each step resets what only this mode reads, because the previous step may have set it
    const ofStudies = isElsewhere && step.mode === STUDIES ? { part: step.study, injury: "", days: step.days } : {};
    const settings = Object.fromEntries(SETTINGS.map((key) => [key, step.asks[key] ?? defaults[key]]));
    return {
      mode: isElsewhere ? step.mode : MODE,
      ...shown,
      part: "",
      ...ofStudies,
      ...settings,
      tour: id,
      step: name,
    };
  }

  /**
   * The settings of a stop that the reader has left at their defaults.
   * @param {string} id
   * @param {number} n
   * @param {State} defaults
   * @param {State} state
   * @returns {StateChange}
   */
  missingSettings(id, n, defaults, state) {
    const change = Object.entries(this.changeTo(id, n, defaults));
    return Object.fromEntries(
      change.filter(
        ([key, value]) => SETTINGS.includes(key) && state[key] === defaults[key] && value !== defaults[key],
      ),
    );
  }
}

/**
 * Fetches the tours once.
 * @type {(page: Page) => Promise<Tours>}
 */
export const fetchTours = once(async (page) => {
  const [data] = await Promise.all([fetchJson(page.answers.tours), openLink(page)]);
  const tours = new Tours(data);
  tours.takeOwn();
  return tours;
});
