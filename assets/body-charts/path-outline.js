// Outlines of SVG paths as polygons.

/** @typedef {[number, number][]} Polygon */

const STEPS = 8; // straight lines for a curve: a patch has many short ones
const TOKEN = /[MmLlCcZz]|-?(?:\d+\.?\d*|\.\d+)/g;
const ARGUMENTS = { m: 2, l: 2, c: 6 };

/**
 * Points on a cubic curve, without its start.
 * @param {number[]} points  x and y of the start, two handles and the end
 * @returns {[number, number][]}
 */
function curve([x0, y0, x1, y1, x2, y2, x3, y3]) {
  return Array.from({ length: STEPS }, (_, step) => {
    const t = (step + 1) / STEPS;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
    return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3];
  });
}

/**
 * The closed polygons of a path of moves, lines and cubic curves.
 * @param {string} path  the attribute `d`
 * @returns {Polygon[]}
 */
export function polygons(path) {
  const tokens = path.match(TOKEN) ?? [];
  /** @type {Polygon[]} */
  const found = [];
  let [at, command, x, y] = [0, "M", 0, 0];
  while (at < tokens.length) {
    if (/[a-z]/i.test(tokens[at])) command = tokens[at++];
    const kind = command.toLowerCase();
    if (kind === "z") {
      [x, y] = found.at(-1)?.[0] ?? [0, 0];
      continue;
    }
    const count = ARGUMENTS[kind];
    const isRelative = command === kind;
    const places = tokens.slice(at, at + count).map((token, n) => Number(token) + (isRelative ? (n % 2 ? y : x) : 0));
    at += count;
    if (kind === "m") {
      found.push([]);
      command = isRelative ? "l" : "L"; // further pairs are lines
    }
    const line = found.at(-1);
    if (kind === "c") line.push(...curve([x, y, ...places]));
    else line.push([places[0], places[1]]);
    [x, y] = places.slice(-2);
  }
  return found;
}

/**
 * The mirror image in a picture of this width.
 * @param {Polygon[]} shapes
 * @param {number} width
 * @returns {Polygon[]}
 */
export const mirrored = (shapes, width) => shapes.map((shape) => shape.map(([x, y]) => [width - x, y]));
