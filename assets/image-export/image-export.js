// Makes files of the figures as they are shown: an SVG, a PNG of twice its size, or a slide.
import { fetchJson, once } from "../app/fetch-json.js";
import { save, toPng } from "./download.js";
import { composeSheet } from "./sheet.js";
import { composeSlide } from "./slide.js";

const PNG_SCALE = 2;

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
 * What is taken: `only` one figure or all that are shown; `isClear` without a background.
 * @typedef {{only: Element | null, isClear: boolean}} TakeOptions
 */

/**
 * @param {"svg" | "png" | "slide" | "copy" | string} form  "copy" makes a PNG, too
 * @param {{page: Page, state: State}} shown
 * @param {TakeOptions} options
 * @returns {Promise<{blob: Blob, name: string}>}  a file and its name
 */
export async function makeImage(form, { page, state }, options) {
  const isSlide = form === "slide";
  const compose = isSlide ? composeSlide : composeSheet;
  const { text, width, height, stem } = await compose(page, state, await loadSheet(page), options);
  if (form === "svg") {
    const parts = [`<?xml version="1.0" encoding="UTF-8"?>\n${text}`];
    return { blob: new Blob(parts, { type: "image/svg+xml" }), name: `${stem}.svg` };
  }
  const blob = await toPng(text, width, height, isSlide ? 1 : PNG_SCALE);
  return { blob, name: `${stem}${isSlide ? "-slide" : ""}.png` };
}

/** @param {{blob: Blob, name: string}} image  to save */
export const keep = ({ blob, name }) => save(blob, name);
