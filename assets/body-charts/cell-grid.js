// A picture as a grid of square cells. A cell belongs to a shape if its middle lies in it.

/** @import { Polygon } from "./path-outline.js" */

export class CellGrid {
  /**
   * @param {number} width  of the picture
   * @param {number} height
   * @param {number} size  of a cell, in the same units
   */
  constructor(width, height, size) {
    this.columns = Math.ceil(width / size);
    this.rows = Math.ceil(height / size);
    this.size = size;
  }

  get count() {
    return this.columns * this.rows;
  }

  /**
   * The cells of a line whose middles lie between two places.
   * @param {number} from
   * @param {number} to  the end is not part of it
   * @param {number} most  how many cells the line has
   */
  #between(from, to, most) {
    const first = Math.max(0, Math.ceil(from / this.size - 0.5));
    return [first, Math.min(most, Math.ceil(to / this.size - 0.5))];
  }

  /**
   * Visits the cells inside some polygons; where they wind round a place in both directions, it is outside.
   * @param {Polygon[]} shapes
   * @param {(cell: number) => void} visit
   */
  fill(shapes, visit) {
    const edges = shapes.flatMap((shape) => shape.map((point, n) => [point, shape[(n + 1) % shape.length]]));
    const heights = edges.flatMap((edge) => edge.map(([, y]) => y));
    const [top, bottom] = this.#between(heights.reduce(least, Infinity), heights.reduce(most, -Infinity), this.rows);
    for (let row = top; row < bottom; row++) {
      const y = (row + 0.5) * this.size;
      /** @type {[number, number][]} where the line crosses an edge, and in which direction the edge runs */
      const crossings = [];
      for (const [[x0, y0], [x1, y1]] of edges)
        if (y0 <= y !== y1 <= y) crossings.push([x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), y0 <= y ? 1 : -1]);
      crossings.sort(([a], [b]) => a - b);
      let winding = 0;
      for (const [n, [x, turn]] of crossings.entries()) {
        winding += turn;
        if (!winding) continue;
        const [from, to] = this.#between(x, crossings[n + 1][0], this.columns);
        for (let column = from; column < to; column++) visit(row * this.columns + column);
      }
    }
  }

  /**
   * Visits the cells that a round brush covers on its way along a straight line.
   * @param {[number, number]} from
   * @param {[number, number]} to
   * @param {number} radius
   * @param {(cell: number) => void} visit
   */
  stroke([x0, y0], [x1, y1], radius, visit) {
    const [dx, dy] = [x1 - x0, y1 - y0];
    const length = dx * dx + dy * dy;
    const reach = radius + this.size; // the middles at the very edge are part of it
    const [left, right] = this.#between(Math.min(x0, x1) - reach, Math.max(x0, x1) + reach, this.columns);
    const [top, bottom] = this.#between(Math.min(y0, y1) - reach, Math.max(y0, y1) + reach, this.rows);
    for (let row = top; row < bottom; row++)
      for (let column = left; column < right; column++) {
        const [x, y] = [(column + 0.5) * this.size, (row + 0.5) * this.size];
        const along = length ? Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length)) : 0;
        const [aside, off] = [x - x0 - along * dx, y - y0 - along * dy];
        if (aside * aside + off * off <= radius * radius) visit(row * this.columns + column);
      }
  }
}

const least = (/** @type {number} */ a, /** @type {number} */ b) => Math.min(a, b);
const most = (/** @type {number} */ a, /** @type {number} */ b) => Math.max(a, b);
