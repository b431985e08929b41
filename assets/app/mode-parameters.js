// Which parameters of the address belong to one mode, and what leaves the address with a mode.

/**
 * What only this mode reads. `lesion` is a place in two modes, and an explanation in the mode of cases.
 * @type {Record<string, (keyof State)[]>}
 */
const OWN = {
  lesion: ["lesion", "severity"],
  apart: ["pair"],
  cases: ["case", "findings", "lesion"],
  maps: ["maps"],
  studies: ["lesion", "injury", "days"],
  quiz: ["seed", "level", "asked", "length", "n", "exam", "minutes", "room"],
  drills: ["seed"],
};

/** The modes in which `lesion` is a place, so that it is kept between them. */
const PLACES = ["lesion", "studies"];
const WITH_LESION = Object.keys(OWN).filter((name) => OWN[name].includes("lesion"));

/** The modes whose *View* menu does not offer the layers of skin. */
const WITHOUT_LAYER = ["lesion", "apart", "cases", "maps", "myotomes", "drawing", "sources", "quiz", "drills"];

/**
 * What the next mode reads of the mode that is left. Only a place stays a place, and a seed is that of one mode.
 * @param {string} mode
 * @param {string} next
 * @returns {(keyof State)[]}
 */
function keptBetween(mode, next) {
  if (!WITH_LESION.includes(mode)) return (OWN[next] ?? []).filter((key) => !OWN[mode]?.includes(key));
  return PLACES.includes(mode) && PLACES.includes(next) ? ["lesion"] : [];
}

/**
 * What does not outlast a change of mode: a part of a page, what the mode that is left reads or has chosen itself, and
 * what the next one neither reads nor offers.
 * @param {State} state
 * @param {string} next
 * @returns {(keyof State)[]}
 */
function endingBetween({ mode, seed }, next) {
  const others = Object.keys(OWN).filter((name) => name !== next);
  const kept = keptBetween(mode, next);
  const ended = others.flatMap((name) => OWN[name]).filter((key) => !kept.includes(key));
  if (mode === "quiz" && seed) ended.push("plate"); // that of the question
  if (WITHOUT_LAYER.includes(next)) ended.push("layer");
  return ["part", ...ended];
}

/**
 * A change of state that also ends what belongs to the mode that is left. The history keeps it for the Back button.
 * @param {State} state
 * @param {Partial<State>} change
 * @param {State} defaults
 * @returns {Partial<State>}
 */
export function leavingMode(state, change, defaults) {
  const { mode = state.mode } = change;
  if (mode === state.mode) return change;
  return { ...Object.fromEntries(endingBetween(state, mode).map((key) => [key, defaults[key]])), ...change };
}
