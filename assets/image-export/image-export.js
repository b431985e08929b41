// Exports what is shown: as SVG, as PNG at twice or four times the size, as a slide, or as a 3-D model.
import { fetchJson, once } from "../app/fetch-json.js";
import { save, toPng } from "./download.js";
import { makeModel } from "./model.js";
import { composeSheet } from "./sheet.js";
import { composeSlide } from "./slide.js";

/** Format → pixels for each pixel of the drawing. */
const SCALES = { png: 2, copy: 2, png4: 4, slide: 1 };

/**
 * The strings and names that a sheet needs.
 * @typedef {object} SheetBundle
 * @property {Record<string, string>} words
 * @property {string[]} nerves  names of the nerves by their number on the skin, from 1
 * @property {string[]} sources  names of all sources
 * @property {Record<string, number[]>} layers  positions of the sources of each layer
 */

/** @type {(page: Page) => Promise<SheetBundle>} */
export const loadSheet = once(({ answers }) => fetchJson(answers.sheet));

/**
 * What is taken: `only` one figure or all that are shown; `isClear` without a background; `scale`, how many pixels the
 * body in three dimensions has for a pixel of the page.
 * @typedef {{only: Element | null, isClear: boolean, scale?: number}} TakeOptions
 */

/**
 * @param {"svg" | "png" | "png4" | "slide" | "copy" | "glb" | string} form  "copy" makes a PNG, too
 * @param {{page: Page, state: State}} shown
 * @param {TakeOptions} options
 * @returns {Promise<{blob: Blob, name: string}>}  a file and its name
 */
export async function makeImage(form, { page, state }, options) {
  if (form === "glb") return makeModel(page, state, await loadSheet(page));
  const isSlide = form === "slide";
  const compose = isSlide ? composeSlide : composeSheet;
  const { text, width, height, stem } = await compose(page, state, await loadSheet(page), {
    ...options,
    scale: form === "png4" ? SCALES.png4 : SCALES.png,
  });
  if (form === "svg") {
    const parts = [`<?xml version="1.0" encoding="UTF-8"?>\n${text}`];
    return { blob: new Blob(parts, { type: "image/svg+xml" }), name: `${stem}.svg` };
  }
  const blob = await toPng(text, width, height, SCALES[form]);
  return { blob, name: `${stem}${isSlide ? "-slide" : ""}.png` };
}

/** @param {{blob: Blob, name: string}} image  to save */
export const keep = ({ blob, name }) => save(blob, name);
