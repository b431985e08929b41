// Arithmetic with points and directions, which are lists of coordinates: `[x, y, z]`.

/** @param {number[]} a @param {number[]} b @returns {number[]} the sum of two vectors */
export const add = (a, b) => a.map((value, axis) => value + b[axis]);

/** @param {number[]} a @param {number[]} b @returns {number[]} the vector from `b` to `a` */
export const minus = (a, b) => a.map((value, axis) => value - b[axis]);

/** @param {number[]} a @param {number} factor @returns {number[]} a vector, longer by a factor */
export const scaled = (a, factor) => a.map((value) => value * factor);

/** @param {number[]} a @param {number[]} b @returns {number} the scalar product of two vectors of space */
export const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** @param {number[]} a @param {number[]} b @returns {number[]} the vector at right angles to both, by the right-hand rule */
export const cross = ([a1, a2, a3], [b1, b2, b3]) => [a2 * b3 - a3 * b2, a3 * b1 - a1 * b3, a1 * b2 - a2 * b1];

/** @param {number[]} a @returns {number[]} the vector of length 1 in the same direction; a vector of length 0 stays */
export const unit = (a) => scaled(a, 1 / (Math.hypot(...a) || 1));

/** @param {number[]} a @param {number[]} b @returns {number} the distance of two points of space */
export const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** @param {number[]} point @returns {number[]} its mirror image on the other side of the body */
export const mirrored = ([x, y, z]) => [-x, y, z];
