// Places labels in a column on each side of a picture so that no two leaders cross.
import { spaced } from "../figures/label-layout.js";

/**
 * A label and the point that it names, in pixels from the picture's upper left corner.
 * @typedef {{x: number, y: number, room: number}} Anchored  `room` is the height of the label
 */
/**
 * A leader runs horizontally from the named point to `bend`, and from there to the middle of the label at the column's edge.
 * @typedef {{left: boolean, row: number, bend: number, edge: number}} Placed
 */

const GUTTER = 26; // pixels between a column and the bends of its leaders

/** The labels that a column has room for, from top to bottom. The most important come first in what is given. */
function fitting(labels, height) {
  const kept = [];
  let rest = height;
  for (const label of labels) {
    if (label.room > rest) continue;
    rest -= label.room;
    kept.push(label);
  }
  return kept.sort((a, b) => a.y - b.y || a.x - b.x);
}

/**
 * Puts each label into the column on the side of its point. A column lists its labels from top to bottom in the order of
 * their points, so its leaders never cross. Labels that do not fit are left out, the least important first.
 * @template {Anchored} T
 * @param {T[]} labels  the most important first
 * @param {{width: number, height: number}} size  of the picture
 * @param {number} column  width of a column
 * @returns {(T & Placed)[]}
 */
export function placeInColumns(labels, { width, height }, column) {
  return [true, false].flatMap((left) => {
    const edge = left ? column : width - column;
    const isOwn = ({ x }) => (left ? x > edge && x <= width / 2 : x > width / 2 && x < edge);
    const own = fitting(labels.filter(isOwn), height);
    const xs = own.map(({ x }) => x);
    const bend = left ? Math.min(edge + GUTTER, ...xs) : Math.max(edge - GUTTER, ...xs);
    const rows = spaced(
      own.map(({ y }) => y),
      own.map(({ room }) => room),
      0,
      height,
    );
    return own.map((label, n) => ({ ...label, left, row: rows[n], bend, edge }));
  });
}
