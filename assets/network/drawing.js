// Draws the rows of the network: a ruler of the parts of the body, the lines of the nerves, and the rows as one tree.
import { make } from "../figures/svg-elements.js";
import { isBesideLabel } from "./lanes.js";
import { drawRow, MARK } from "./row-drawing.js";

/** @import { Row } from "./types" */
/** @import { Band } from "./body-scale.js" */
/**
 * @typedef {object} Sizes  in pixels
 * @property {boolean} isNarrow  whether there is no room for the names on the ruler
 * @property {number} width  of the network
 * @property {number} height
 * @property {number} unit  height of a row of one line
 * @property {number} line  height of a further line
 * @property {number} bend  height of the curve from one lane to the next
 * @property {number} laneLeft  x of the first lane
 * @property {number} laneGap
 * @property {number} labelLeft  x of the labels
 */

const TICK = 5; // width of a mark on the ruler
const STEEP = 0.7; // how long a line keeps its direction on the way to another lane

/**
 * A line from its parent's to a row.
 * @param {Row} row
 * @param {Sizes} sizes
 */
function wayTo({ parent, attach, lane, y }, { laneLeft, laneGap, bend }) {
  const [from, to] = [parent.lane, lane].map((at) => laneLeft + at * laneGap);
  const curve = `C${from} ${attach + STEEP * bend} ${to} ${y - STEEP * bend} ${to} ${y}`;
  return `M${from} ${attach}${from === to ? `V${y}` : curve}`;
}

/**
 * The lines of the nerves over the thin ones to their endings, each with the state of what it leads to.
 * @param {Row[]} rows
 * @param {Sizes} sizes
 */
function drawLines(rows, sizes) {
  const { laneLeft, laneGap, labelLeft } = sizes;
  const x = (/** @type {Row} */ { lane }) => laneLeft + lane * laneGap;
  const stubs = rows
    .filter((row) => row.parent && isBesideLabel(row))
    .map((row) => make("path", { class: `stub ${row.state}`, d: `M${x(row.parent)} ${row.y}H${labelLeft + MARK}` }));
  const nerves = rows.filter((row) => !isBesideLabel(row));
  const ways = nerves.flatMap((row) => {
    const end = Math.max(row.y, ...row.children.map(({ attach }) => attach));
    const down = { state: row.state, d: `M${x(row)} ${row.y}V${end}` };
    return row.parent ? [{ state: row.state, d: wayTo(row, sizes) }, down] : [down];
  });
  const layer = (/** @type {string} */ name) =>
    ways.map(({ state, d }) => make("path", { class: `way ${name} ${state}`, d }));
  return make("g", { class: "ways", "aria-hidden": "true" }, ...stubs, ...layer("casing"), ...layer("core"));
}

/**
 * The names of the parts of the body at the left, each in the middle of its part if it has room there.
 * @param {Band[]} bands
 * @param {Sizes} sizes
 */
function drawRuler(bands, { line, isNarrow }) {
  const last = bands.at(-1).bottom;
  const ticks = [...bands.map(({ top }) => top), last].map((y) => `M0 ${y}h${TICK}`).join("");
  const names = bands
    .filter(({ top, bottom }) => !isNarrow && bottom - top >= line)
    .map(({ name, top, bottom }) => make("text", { x: TICK + 4, y: (top + bottom) / 2, dy: "0.35em" }, name));
  const rule = make("path", { d: `M${TICK / 2} ${bands[0].top}V${last}${ticks}` });
  return make("g", { class: "ruler", "aria-hidden": "true" }, rule, ...names);
}

/**
 * @param {Row[]} rows  from above, laid out
 * @param {Band[]} bands
 * @param {Sizes} sizes
 * @param {(row: Row) => {name: string, isChosen: boolean, isSeat: boolean}} describe
 * @param {string} labelledBy  id of the element that names the tree
 */
export function drawNetwork(rows, bands, sizes, describe, labelledBy) {
  const { width } = sizes;
  const lowest = Math.max(0, ...rows.map(({ y, room }) => y + room - sizes.unit / 2));
  const height = Math.max(sizes.height, lowest); // rows that do not fit can be scrolled to
  const items = rows.map((row) => drawRow(row, sizes, describe(row)));
  return make(
    "svg",
    // a drawing would be one picture to a reader of the screen, and the tree in it lost
    { viewBox: `0 0 ${width} ${height}`, width, height, role: "presentation" },
    ...(bands.length ? [drawRuler(bands, sizes)] : []),
    drawLines(rows, sizes),
    make("g", { role: "tree", "aria-labelledby": labelledBy }, ...items),
  );
}
