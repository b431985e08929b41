// Places names in two columns beside a figure: none over another, and no line across another where that can be had.

// Middles as near as possible to where each wants to be, in the given order and without overlap.
export function spaced(wanted, rooms, low, high) {
  const offsets = [];
  let total = 0;
  for (const room of rooms) {
    offsets.push(total + room / 2);
    total += room;
  }
  const blocks = [];
  wanted.forEach((want, at) => {
    blocks.push([want - offsets[at], 1]);
    while (blocks.length > 1 && blocks.at(-2)[0] > blocks.at(-1)[0]) {
      const [later, more] = blocks.pop();
      const [mean, count] = blocks.at(-1);
      blocks[blocks.length - 1] = [(mean * count + later * more) / (count + more), count + more];
    }
  });
  const bound = (start) => Math.min(Math.max(start, low), Math.max(low, high - total));
  return blocks.flatMap(([start, count]) => Array(count).fill(bound(start))).map((start, at) => start + offsets[at]);
}

const side = (a, b, c) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const cross = ([a, b], [c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

function column(own, edge, low, high) {
  own.sort((a, b) => a.y - b.y || a.x - b.x);
  const total = own.reduce((sum, { room }) => sum + room, 0);
  const spare = Math.max(0, total - (high - low)) / 2;
  const settle = () => {
    const rows = spaced(
      own.map(({ y }) => y),
      own.map(({ room }) => room),
      low - spare,
      high + spare,
    );
    own.forEach((label, at) => (label.row = rows[at]));
  };
  const line = ({ x, y, row }) => [
    [edge, row],
    [x, y],
  ];
  settle();
  // Two crossing lines that change places are shorter together, so this comes to an end.
  for (let turn = own.length ** 2; turn > 0; turn -= 1) {
    const at = own.findIndex((label, n) => n > 0 && cross(line(own[n - 1]), line(label)));
    if (at < 1) break;
    [own[at - 1], own[at]] = [own[at], own[at - 1]];
    settle();
  }
}

// How much the names of a column are moved from where they want to be.
function moved(own, high) {
  const sorted = [...own].sort((a, b) => a.y - b.y);
  const rooms = sorted.map(({ room }) => room);
  const spare = Math.max(0, rooms.reduce((sum, room) => sum + room, 0) - high) / 2;
  const rows = spaced(
    sorted.map(({ y }) => y),
    rooms,
    -spare,
    high + spare,
  );
  return sorted.reduce((sum, { y }, at) => sum + Math.abs(rows[at] - y), 4 * spare * own.length);
}

// How many of the labels, sorted from left to right, go to the left, so that the lines are short.
function split(labels, wide, high) {
  const costs = Array.from({ length: labels.length + 1 }, (_, count) => {
    const [left, right] = [labels.slice(0, count), labels.slice(count)];
    const way = left.reduce((sum, { x }) => sum + x, 0) + right.reduce((sum, { x }) => sum + wide - x, 0);
    return way + moved(left, high) + moved(right, high);
  });
  return costs.indexOf(Math.min(...costs));
}

// labels: { x, y, room }, room being the height of a name. Adds to each `left` (true or false) and `row`, its middle.
export function place(labels, wide, high, gap) {
  const sorted = [...labels].sort((a, b) => a.x - b.x || a.y - b.y);
  const count = split(sorted, wide, high);
  sorted.forEach((label, at) => (label.left = at < count));
  column(sorted.slice(0, count), -gap, 0, high);
  column(sorted.slice(count), wide + gap, 0, high);
  return labels;
}
