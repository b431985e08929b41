// The tours and their stops: each step is one stop, and a step that asks a question has another stop before it.
import { fetchJson, once } from "../app/fetch-json.js";

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
 */
/** @typedef {StepFields & Required<Illustration>} Step */
/** @typedef {{name: string, describe: string, steps: Step[]}} Tour */

/** @typedef {{number: number, asks: boolean, name: string}} Stop  its step; whether it only asks; its name in the address */

/**
 * @typedef {object} Position  where a state is on its tour
 * @property {string} id
 * @property {Tour} tour
 * @property {number} n  index of the stop
 * @property {number} count  how many stops there are
 * @property {string} name
 * @property {number} number
 * @property {boolean} asks
 * @property {Step} step
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

export class Tours {
  /** @param {TourData} data */
  constructor(data) {
    this.data = data;
    this.words = data.words;
    /** @type {Record<string, Stop[]>} tour → its stops */
    this.stops = Object.fromEntries(Object.entries(data.tours).map(([id, { steps }]) => [id, steps.flatMap(stopsOf)]));
    // A tour that was just started from the list takes the focus.
    this.isStarting = false;
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
      step: tour.steps[number],
      next: tour.steps[number + 1],
    };
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
    const step = this.data.tours[id].steps[number];
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
export const fetchTours = once(async ({ answers }) => new Tours(await fetchJson(answers.tours)));
