// Small patches of skin, such as a web space, are hit by a finger that lands near them.

/** Farthest a touch may be from the middle of a small patch, in pixels. */
export const FINGER_REACH = 24;
/** A patch narrower and shorter than this is small, in pixels. */
const [NARROW, SHORT] = [24, 44];

/** @typedef {{left: number, top: number, width: number, height: number}} Box */

/** @param {Box} box */
const isSmall = ({ width, height }) => Math.min(width, height) < NARROW && Math.max(width, height) < SHORT;

/**
 * @param {Point} point
 * @param {Box} box
 */
const distanceToMiddle = ({ x, y }, { left, top, width, height }) =>
  Math.hypot(x - left - width / 2, y - top - height / 2);

/**
 * The small box that a touch means: the one with the nearest middle, within reach and nearer than the middle of the box
 * that was touched. A small box that was touched itself is meant itself.
 * @param {Point} point
 * @param {Box[]} boxes  in pixels
 * @param {Box | null} touched  the box of what lies at the point
 * @returns {number}  index of the box, or -1
 */
export function nearestSmall(point, boxes, touched) {
  if (touched && isSmall(touched)) return -1;
  let nearest = -1;
  let least = touched ? Math.min(FINGER_REACH, distanceToMiddle(point, touched)) : FINGER_REACH;
  boxes.forEach((box, index) => {
    if (!box.width || !isSmall(box)) return;
    const distance = distanceToMiddle(point, box);
    if (distance < least) [nearest, least] = [index, distance];
  });
  return nearest;
}
