// How large the figures are on the stage: the standing body fills the height, and the enlarged parts share what is left.

const BODY_SHARE = 0.85; // of the tallest figure's height, from which a figure counts as the body
const STANDING = 0.5; // greatest ratio of width to height of a standing body
const LEAST_SHARE = 0.3; // of the height, below which an enlarged part would enlarge nothing
const MOST_SHARE = 0.8; // of the height, so that the body stays the largest

/** @typedef {{width: number, height: number}} Size */

/**
 * @param {Size[]} figures  in their own units
 * @param {Size} room  in pixels
 * @param {number} gap  between two figures, in pixels
 * @returns {number[] | null}  the width of each figure in pixels, 0 for one that has no room; null if there is no
 *   standing body, or too little room beside it
 */
export function figureWidths(figures, room, gap) {
  const tallest = Math.max(...figures.map(({ height }) => height));
  const isBody = ({ height }) => height >= BODY_SHARE * tallest;
  const ratio = ({ width, height }) => width / height;
  const sum = (chosen) => chosen.reduce((total, figure) => total + ratio(figure), 0);
  const bodies = figures.filter(isBody);
  if (!bodies.length || bodies.some((figure) => ratio(figure) > STANDING)) return null;
  const others = figures.filter((figure) => !isBody(figure));
  const height = Math.min(room.height, (room.width - (bodies.length - 1) * gap) / sum(bodies));
  const left = room.width - height * sum(bodies) - (figures.length - 1) * gap;
  const own = others.length ? Math.min(left / sum(others), MOST_SHARE * height) : 0;
  if (others.length && own < LEAST_SHARE * height) {
    if (room.width > room.height) return null;
    return figures.map((figure) => (isBody(figure) ? ratio(figure) * height : 0));
  }
  return figures.map((figure) => ratio(figure) * (isBody(figure) ? height : own));
}

/**
 * The box around boxes, with a margin.
 * @param {{x: number, y: number, width: number, height: number}[]} boxes
 * @param {number} margin  share of the larger side
 * @returns {[x: number, y: number, width: number, height: number]}
 */
export function boxAround(boxes, margin) {
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const edge = margin * Math.max(right - left, bottom - top);
  return [left - edge, top - edge, right - left + 2 * edge, bottom - top + 2 * edge];
}

/**
 * The part of a figure that is shown when it is enlarged around a point.
 * @param {[x: number, y: number, width: number, height: number]} box  of the figure
 * @param {{x: number, y: number}} share  of the figure's width and height, where the point is
 * @param {number} times
 * @returns {[x: number, y: number, width: number, height: number]}
 */
export function boxAt([left, top, width, height], { x, y }, times) {
  const [wide, high] = [width / times, height / times];
  return [left + x * width - wide / 2, top + y * height - high / 2, wide, high];
}
