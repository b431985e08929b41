// The places of the patches of skin, numbered, and their names.
import { filled } from "../app/dom.js";

/** @import { View } from "./painting.js" */

/** Places on the body that are no patch, and outside it. */
export const [OUTSIDE, BEYOND] = [0, 1];

/** The places of the patches of skin: two for each, since a patch is on either side. */
export class Places {
  /** @param {View[]} views */
  constructor(views) {
    this.territories = [...new Set(views.flatMap(({ patches }) => patches.map(([territory]) => territory)))];
    this.count = 2 + 2 * this.territories.length;
  }

  /**
   * @param {string} territory
   * @param {boolean} isLeft
   */
  of(territory, isLeft) {
    return 2 + 2 * this.territories.indexOf(territory) + Number(isLeft);
  }

  /** @param {number} place */
  territoryOf(place) {
    return this.territories[(place - 2) >> 1];
  }

  /** @param {number} place */
  isLeft(place) {
    return place % 2 === 1;
  }
}

/** @param {Record<string, string>} words @param {string} name @param {boolean} isLeft */
export const placeName = (words, name, isLeft) =>
  filled(words["drawing.patch"], { name, side: words[`drawing.side.${isLeft ? "left" : "right"}`] });
