// How well a drawing fits a target, by area.
import { ELSEWHERE } from "./painted-skin.js";

/** @import { Skin } from "./painted-skin.js" */
/** @typedef {"right" | "partly" | "missed" | "wrong"} Verdict */
/**
 * @typedef {object} Target
 * @property {string[]} patches  to be painted
 * @property {string[]} unjudged  patches that count neither as right nor as wrong
 */
/**
 * Shares from 0 to 1; null where there is nothing to divide.
 * @typedef {{right: number | null, found: number | null, dice: number | null}} Score
 */

/** A share below which a patch was only brushed, and one above which hardly a cell is missing. */
const [TOUCHED, WHOLE] = [0.1, 0.9];

/** The areas of a drawing, without those that are not judged. */
const areasOf = (/** @type {Skin} */ skin, /** @type {string[]} */ unjudged) =>
  new Map([...skin].filter(([id]) => !unjudged.includes(id)).map(([id, { size, share }]) => [id, size * share]));

const total = (/** @type {Iterable<number>} */ sizes) => [...sizes].reduce((sum, size) => sum + size, 0);

/**
 * The coefficient of Dice: twice the area that both share, divided by the sum of both areas.
 * @param {Map<string, number>} one  areas by patch
 * @param {Map<string, number>} other
 * @returns {number | null}  from 0 (nothing in common) to 1 (the same); null if both are empty
 */
export function dice(one, other) {
  const both = total(one.values()) + total(other.values());
  const shared = total([...one].map(([id, size]) => Math.min(size, other.get(id) ?? 0)));
  return both ? (2 * shared) / both : null;
}

/**
 * @param {Skin} skin
 * @param {Target} target
 * @returns {Score}  `right`: of the painted skin; `found`: of the target
 */
export function scoreOf(skin, { patches, unjudged }) {
  const painted = areasOf(skin, unjudged);
  const wanted = new Map(patches.flatMap((id) => (skin.has(id) ? [[id, skin.get(id).size]] : [])));
  const shared = total([...painted].filter(([id]) => wanted.has(id)).map(([, size]) => size));
  const share = (/** @type {number} */ of) => (of ? shared / of : null);
  return { right: share(total(painted.values())), found: share(total(wanted.values())), dice: dice(painted, wanted) };
}

/**
 * What to say of each patch that is painted or should be, in the order of the skin.
 * @param {Skin} skin
 * @param {Target} target
 * @returns {[string, Verdict][]}
 */
export function verdicts(skin, { patches, unjudged }) {
  /** @type {[string, Verdict][]} */
  const found = [];
  for (const [id, { share }] of skin) {
    const isTouched = share >= TOUCHED;
    if (patches.includes(id)) found.push([id, share >= WHOLE ? "right" : isTouched ? "partly" : "missed"]);
    else if (isTouched && id !== ELSEWHERE && !unjudged.includes(id)) found.push([id, "wrong"]);
  }
  return found;
}
