// How large the letters of the panels can be, and how wide and high their cells, for the room there is.
const LETTER = 0.54;
const NAME = 0.54;
const GAP = 10;
const EDGE = 2;
const LEAST = 9.5;

// The room above the cells of a panel, in letters, and below them.
export const HEAD = 2.2;
export const BELOW = 4;

// A name in one line, or in two where it would take too much of the width.
export function lines(name, most) {
  if (name.length <= most) return [name];
  const cut = name.lastIndexOf(" ", Math.ceil(name.length / 2) + 3);
  return cut > 0 ? [name.slice(0, cut), name.slice(cut + 1)] : [name];
}

// `columns`: for each panel, the letters of its widest cell and how many columns it has.
function needed(font, columns, names, width) {
  const most = Math.floor((0.36 * width) / (NAME * font));
  const wrapped = names.map((name) => lines(name, most));
  const label = Math.ceil(Math.max(...wrapped.flat().map((line) => line.length)) * NAME * font + 12);
  const cells = columns.map(({ letters }) => Math.max(letters * LETTER * font + 4, 1.65 * font));
  const inner = cells.reduce((sum, cell, n) => sum + cell * columns[n].count, 0);
  const total = label + inner + (GAP + EDGE) * columns.length;
  return { font, label, cells, total, most, deep: wrapped.some((name) => name.length > 1) };
}

export function fitted(width, columns, names, largest) {
  let font = largest;
  while (font > LEAST && needed(font, columns, names, width).total > width) font -= 0.5;
  const found = needed(font, columns, names, width);
  const fixed = found.label + (GAP + EDGE) * columns.length;
  const spare = (width - fixed) / (found.total - fixed);
  const cells = found.cells.map((cell) => Math.min(cell * Math.max(1, spare), 5 * font));
  return { ...found, cells, row: Math.round(font * (found.deep ? 2.5 : 1.95)), gap: GAP, edge: EDGE };
}
