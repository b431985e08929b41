// Where the heights of the body lie on the screen.

import { MOST_ROWS } from "./selection-rows.js";

/** @import { NetworkData } from "./types" */
/** @typedef {{name: string, top: number, bottom: number}} Band  a part of the body, in pixels */

/**
 * From heights in units of the figure to pixels of the network: beside the body where a view of it is on the screen,
 * else over the whole height.
 * @param {Pick<NetworkData, "views" | "height">} data
 * @param {HTMLElement} figures
 * @param {{top: number, height: number}} box  of the network
 * @param {number} margin  that stays free above and below when there is no body
 * @returns {(units: number) => number}
 */
export function bodyScale({ views, height }, figures, box, margin) {
  for (const view of views) {
    const body = figures.querySelector(`.view[data-view="${view}"]`)?.getBoundingClientRect();
    if (body?.height) return (units) => body.top - box.top + (units * body.height) / height;
  }
  return (units) => margin + (units * (box.height - 2 * margin)) / height;
}

/**
 * Between which heights the rows may lie: beside the body, or around it if it is too small.
 * @param {Pick<NetworkData, "height">} data
 * @param {(units: number) => number} scale
 * @param {number} height  of the network
 * @param {number} unit  height of a row
 */
export function rangeOf({ height: units }, scale, height, unit) {
  const [top, bottom] = [scale(0), scale(units)];
  const more = Math.max(unit, (MOST_ROWS * unit - (bottom - top)) / 2);
  const high = Math.min(height, bottom + more);
  return { low: Math.max(0, Math.min(top - more, high - MOST_ROWS * unit)), high };
}

/**
 * The parts of the body from above.
 * @param {Pick<NetworkData, "bands" | "height">} data
 * @param {(units: number) => number} scale
 * @returns {Band[]}
 */
export const bandsOf = ({ bands, height }, scale) =>
  bands.map(([name, top], at) => ({ name, top: scale(top), bottom: scale(bands[at + 1]?.[1] ?? height) }));
