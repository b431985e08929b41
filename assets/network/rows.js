// The heights of the rows: each as near as possible to its level, after its parent and clear of the others.
import { spaced } from "../figures/label-layout.js";

/** @import { Row } from "./types" */

/** How strongly a row resists being moved: the roots stay where they leave the spine, endings give way. */
const WEIGHTS = { root: 8, nerve: 2 };
const weightOf = (/** @type {Row} */ { kind }) => WEIGHTS[kind] ?? 1;

/**
 * Sets `y` of each row, the middle of its first line.
 * @param {Row[]} rows  each after its parent, with `room`: the height it needs
 * @param {object} limits
 * @param {number} limits.low  upper end
 * @param {number} limits.high  lower end; rows that do not fit run over it
 * @param {number} limits.unit  height of a row of one line
 * @returns {Row[]}  from above
 */
export function arrange(rows, { low, high, unit }) {
  const sorted = [...rows].sort((a, b) => a.wanted - b.wanted); // a stable sort keeps parents first
  const below = (/** @type {Row} */ { room }) => (room - unit) / 2; // more lines hang below the first
  const middles = spaced(
    sorted.map((row) => row.wanted + below(row)),
    sorted.map(({ room }) => room),
    low,
    high,
    sorted.map(weightOf),
  );
  sorted.forEach((row, at) => (row.y = middles[at] - below(row)));
  return sorted;
}
