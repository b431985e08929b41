// Where the things of the atlas lie in the body.
import { add, scaled } from "./vectors.js";

/** @import { Course, Layer } from "./mesh-data.js" */

/**
 * The middle of the points of a layer's part.
 * @param {Pick<Layer, "parts" | "points">} layer
 * @param {string} id  a layer may have several parts of it
 * @returns {number[] | null}  in metres; null if the layer has none
 */
export function middleOf({ parts, points }, id) {
  let [start, count] = [0, 0];
  let sum = [0, 0, 0];
  for (const part of parts) {
    const end = start + part.points;
    if (part.id === id) {
      count += part.points;
      for (let n = start; n < end; n += 1) sum = add(sum, [points[3 * n], points[3 * n + 1], points[3 * n + 2]]);
    }
    start = end;
  }
  return count ? scaled(sum, 1 / count) : null;
}

/**
 * The longest strand of a nerve.
 * @param {Course[]} courses
 * @param {string} id
 * @returns {Course | null}
 */
export const longestStrand = (courses, id) =>
  courses
    .filter(({ of }) => of === id)
    .reduce((a, b) => (a && a.along.length >= b.along.length ? a : b), /** @type {Course | null} */ (null));
