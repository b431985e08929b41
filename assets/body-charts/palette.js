// The paints of a chart. Each has a colour and a symbol, so that colour is never the only sign.
import { make } from "../figures/svg-elements.js";

const TILE = 12;
const WASH = 0.24; // how strong the colour lies between the symbols
const LINE = 1.6;

export class Palette {
  /**
   * @param {string} prefix  of the custom properties that hold the colours: `--prefix-id`
   * @param {Record<string, string>} symbols  of each paint, on a square of 12 units that repeats without a seam
   */
  constructor(prefix, symbols) {
    this.prefix = prefix;
    this.symbols = symbols;
    /** Their ids in order; a step names a paint by its number, from 1. */
    this.ids = Object.keys(symbols);
  }

  #colourOf(/** @type {string} */ id) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${this.prefix}-${id}`).trim();
  }

  /**
   * All paints on a canvas, in order.
   * @param {CanvasRenderingContext2D} context
   * @param {number} size  of a symbol, in pixels of the canvas
   * @returns {CanvasPattern[]}
   */
  paintsOf(context, size) {
    return this.ids.map((id) => {
      const tile = document.createElement("canvas");
      tile.width = tile.height = Math.max(4, Math.round(size));
      const drawing = tile.getContext("2d");
      drawing.scale(tile.width / TILE, tile.height / TILE);
      drawing.fillStyle = drawing.strokeStyle = this.#colourOf(id);
      drawing.globalAlpha = WASH;
      drawing.fillRect(0, 0, TILE, TILE);
      drawing.globalAlpha = 1;
      drawing.lineWidth = LINE;
      drawing.stroke(new Path2D(this.symbols[id]));
      return context.createPattern(tile, "repeat");
    });
  }

  /**
   * A small piece of a paint, for keys and buttons.
   * @param {string} id
   * @param {boolean} [isFixed]  in the colour of the present theme, also when it is printed
   */
  swatch(id, isFixed = false) {
    const [across, down] = [3, 2];
    const tiles = Array.from({ length: across * down }, (_, n) => {
      const [x, y] = [(n % across) * TILE, Math.floor(n / across) * TILE];
      return make("path", { d: this.symbols[id], transform: `translate(${x} ${y})` });
    });
    const [width, height] = [across * TILE, down * TILE];
    const ground = make("rect", { width, height });
    const props = { class: "paint-swatch", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" };
    const drawing = make("svg", props, ground, ...tiles);
    drawing.style.color = isFixed ? this.#colourOf(id) : `var(--${this.prefix}-${id})`;
    return drawing;
  }
}
