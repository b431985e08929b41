// Names over the canvas, with lines to what they name.
import { element } from "../app/dom.js";
import { make } from "../figures/svg-elements.js";
import { placeInColumns } from "./label-columns.js";

const LETTERS = 11.5; // widths of a letter in a column
const SHARE = 0.33; // of the picture that a column takes at most
const FEWEST_LETTERS = 6; // in a narrower column names would be torn apart
const EDGE = 8; // pixels between a name and its line
const GAP = 3; // pixels between names

/**
 * @typedef {{text: string, place: number[], isStrong?: boolean}} BodyLabel  `place` in metres
 */

export class BodyLabels {
  /** @type {{label: BodyLabel, name: HTMLElement, room: number}[]} */
  #names = [];
  #measuredFor = "";

  /** @param {HTMLElement} over  the element over the canvas */
  constructor(over) {
    this.lines = make("svg", { class: "solid-lines", "aria-hidden": "true" });
    this.names = element("div", { className: "solid-names", "aria-hidden": "true" });
    over.append(this.lines, this.names);
  }

  /** @param {BodyLabel[]} labels  the most important first */
  set(labels) {
    this.#names = labels.map((label) => {
      const name = element("span", { className: "solid-label", hidden: true }, label.text);
      name.classList.toggle("strong", Boolean(label.isStrong));
      return { label, name, room: 0 };
    });
    this.names.replaceChildren(...this.#names.map(({ name }) => name));
    this.#measuredFor = "";
  }

  /** Lets the names wrap in a column of this width, and measures their heights. */
  #measure(column, letter) {
    const key = `${column} ${letter} ${document.fonts.status}`;
    if (key === this.#measuredFor) return;
    this.#measuredFor = key;
    for (const { name } of this.#names) Object.assign(name, { hidden: false }).style.width = `${column}px`;
    for (const one of this.#names) one.room = one.name.offsetHeight + GAP;
  }

  /**
   * Places the labels for a camera.
   * @param {(place: number[]) => {x: number, y: number, isSeen: boolean}} project  pixels of the canvas
   * @param {{width: number, height: number}} size  of the canvas
   * @param {number} top  pixels at the upper edge that are covered
   */
  draw(project, { width, height }, top) {
    const letter = parseFloat(getComputedStyle(this.names).fontSize);
    const column = Math.round(Math.min(LETTERS * letter, SHARE * width));
    this.#measure(column, letter);
    const seen = this.#names
      .map((one) => ({ ...one, ...project(one.label.place) }))
      .filter(({ x, y, isSeen }) => isSeen && x > 0 && x < width && y > top && y < height)
      .map((one) => ({ ...one, y: one.y - top }));
    const free = { width, height: height - top - EDGE };
    const placed = column < FEWEST_LETTERS * letter ? [] : placeInColumns(seen, free, column + EDGE);
    this.lines.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.lines.replaceChildren(
      ...placed.map(({ x, y, bend, edge, row }) =>
        make("path", { d: `M${edge} ${row + top}L${bend} ${y + top}H${x}`, class: "solid-line" }),
      ),
    );
    const shown = new Set(placed.map(({ name }) => name));
    for (const { name } of this.#names) name.hidden = !shown.has(name);
    for (const { name, left, row } of placed) {
      name.classList.toggle("left", left);
      name.classList.toggle("right", !left);
      name.style.top = `${row + top}px`;
    }
  }
}
