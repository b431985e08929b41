// Names over the canvas, with lines to what they name.
import { element } from "../app/dom.js";
import { placeFitting } from "../figures/label-layout.js";
import { make } from "../figures/svg-elements.js";

const LINES = 2.45; // heights of a letter in a label of up to two lines
const LETTERS = 11.5; // widths of a letter in a column
const EDGE = 8;

/**
 * @typedef {{text: string, place: number[], isStrong?: boolean}} BodyLabel  `place` in metres
 */

export class BodyLabels {
  /** @param {HTMLElement} over  the element over the canvas */
  constructor(over) {
    this.over = over;
    this.lines = make("svg", { class: "solid-lines", "aria-hidden": "true" });
    this.names = element("div", { className: "solid-names", "aria-hidden": "true" });
    over.append(this.lines, this.names);
    /** @type {BodyLabel[]} the most important first */
    this.labels = [];
  }

  /**
   * Places the labels for a camera.
   * @param {(place: number[]) => {x: number, y: number, isSeen: boolean}} project  pixels of the canvas
   * @param {{width: number, height: number}} size  of the canvas
   * @param {number} top  pixels at the upper edge that are covered
   */
  draw(project, { width, height }, top) {
    const letter = parseFloat(getComputedStyle(this.names).fontSize);
    const column = Math.min(LETTERS * letter, width / 4);
    const room = LINES * letter;
    const inner = width - 2 * column - 2 * EDGE;
    const shown = this.labels
      .map((label) => ({ label, ...project(label.place) }))
      .filter(({ x, y, isSeen }) => isSeen && x > 0 && x < width && y > 0 && y < height)
      .map(({ label, x, y }) => ({ label, x: x - column - EDGE, y: y - top, room, left: false, row: 0 }));
    const placed = width < 3 * column ? [] : placeFitting(shown, inner, height - top - EDGE, 0);
    this.lines.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const edge = (left) => (left ? column + EDGE : width - column - EDGE);
    this.lines.replaceChildren(
      ...placed.map(({ x, y, left, row }) =>
        make("path", { d: `M${edge(left)} ${row + top}L${x + column + EDGE} ${y + top}`, class: "solid-line" }),
      ),
    );
    this.names.replaceChildren(
      ...placed.map(({ label, left, row }) => {
        const name = element("span", { className: `solid-label ${left ? "left" : "right"}` }, label.text);
        if (label.isStrong) name.classList.add("strong");
        name.style.top = `${row + top}px`;
        name.style.width = `${column}px`;
        return name;
      }),
    );
  }
}
