// Where the things of the atlas lie in the body.
import { add, distance, scaled } from "./vectors.js";

/** @import { Course, Layer } from "./mesh-data.js" */

/** The points of a layer's parts of this id. */
function pointsOf({ parts, points }, id) {
  const found = [];
  let start = 0;
  for (const part of parts) {
    const end = start + part.points;
    if (part.id === id)
      for (let n = start; n < end; n += 1) found.push([points[3 * n], points[3 * n + 1], points[3 * n + 2]]);
    start = end;
  }
  return found;
}

/**
 * The middle of the points of a layer's part.
 * @param {Pick<Layer, "parts" | "points">} layer
 * @param {string} id
 * @returns {number[] | null}  in metres; null if the layer has none
 */
export function middleOf(layer, id) {
  const points = pointsOf(layer, id);
  return points.length ? scaled(points.reduce(add), 1 / points.length) : null;
}

/**
 * The point of a layer's part that is nearest to its middle, which may lie beside a curved surface.
 * @param {Pick<Layer, "parts" | "points">} layer
 * @param {string} id
 * @returns {number[] | null}  in metres; null if the layer has none
 */
export function middlePointOf(layer, id) {
  const middle = middleOf(layer, id);
  if (!middle) return null;
  return pointsOf(layer, id).reduce((best, point) => (distance(point, middle) < distance(best, middle) ? point : best));
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

/** The middle of a strand. @param {Course} strand @returns {number[]} in metres */
export const middleOfStrand = ({ points }) => points[Math.floor(points.length / 2)];

/**
 * The middle of a nerve's longest strand.
 * @param {Course[]} courses
 * @param {string} id
 * @returns {number[] | null}  in metres; null if it has no course
 */
export function middleOfNerve(courses, id) {
  const strand = longestStrand(courses, id);
  return strand && middleOfStrand(strand);
}
