// The small texture in which the shaders look up how each part of a layer is painted (see shaders.js).
import { DataTexture, NearestFilter, RGBAFormat, UnsignedByteType } from "three";

/**
 * How a part is painted. Colours are red, green and blue from 0 to 255.
 * @typedef {object} Paint
 * @property {number[]} colour
 * @property {number} [opacity]  0 to 1; 0 hides it
 * @property {number[]} [lines]  colour of the lines of its pattern
 * @property {number} [pattern]  number of the pattern in shaders.js; 0 for none
 * @property {boolean} [isLit]
 * @property {boolean} [isSeenThrough]  shows through what covers it
 * @property {boolean} [isStrained]  a stretched nerve
 */

export class PaintTable {
  /** @param {number} count  of parts */
  constructor(count) {
    this.data = new Uint8Array(4 * 3 * count);
    this.count = count;
    this.texture = new DataTexture(this.data, count, 3, RGBAFormat, UnsignedByteType);
    this.texture.magFilter = this.texture.minFilter = NearestFilter;
  }

  /**
   * @param {number} part
   * @param {Paint} paint
   */
  set(
    part,
    { colour, opacity = 1, lines = colour, pattern = 0, isLit = false, isStrained = false, isSeenThrough = false },
  ) {
    const row = 4 * this.count;
    this.data.set([...colour, Math.round(opacity * 255)], 4 * part);
    this.data.set([...lines, pattern], row + 4 * part);
    this.data.set([isLit ? 255 : 0, isStrained ? 255 : 0, isSeenThrough ? 255 : 0, 255], 2 * row + 4 * part);
  }

  /** Hands the table to the graphics processor with the next frame. */
  update() {
    this.texture.needsUpdate = true;
  }
}
