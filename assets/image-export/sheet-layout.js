// Lays out figures on a sheet: as on the page if all of them are in view there, else in rows.
const CAPTION = 34; // pixels below a figure
const GAP = 28; // pixels between figures
const LEAST_WIDTH = 1200; // pixels that all figures take together
const LARGEST_SCALE = 2.6; // of the size on the page

function inRows(boxes) {
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  const room = Math.max(...boxes.map(({ width }) => width), Math.sqrt(area * 2));
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  const placed = boxes.map((box) => {
    if (x && x + box.width > room) [x, y, rowHeight] = [0, y + rowHeight + CAPTION + GAP, 0];
    const at = { ...box, x, y };
    x += box.width + GAP;
    rowHeight = Math.max(rowHeight, box.height);
    width = Math.max(width, x - GAP);
    return at;
  });
  return { placed, width };
}

function asOnPage(boxes) {
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const placed = boxes.map((box) => ({ ...box, x: box.x - left, y: box.y - top }));
  return { placed, width: Math.max(...placed.map(({ x, width }) => x + width)) };
}

/**
 * A figure on a sheet, in pixels of the sheet. There is room for a caption below it.
 * @typedef {object} PlacedFigure
 * @property {SVGSVGElement} svg
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} scale  pixels for a unit of the drawing
 */

/**
 * @param {SVGSVGElement[]} drawings  of the page
 * @param {HTMLElement} plate  the element in which the page shows figures
 * @returns {{placed: PlacedFigure[], width: number, height: number}}
 */
export function layOut(drawings, plate) {
  const boxes = drawings.map((svg) => {
    const { x, y, width, height } = svg.getBoundingClientRect();
    return { svg, x, y, width, height };
  });
  const isInView = plate.scrollWidth <= plate.clientWidth + 2 && plate.scrollHeight <= plate.clientHeight + 2;
  const { placed, width } = isInView ? asOnPage(boxes) : inRows(boxes);
  const times = Math.min(LARGEST_SCALE, Math.max(1, LEAST_WIDTH / width));
  const scaled = placed.map(({ svg, ...box }) => ({
    svg,
    x: box.x * times,
    y: box.y * times,
    width: box.width * times,
    height: box.height * times,
    scale: (box.width * times) / svg.viewBox.baseVal.width,
  }));
  const bottom = Math.max(...scaled.map((box) => box.y + box.height));
  return { placed: scaled, width: width * times, height: bottom + CAPTION };
}
