// What the atlas shows, as a pack has it: the query of an address without what belongs to its reader.
import { queryOf, readQuery } from "../app/address.js";

/** Values of the state that belong to the reader, or to a tour or a quiz that is running. */
export const OF_READER = [
  "theme",
  "voice",
  "keys",
  "embed",
  "stage",
  "tour",
  "step",
  "seed",
  "level",
  "asked",
  "length",
  "n",
  "room",
  "making",
];
/** The modes in which packs are made and played, which no view can have. */
export const NOT_IN_VIEWS = ["tours", "quiz", "editor"];

/** Values of `making`: the open part of a draft gets a view, or its tour gets one step after the other. */
export const [ONE_VIEW, STEPS] = ["on", "steps"];

/** @param {State} state @returns {Partial<State>} */
const ofView = (state) => Object.fromEntries(Object.entries(state).filter(([key]) => !OF_READER.includes(key)));

/**
 * @param {State} state
 * @param {State} defaults
 * @returns {string}  with "?"; "" if it shows nothing but the body
 */
export const viewOf = (state, defaults) =>
  queryOf("", /** @type {State} */ (ofView(state)), /** @type {State} */ (ofView(defaults)));

/**
 * The change of state that shows a view, whatever was shown before.
 * @param {string} view
 * @param {State} defaults
 * @returns {Partial<State>}
 */
export function viewChange(view, defaults) {
  const empty = /** @type {State} */ (ofView(defaults));
  return { ...empty, ...readQuery(view, empty) };
}

/**
 * The query of an address that a person pasted; null if it has none.
 * @param {string} text
 */
export const queryIn = (text) => text.match(/\?[^#\s]*/)?.[0] ?? null;
