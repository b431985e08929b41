// The lanes of the nerves: each nerve has one from its row to its last branch, chosen so that few lines cross.
import { ENDINGS } from "../app/pathway-graph.js";

/** @import { Row } from "./types" */
/** @typedef {{lane: number, from: number, to: number, row: Row}} Span  a lane in use */

/** How much a step aside, and a lane farther right, count in crossings. */
const [ASIDE, FARTHER] = [0.2, 0.1];
const LABELS = Infinity; // the lane of the labels

/**
 * Whether a row is drawn beside its label, and not on a lane.
 * @param {Row} row
 */
export const isBesideLabel = ({ kind, fold }) => fold !== "" || ENDINGS.includes(kind);

/**
 * How many lanes a level line crosses.
 * @param {Span[]} spans
 * @param {number} from  lane
 * @param {number} to  lane
 * @param {number} y
 */
const crossed = (spans, from, to, y) =>
  spans.filter(
    (span) => span.lane > Math.min(from, to) && span.lane < Math.max(from, to) && span.from < y && y < span.to,
  ).length;

const endOf = (/** @type {Row} */ { y, children }) => Math.max(y, ...children.map(({ attach }) => attach));
const endingsOf = (/** @type {Row} */ { children }) => children.filter(isBesideLabel);

/**
 * Sets `attach` of each row and `lane` of each nerve.
 * @param {Row[]} rows  from above, with `y`
 * @param {number} bend  height of the curve from one lane to the next
 * @returns {{lanes: number, crossings: number}}
 */
export function assignLanes(rows, bend) {
  for (const row of rows) row.attach = !row.parent || isBesideLabel(row) ? row.y : Math.max(row.parent.y, row.y - bend);
  /** @type {Span[]} */
  const spans = [];
  let lanes = 0;
  for (const row of rows) {
    if (isBesideLabel(row)) continue;
    const [from, to] = [row.attach, endOf(row)];
    const home = row.parent?.lane ?? 0;
    // a nerve may go on in the lane of its parent where that ends
    const goesOn = (/** @type {Span} */ span) => span.row === row.parent && span.to <= row.y;
    const isFree = (/** @type {number} */ lane) =>
      !spans.some((span) => span.lane === lane && span.from < to && from < span.to && !goesOn(span));
    const cost = (/** @type {number} */ lane) => {
      const own = endingsOf(row).reduce((sum, { y }) => sum + crossed(spans, lane, LABELS, y), 0);
      const others = spans
        .filter((span) => span.lane < lane)
        .flatMap((span) => endingsOf(span.row))
        .filter(({ y }) => from < y && y < to).length;
      return crossed(spans, home, lane, row.y) + own + others + ASIDE * Math.abs(lane - home) + FARTHER * lane;
    };
    const free = [...Array(lanes + 1).keys()].filter(isFree);
    row.lane = free.sort((a, b) => cost(a) - cost(b))[0];
    spans.push({ lane: row.lane, from, to, row });
    lanes = Math.max(lanes, row.lane + 1);
  }
  const ends = (/** @type {Row} */ row) => (isBesideLabel(row) ? LABELS : row.lane);
  const crossings = rows
    .filter(({ parent }) => parent)
    .reduce((sum, row) => sum + crossed(spans, row.parent.lane, ends(row), row.y), 0);
  return { lanes, crossings };
}
