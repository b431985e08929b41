// Which rows the network shows: where levels are crowded, rows are joined until they fit beside the body.
import { foldsOf, viewOf } from "./folding.js";
import { mean, rowsOf } from "./view-rows.js";

/** @import { Branch, Row } from "./types" */
/** @import { Fold } from "./folding.js" */

/** The most rows that can be read at a glance. */
export const MOST_ROWS = 25;
/** Below this number of rows nothing is joined only because it is crowded. */
const FEWEST_ROWS = 14;
/** How much room the rows around a row may need, per room that is there, before some are joined. */
const DENSEST = 1.5;
/** How far around a row its neighbours count, in heights of a row. */
const AROUND = 2;
/** How many names a fold may hide per unit of crowding that it removes. */
const NAMES = 4;
/** How far apart joined rows may lie, in row heights per unit of crowding. */
const SPREAD = 6;
/** The share of the height below the roots that rows may fill; the rest lets them stand at their levels. */
const FILLED = 0.85;
/** The least gain of a fold that only lets rows stand nearer to their levels. */
const LEAST_GAIN = 0;
/** Folds with at least this share of the best gain are done in the same round while there are far too many rows. */
const ALIKE = 0.5;
/** How many rows one fold saves, about. */
const ROWS_PER_FOLD = 3;

/**
 * Row → how much more room the rows around its level need than there is.
 * @param {Row[]} rows
 * @param {number} unit
 */
function crowdingOf(rows, unit) {
  const reach = AROUND * unit;
  const needed = (/** @type {Row} */ { wanted }) =>
    rows.reduce((sum, row) => sum + (Math.abs(row.wanted - wanted) < reach ? row.room : 0), 0);
  return new Map(rows.map((row) => [row.key, needed(row) / (2 * reach)]));
}

/** The height from the first to the last of these. */
function spreadOf(/** @type {Fold["rows"]} */ branches) {
  const heights = branches.flatMap(({ top }) => top ?? []);
  return heights.length ? Math.max(...heights) - Math.min(...heights) : 0;
}

/**
 * @param {Branch[]} origins
 * @param {object} options
 * @param {(endings: Branch[]) => string} options.counted  words for a number of endings
 * @param {(row: Row) => void} options.measure  sets `room`
 * @param {number} options.unit  height of a row of one line
 * @param {{low: number, high: number}} options.range  heights between which the rows lie
 * @param {Set<string>} options.opened  keys of folds that the reader opened
 * @param {Set<string>} options.chosen  ids that stay visible
 * @returns {Row[]}
 */
export function selectionRows(origins, { counted, measure, unit, range, opened, chosen }) {
  const views = origins.map(viewOf);
  for (;;) {
    const rows = rowsOf(views, counted);
    rows.forEach(measure);
    const total = rows.reduce((sum, { room }) => sum + room, 0);
    const highest = Math.min(...rows.map(({ wanted }) => wanted));
    const { low, high } = range;
    const mustFold = rows.length > MOST_ROWS || total > high - (low + highest) / 2;
    const isFull = total > FILLED * (high - highest);
    const least = mustFold ? -Infinity : rows.length <= FEWEST_ROWS ? Infinity : isFull ? LEAST_GAIN : DENSEST;
    const crowds = crowdingOf(rows, unit);
    const gain = (/** @type {Fold} */ { rows: own, lost }) =>
      mean(own.flatMap(({ key }) => crowds.get(key) ?? [])) - lost / NAMES - spreadOf(own) / (SPREAD * unit);
    const folds = foldsOf(views, chosen, opened)
      .map((fold) => ({ fold, gain: gain(fold) }))
      .filter((found) => found.gain > least)
      .sort((a, b) => b.gain - a.gain);
    if (!folds.length) return rows;
    // far from the aim several are joined at once, which takes fewer rounds; each must be on another branch
    const count = Math.max(1, Math.floor((rows.length - MOST_ROWS) / ROWS_PER_FOLD));
    const touched = new Set();
    const good = folds.slice(1, count).filter((found) => found.gain > ALIKE * Math.abs(folds[0].gain));
    for (const { fold } of [folds[0], ...good]) {
      if (fold.rows.some(({ key }) => touched.has(key))) continue;
      for (const { key } of fold.rows) touched.add(key);
      fold.apply();
    }
  }
}
