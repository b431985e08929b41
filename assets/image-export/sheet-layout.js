// Lays out figures on a sheet: as on the page if all of them are in view there, else in rows.
const CAPTION = 34; // pixels below a figure
const GAP = 28; // pixels between figures
const LEAST_WIDTH = 1200; // pixels that all figures take together
const LARGEST_SCALE = 2.6; // of the size on the page

/** Boxes in rows that are at most as wide as the room. */
function inRows(boxes, room) {
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

function inSquareRows(boxes) {
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  return inRows(boxes, Math.max(...boxes.map(({ width }) => width), Math.sqrt(area * 2)));
}

function asOnPage(boxes) {
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const placed = boxes.map((box) => ({ ...box, x: box.x - left, y: box.y - top }));
  return { placed, width: Math.max(...placed.map(({ x, width }) => x + width)) };
}

const boxesOf = (drawings) =>
  drawings.map((svg) => {
    const { x, y, width, height } = svg.getBoundingClientRect();
    return { svg, x, y, width, height };
  });

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
  const boxes = boxesOf(drawings);
  const isInView = plate.scrollWidth <= plate.clientWidth + 2 && plate.scrollHeight <= plate.clientHeight + 2;
  const { placed, width } = isInView ? asOnPage(boxes) : inSquareRows(boxes);
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

/**
 * Places figures in rows, side by side, so that they are as large as they can be in a room; each row is centred.
 * @param {SVGSVGElement[]} drawings  of the page
 * @param {number} width  of the room, in pixels
 * @param {number} height  of the room, in pixels
 * @returns {PlacedFigure[]}
 */
export function fillRoom(drawings, width, height) {
  const boxes = boxesOf(drawings);
  const rooms = boxes.map((_, last) => boxes.slice(0, last + 1).reduce((sum, box) => sum + box.width + GAP, 1));
  const widest = Math.max(...boxes.map((box) => box.width));
  const layouts = rooms.map((room) => {
    const { placed, width: across } = inRows(boxes, Math.max(room, widest));
    const tall = Math.max(...placed.map((box) => box.y + box.height)) + CAPTION;
    return { placed, across, tall, times: Math.min(width / across, height / tall) };
  });
  const { placed, across, tall, times } = layouts.reduce((best, one) => (one.times > best.times ? one : best));
  const bottoms = new Map();
  for (const { y, height: own } of placed) bottoms.set(y, Math.max(own, bottoms.get(y) ?? 0));
  return placed.map((box) => {
    const row = placed.filter(({ y }) => y === box.y);
    const end = Math.max(...row.map(({ x, width: own }) => x + own));
    return {
      svg: box.svg,
      x: (width - across * times) / 2 + (box.x + (across - end) / 2) * times,
      y: (height - tall * times) / 2 + (box.y + bottoms.get(box.y) - box.height) * times,
      width: box.width * times,
      height: box.height * times,
      scale: (box.width * times) / box.svg.viewBox.baseVal.width,
    };
  });
}
