// The skin of the body with what is painted of it, from the counts of all charts.
import { BEYOND } from "../body-charts/places.js";

/** @import { Count } from "../body-charts/overlap.js" */
/** @import { Places } from "../body-charts/places.js" */

/**
 * Patch → its size in square millimetres, and how much of it is painted, from 0 to 1.
 * @typedef {Map<string, {size: number, share: number}>} Skin
 */

/** The key of skin that is no patch. */
export const ELSEWHERE = "";

/**
 * A patch is seen on several charts and on both legs. It counts once: as large as where it is seen best, and painted as
 * far as where most of it is painted. So nobody has to paint the same skin twice.
 * @param {Count[]} counts  one for each chart
 * @param {Places} places
 * @returns {Skin}  painted skin that is no patch is at ELSEWHERE
 */
export function paintedSkin(counts, places) {
  /** @type {Skin} */
  const skin = new Map();
  for (const territory of places.territories) {
    const seen = [false, true].flatMap((isLeft) => {
      const place = places.of(territory, isLeft);
      return counts.map(({ weight, all, painted }) => ({
        size: weight * all[place],
        share: all[place] ? painted[place] / all[place] : 0,
      }));
    });
    const most = (/** @type {"size" | "share"} */ what) => Math.max(0, ...seen.map((one) => one[what]));
    skin.set(territory, { size: most("size"), share: most("share") });
  }
  const beyond = Math.max(0, ...counts.map(({ weight, painted }) => weight * painted[BEYOND]));
  if (beyond) skin.set(ELSEWHERE, { size: beyond, share: 1 });
  return skin;
}
