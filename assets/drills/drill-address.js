// What the address says of a drill: which one, what is asked, and how far the reader is.
import { shuffled } from "../quiz/seeded-random.js";

/** @typedef {{drill: "" | "paint" | "build", id: string, at: string}} DrillPlace  `at`: "answer", or the number of a step */

/** The place in a painting drill where the answer is shown. */
export const ANSWER = "answer";

/**
 * @param {string} part  of the address, such as "paint:L5:answer" or "build:tibial:3"
 * @param {Record<string, string[]>} known  drill → what it can ask for
 * @returns {DrillPlace | null}  the start page for an empty text; null for one that names no drill
 */
export function readPlace(part, known) {
  if (!part) return { drill: "", id: "", at: "" };
  const [drill, asked = "", at = "", ...more] = part.split(":");
  const ids = Object.hasOwn(known, drill) ? known[drill] : [];
  const id = ids.find((one) => one.toLowerCase() === asked.toLowerCase());
  const isPlace = drill === "paint" ? ["", ANSWER].includes(at) : /^\d*$/.test(at);
  return id === undefined || !isPlace || more.length ? null : { drill: /** @type {any} */ (drill), id, at };
}

/** @param {DrillPlace} place */
export const writePlace = ({ drill, id, at }) => [drill, id, at].filter(Boolean).join(":");

/**
 * The task after this one: all of a list in an order that the seed sets, then from the start again.
 * @param {string[]} ids
 * @param {string} id
 * @param {string} seed
 */
export function nextTask(ids, id, seed) {
  const order = shuffled(ids, seed);
  return order[(order.indexOf(id) + 1) % order.length];
}
