// Places labels in two columns next to a figure, without overlap and, where possible, without crossing lines.
// Coordinates are in pixels from the figure's upper left corner.

/**
 * @typedef {object} Label
 * @property {number} x  the labelled point
 * @property {number} y
 * @property {number} room  height of the label
 * @property {boolean} [left]  set by `place`: whether it is in the left column
 * @property {number} [row]  set by `place`: the y of its middle
 */

/**
 * Middles of labels as near as possible to the wanted ones, in the given order and without overlap.
 * @param {number[]} wanted  y of each middle, ascending
 * @param {number[]} rooms  height of each label
 * @param {number} low  upper end of the column
 * @param {number} high  lower end of the column
 * @param {number[]} [weights]  how much it counts that a label is moved; all the same by default
 * @returns {number[]}
 */
export function spaced(wanted, rooms, low, high, weights = rooms.map(() => 1)) {
  const offsets = [];
  let total = 0;
  for (const room of rooms) {
    offsets.push(total + room / 2);
    total += room;
  }
  // labels that would overlap form a block: [wanted start of its first label, count of its labels, their weight]
  const blocks = [];
  wanted.forEach((middle, at) => {
    blocks.push([middle - offsets[at], 1, weights[at]]);
    while (blocks.length > 1 && blocks.at(-2)[0] > blocks.at(-1)[0]) {
      const [start, added, more] = blocks.pop();
      const [mean, count, weight] = blocks.at(-1);
      blocks[blocks.length - 1] = [(mean * weight + start * more) / (weight + more), count + added, weight + more];
    }
  });
  const bound = (start) => Math.min(Math.max(start, low), Math.max(low, high - total));
  return blocks.flatMap(([start, count]) => Array(count).fill(bound(start))).map((start, at) => start + offsets[at]);
}

const totalRoom = (labels) => labels.reduce((sum, { room }) => sum + room, 0);
/** Which side of line ab point c is on. */
const side = (a, b, c) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const cross = ([a, b], [c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Sets the rows of a column whose lines start at x = `edge`. A column that is too high is centred on the figure. */
function layOutColumn(labels, edge, high) {
  labels.sort((a, b) => a.y - b.y || a.x - b.x);
  const spare = Math.max(0, totalRoom(labels) - high) / 2;
  const setRows = () => {
    const [wanted, rooms] = [labels.map(({ y }) => y), labels.map(({ room }) => room)];
    const rows = spaced(wanted, rooms, -spare, high + spare);
    labels.forEach((label, at) => (label.row = rows[at]));
  };
  /** @returns {[number[], number[]]} */
  const lineOf = ({ x, y, row }) => [
    [edge, row],
    [x, y],
  ];
  setRows();
  // Two crossing lines that change places get shorter together, so this ends.
  for (let turn = labels.length ** 2; turn > 0; turn -= 1) {
    const at = labels.findIndex((label, n) => n > 0 && cross(lineOf(labels[n - 1]), lineOf(label)));
    if (at < 1) break;
    [labels[at - 1], labels[at]] = [labels[at], labels[at - 1]];
    setRows();
  }
}

/** How far the labels of a column are moved from where they should be. */
function displacement(labels, high) {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const [wanted, rooms] = [sorted.map(({ y }) => y), sorted.map(({ room }) => room)];
  const spare = Math.max(0, totalRoom(sorted) - high) / 2;
  const rows = spaced(wanted, rooms, -spare, high + spare);
  return sorted.reduce((sum, { y }, at) => sum + Math.abs(rows[at] - y), 4 * spare * labels.length);
}

/** How many of the labels, sorted from left to right, go to the left column so that the lines are short. */
function countLeft(labels, width, height) {
  const costs = Array.from({ length: labels.length + 1 }, (_, count) => {
    const [left, right] = [labels.slice(0, count), labels.slice(count)];
    const across = left.reduce((sum, { x }) => sum + x, 0) + right.reduce((sum, { x }) => sum + width - x, 0);
    return across + displacement(left, height) + displacement(right, height);
  });
  return costs.indexOf(Math.min(...costs));
}

/**
 * Sets `left` and `row` of each label.
 * @template {Label} T
 * @param {T[]} labels
 * @param {number} width  of the figure
 * @param {number} height  of the figure
 * @param {number} gap  between the figure and either column
 * @returns {T[]}  the same labels
 */
export function place(labels, width, height, gap) {
  const sorted = [...labels].sort((a, b) => a.x - b.x || a.y - b.y);
  const count = countLeft(sorted, width, height);
  sorted.forEach((label, at) => (label.left = at < count));
  layOutColumn(sorted.slice(0, count), -gap, height);
  layOutColumn(sorted.slice(count), width + gap, height);
  return labels;
}

/**
 * Places as many labels as two columns of the figure's height have room for.
 * @template {Label} T
 * @param {T[]} labels  the most important first
 * @param {number} width  of the figure
 * @param {number} height  of the figure
 * @param {number} gap  between the figure and either column
 * @returns {T[]}  the labels that fit
 */
export function placeFitting(labels, width, height, gap) {
  const kept = [...labels];
  for (;;) {
    place(kept, width, height, gap);
    const full = [true, false].filter((left) => totalRoom(kept.filter((label) => label.left === left)) > height);
    if (!full.length) return kept;
    const last = kept.findLastIndex(({ left }) => full.includes(left));
    kept.splice(last, 1);
  }
}
