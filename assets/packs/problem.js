// A problem of a pack in words, as atlas/packs/problem.py has it.

/** @import { PackProblem } from "./types" */

const MOST_SHOWN = 40;
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/** The codes of problems after which nothing else can be checked. */
export const HARD = ["type", "missing", "extra", "format", "version", "unicode"];

/**
 * @param {PackProblem["path"]} path
 * @param {string} code
 * @param {PackProblem["values"]} [values]
 * @returns {PackProblem}
 */
export const problem = (path, code, values = {}) => ({ path, code, values });

/** A value of a file in one short line. @param {unknown} value */
export function printable(value) {
  const letters = [...String(value).replace(UNPRINTABLE, "·")];
  return letters.length <= MOST_SHOWN ? letters.join("") : `${letters.slice(0, MOST_SHOWN).join("")}…`;
}

/**
 * The place of a problem, such as `tour 1, step 3, “title”`.
 * @param {PackProblem["path"]} path
 * @param {Record<string, string>} words
 */
export function placeInWords(path, words) {
  /** @type {string[]} */
  const parts = [];
  let name = "";
  for (const item of path) {
    if (typeof item === "number") parts.splice(-1, 1, words[`packs.where.${name}`].replace("{n}", String(item + 1)));
    else parts.push(`“${printable((name = item))}”`);
  }
  return parts.join(", ");
}

/**
 * A problem as one line.
 * @param {PackProblem} found
 * @param {Record<string, string>} words
 */
export function inWords({ path, code, values }, words) {
  let text = words[`packs.problem.${code}`];
  for (const [name, value] of Object.entries(values)) text = text.replaceAll(`{${name}}`, () => printable(value));
  const place = placeInWords(path, words);
  return place ? `${place}: ${text}` : text;
}

/**
 * How many letters lie between two texts: one too many, too few or wrong, or two neighbours that were swapped.
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  /** @type {number[]} */
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const wrong = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + wrong);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, beforeLast[column - 2] + 1);
      current.push(cost);
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length];
}

/**
 * The known id that differs least from a value, by at most a third of its letters; "" if there is none.
 * @param {string} value
 * @param {Iterable<string>} known
 */
export function nearest(value, known) {
  const folded = value.toLowerCase().slice(0, 2 * MOST_SHOWN);
  let [best, least] = ["", Math.max(1, Math.floor(value.length / 3)) + 1];
  for (const id of known) {
    if (Math.abs(id.length - value.length) >= least) continue;
    const found = distance(folded, id.toLowerCase());
    if (found < least) [best, least] = [id, found];
  }
  return best;
}

/**
 * The problem of an id that nothing has. The string `<code>.near` offers the nearest one.
 * @param {PackProblem["path"]} path
 * @param {string} code
 * @param {string} value
 * @param {Iterable<string>} ids
 * @param {PackProblem["values"]} [more]
 */
export function unknown(path, code, value, ids, more = {}) {
  const near = nearest(value, ids);
  return problem(path, near ? `${code}.near` : code, { ...more, value, ...(near ? { near } : {}) });
}
