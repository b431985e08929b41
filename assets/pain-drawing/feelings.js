// The feelings that a drawing tells apart. Each has a colour and a symbol, so that colour is never the only sign.
import { make } from "../figures/svg-elements.js";

/** Their ids in order; a step names a feeling by its number, from 1. */
export const FEELINGS = ["pain", "burning", "tingling", "numbness", "ache"];

const TILE = 12;
const WASH = 0.24; // how strong the colour lies between the symbols
/** The symbol of each on a square of TILE units that repeats without a seam. */
const SYMBOLS = {
  pain: "M-2 14L14-2M-2 2L2-2M10 14L14 10",
  burning: "M2.5 2.5L9.5 9.5M9.5 2.5L2.5 9.5",
  tingling: "M8.8 6a2.8 2.8 0 1 1-5.6 0a2.8 2.8 0 1 1 5.6 0",
  numbness: "M0 3L12 3M0 9L12 9",
  ache: "M1.5 8.5L6 3.5 10.5 8.5",
};
const LINE = 1.6;

const colourOf = (/** @type {string} */ id) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--felt-${id}`).trim();

/**
 * The paint of a feeling on a canvas.
 * @param {CanvasRenderingContext2D} context
 * @param {number} feeling  its number
 * @param {number} size  of a symbol, in pixels of the canvas
 */
export function paintOf(context, feeling, size) {
  const id = FEELINGS[feeling - 1];
  const tile = document.createElement("canvas");
  tile.width = tile.height = Math.max(4, Math.round(size));
  const drawing = tile.getContext("2d");
  drawing.scale(tile.width / TILE, tile.height / TILE);
  drawing.fillStyle = drawing.strokeStyle = colourOf(id);
  drawing.globalAlpha = WASH;
  drawing.fillRect(0, 0, TILE, TILE);
  drawing.globalAlpha = 1;
  drawing.lineWidth = LINE;
  drawing.stroke(new Path2D(SYMBOLS[id]));
  return context.createPattern(tile, "repeat");
}

/**
 * A small piece of the paint of a feeling, for keys and buttons.
 * @param {string} id
 * @param {boolean} [isFixed]  in the colour of the present theme, also when it is printed
 */
export function swatch(id, isFixed = false) {
  const [across, down] = [3, 2];
  const tiles = Array.from({ length: across * down }, (_, n) => {
    const [x, y] = [(n % across) * TILE, Math.floor(n / across) * TILE];
    return make("path", { d: SYMBOLS[id], transform: `translate(${x} ${y})` });
  });
  const [width, height] = [across * TILE, down * TILE];
  const ground = make("rect", { width, height });
  const props = { class: `felt ${id}`, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" };
  const drawing = make("svg", props, ground, ...tiles);
  if (isFixed) drawing.style.color = colourOf(id);
  return drawing;
}
