// A pen that draws over the stage. Nothing of it is stored.
import { make } from "../figures/svg-elements.js";

const root = document.documentElement;

export class Pen {
  /** @param {HTMLElement} stage  the drawing is put next to it */
  constructor(stage) {
    this.sheet = make("svg", { id: "stage-pen", "aria-hidden": "true" });
    stage.after(this.sheet);
    /** @type {Element[]} the lines of the present stroke: its casing and its core */
    this.lines = [];
    this.points = "";
    this.sheet.addEventListener("pointerdown", (event) => this.#start(event));
    this.sheet.addEventListener("pointermove", (event) => this.#draw(event));
    addEventListener("resize", () => this.clear()); // the figures move away from under the strokes
    for (const name of ["pointerup", "pointercancel"]) this.sheet.addEventListener(name, () => (this.lines = []));
  }

  /** @returns {boolean}  whether the pen is now on */
  toggle() {
    return root.toggleAttribute("data-pen");
  }

  clear() {
    this.lines = [];
    this.sheet.replaceChildren();
  }

  end() {
    root.removeAttribute("data-pen");
    this.clear();
  }

  /** @param {PointerEvent} event */
  #start(event) {
    if (event.button) return;
    event.preventDefault();
    this.sheet.setPointerCapture(event.pointerId);
    this.lines = ["casing", "core"].map((name) => this.sheet.appendChild(make("polyline", { class: name })));
    this.points = "";
    this.#draw(event);
  }

  /** @param {PointerEvent} event */
  #draw({ clientX, clientY }) {
    if (!this.lines.length) return;
    // a single point is a dot only as a line of no length
    this.points += `${this.points ? "" : `${clientX},${clientY} `}${clientX},${clientY} `;
    for (const line of this.lines) line.setAttribute("points", this.points);
  }
}
