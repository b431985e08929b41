// Finds the patch of skin or the nerve under a point of the scene, by the ray from the eye through that point. Plotly's
// own answer is the nearest corner of a coarse mesh, which may belong to another patch. Lengths are in metres.
const FIELD = Math.tan(Math.PI / 8); // half of Plotly's field of view, which is 45° from top to bottom
const PARALLEL = 1e-12;
const minus = (a, b) => a.map((value, n) => value - b[n]);
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const unit = (a) => a.map((value) => value / Math.hypot(...a));
const listed = ({ x, y, z }) => [x, y, z];

/**
 * @param {number[]} a
 * @param {number[]} b
 * @returns {number[]}  their cross product
 */
export const cross = ([a1, a2, a3], [b1, b2, b3]) => [a2 * b3 - a3 * b2, a3 * b1 - a1 * b3, a1 * b2 - a2 * b1];

/**
 * @typedef {object} Ray
 * @property {number[]} from  the eye
 * @property {number[]} direction  of length 1
 * @property {(distance: number) => number} metresPerPixel  at a distance from the eye
 */

/**
 * The ray through a point of the scene.
 * @param {import("./camera.js").Camera} camera
 * @param {import("./camera.js").Bounds} bounds
 * @param {Point} point  in pixels from the upper left corner of the scene
 * @param {{width: number, height: number}} scene  in pixels
 * @returns {Ray}
 */
export function rayThrough({ eye, center, up }, bounds, point, { width, height }) {
  const limbHeight = bounds[1][1] - bounds[1][0];
  const middle = bounds.map(([low, high]) => (low + high) / 2);
  const from = listed(eye).map((value, n) => middle[n] + value * limbHeight);
  const ahead = unit(minus(listed(center), listed(eye)));
  const right = unit(cross(ahead, listed(up)));
  const above = cross(right, ahead);
  const x = ((2 * point.x - width) / height) * FIELD;
  const y = (1 - (2 * point.y) / height) * FIELD;
  const direction = unit(ahead.map((value, n) => value + x * right[n] + y * above[n]));
  return { from, direction, metresPerPixel: (distance) => (2 * distance * FIELD) / height };
}

const pointAt = (points, at) => [points[0][at], points[1][at], points[2][at]];

/** The distance at which a ray enters a triangle from outside; Infinity if it does not. */
function distanceTo({ from, direction }, a, b, c) {
  const [u, v] = [minus(b, a), minus(c, a)];
  const p = cross(direction, v);
  const determinant = dot(u, p);
  if (determinant < PARALLEL) return Infinity;
  const s = minus(from, a);
  const first = dot(s, p) / determinant;
  if (first < 0 || first > 1) return Infinity;
  const q = cross(s, u);
  const second = dot(direction, q) / determinant;
  return second < 0 || first + second > 1 ? Infinity : dot(v, q) / determinant;
}

/**
 * The first patch that a ray enters.
 * @param {Ray} ray
 * @param {import("./mesh.js").Mesh[]} patches
 * @returns {{distance: number, id: string | null}}
 */
export function patchAlong(ray, patches) {
  let best = { distance: Infinity, id: null };
  for (const { id, points, faces } of patches)
    for (const [a, b, c] of faces) {
      const distance = distanceTo(ray, pointAt(points, a), pointAt(points, b), pointAt(points, c));
      if (distance > 0 && distance < best.distance) best = { distance, id };
    }
  return best;
}

/**
 * The nerve nearest to a ray, whether it is inside the skin or not.
 * @param {Ray} ray
 * @param {{id: string, points: number[][]}[]} nerves
 * @param {number} reach  greatest distance from the ray, in pixels
 * @returns {string | null}
 */
export function nerveAlong({ from, direction, metresPerPixel }, nerves, reach) {
  let best = { gap: reach, id: null };
  for (const { id, points } of nerves)
    for (let n = 0; n < points[0].length; n++) {
      const offset = minus(pointAt(points, n), from);
      const distance = dot(offset, direction);
      const gap = Math.sqrt(Math.max(0, dot(offset, offset) - distance * distance)) / metresPerPixel(distance);
      if (distance > 0 && gap < best.gap) best = { gap, id };
    }
  return best.id;
}
