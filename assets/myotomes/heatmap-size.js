// Computes the largest font with which the heat maps fit the available width, and the size of their cells.

// Average widths of a character in a cell and in a muscle name, as shares of the font size.
const CELL_CHARACTER = 0.54;
const NAME_CHARACTER = 0.54;
// Pixels between panels and at their right edge; and the smallest font.
const GAP = 10;
const EDGE = 2;
const SMALLEST_FONT = 9.5;
// The share of the width that muscle names may take before they are wrapped.
const NAME_SHARE = 0.36;

// The room above the cells of a panel, in font sizes, and below them, in pixels.
export const HEAD = 2.2;
export const BELOW = 4;

/** @typedef {{letters: number, count: number}} Columns  the characters of the widest cell, and the number of columns */

/**
 * The sizes of one panel, in pixels.
 * @typedef {object} PanelSize
 * @property {number} font
 * @property {number} label  width of the muscle names
 * @property {number} most  the most characters of a name on one line
 * @property {number} cell  width of a cell
 * @property {number} row  height of a row
 * @property {number} gap
 * @property {number} edge
 */

/**
 * A name on one line, or on two if it is longer than `most` characters.
 * @param {string} name
 * @param {number} most
 */
export function nameLines(name, most) {
  if (name.length <= most) return [name];
  const cut = name.lastIndexOf(" ", Math.ceil(name.length / 2) + 3);
  return cut > 0 ? [name.slice(0, cut), name.slice(cut + 1)] : [name];
}

/**
 * The sizes that panels side by side need with a font.
 * @param {number} font
 * @param {Columns[]} columns  for each panel
 * @param {string[]} names
 * @param {number} width
 */
function sizesFor(font, columns, names, width) {
  const most = Math.floor((NAME_SHARE * width) / (NAME_CHARACTER * font));
  const wrapped = names.map((name) => nameLines(name, most));
  const longest = Math.max(...wrapped.flat().map((line) => line.length));
  const label = Math.ceil(longest * NAME_CHARACTER * font + 12);
  const cells = columns.map(({ letters }) => Math.max(letters * CELL_CHARACTER * font + 4, 1.65 * font));
  const cellsWidth = cells.reduce((sum, cell, n) => sum + cell * columns[n].count, 0);
  const fixed = label + (GAP + EDGE) * columns.length;
  return { label, cells, fixed, total: fixed + cellsWidth, most, isWrapped: wrapped.some(({ length }) => length > 1) };
}

/**
 * The sizes of panels side by side, with the largest font that fits; cells use up spare width.
 * @param {number} width
 * @param {Columns[]} columns  for each panel
 * @param {string[]} names
 * @param {number} largestFont
 * @returns {PanelSize[]}
 */
export function fitPanels(width, columns, names, largestFont) {
  let font = largestFont;
  while (font > SMALLEST_FONT && sizesFor(font, columns, names, width).total > width) font -= 0.5;
  const { label, cells, fixed, total, most, isWrapped } = sizesFor(font, columns, names, width);
  const growth = Math.max(1, (width - fixed) / (total - fixed));
  const row = Math.round(font * (isWrapped ? 2.5 : 1.95));
  return cells.map((cell) => ({
    font,
    label,
    most,
    cell: Math.min(cell * growth, 5 * font),
    row,
    gap: GAP,
    edge: EDGE,
  }));
}
