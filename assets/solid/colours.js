// Colours as numbers: those of the materials, and those of the style sheet in the present theme.

/** @param {string} hex  "#rrggbb" @returns {number[]} */
export const fromHex = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/**
 * @param {number[]} a
 * @param {number[]} b
 * @param {number} share  of b
 */
export const mixed = (a, b, share) => a.map((value, n) => Math.round(value * (1 - share) + b[n] * share));

/** @param {number[]} colour */
export const asUnit = (colour) => colour.map((value) => value / 255);

/**
 * A colour of the present theme, which is read once until `forget` is called.
 */
export class ThemeColours {
  /** @param {Element} [place]  which has the custom properties */
  constructor(place = document.documentElement) {
    this.place = place;
  }

  /** @type {Map<string, number[]>} */
  #known = new Map();

  /**
   * @param {string} token  name of a CSS custom property, without dashes before it
   * @returns {number[]}
   */
  of(token) {
    if (!this.#known.has(token)) {
      const value = getComputedStyle(this.place).getPropertyValue(`--${token}`).trim();
      this.#known.set(token, /^#[0-9a-f]{6}$/i.test(value) ? fromHex(value) : [128, 128, 128]);
    }
    return this.#known.get(token);
  }

  forget() {
    this.#known.clear();
  }
}
