// Saves the figures as they are shown: as an SVG, or as a PNG of twice its size.
import { fetchJson, once } from "../app/fetch-json.js";
import { save, toPng } from "./download.js";
import { composeSheet } from "./sheet.js";

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
 * @param {"svg" | "png" | string} format
 * @param {{page: Page, state: State}} shown
 */
export async function saveImage(format, { page, state }) {
  const { text, width, height, stem } = await composeSheet(page, state, await loadSheet(page));
  const svg = new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}`], { type: "image/svg+xml" });
  save(format === "png" ? await toPng(text, width, height, PNG_SCALE) : svg, `${stem}.${format}`);
}
