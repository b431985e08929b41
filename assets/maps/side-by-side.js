// Shows the figures twice for two maps: the figures themselves, and a copy next to them that follows plate and scrolling.
import { element } from "../app/dom.js";
import { makeRoving } from "../app/roving-tabindex.js";
import { fitMarks } from "../figures/skin-fill.js";

/** @import { DermatomeMaps } from "./dermatome-maps.js" */

// Attributes that must not occur twice on the page, or that refer to ids that must not.
const UNIQUE_ATTRIBUTES = ["id", "aria-labelledby"];

/**
 * @param {HTMLElement} figures
 * @returns {HTMLElement}
 */
function copyOf(figures) {
  const copy = /** @type {HTMLElement} */ (figures.cloneNode(true));
  for (const svg of copy.querySelectorAll("svg[aria-labelledby]")) {
    const label = document.getElementById(svg.getAttribute("aria-labelledby"));
    svg.setAttribute("aria-label", label?.textContent ?? "");
    if (label?.dataset.sided) svg.setAttribute("data-sided-label", label.dataset.sided);
  }
  for (const labelled of [copy, ...copy.querySelectorAll("[id], [aria-labelledby]")])
    for (const name of UNIQUE_ATTRIBUTES) labelled.removeAttribute(name);
  for (const focusable of copy.querySelectorAll("[tabindex]")) focusable.setAttribute("tabindex", "-1");
  for (const overlay of copy.querySelectorAll(".labels, .pulse")) overlay.remove();
  copy.id = "figures-twin";
  return copy;
}

export class SideBySide {
  /**
   * @param {HTMLElement} figures
   * @param {DermatomeMaps} maps
   * @param {(pair: string[]) => void} onChoose  called with the ids of two maps
   */
  constructor(figures, { words, data: { choices } }, onChoose) {
    this.figures = figures;
    /** @type {HTMLElement | null} */
    this.copy = null;
    // How many shapes the copied figures had.
    this.copiedCount = 0;
    /** @type {string[]} */
    this.pair = [];
    const labels = [words["maps.first"], words["maps.second"]];
    const options = () => Object.entries(choices).map(([value, name]) => element("option", { value }, name));
    const chosen = () => this.lists.map((list) => list.value);
    // choosing the map of the other side makes the two trade places
    const changed = () => {
      const [a, b] = chosen();
      onChoose(a === b ? [...this.pair].reverse() : [a, b]);
    };
    this.lists = labels.map((_, n) => element("select", { id: `map-${n}`, on: { change: changed } }, options()));
    const [first, second] = this.lists.map((list, n) =>
      element("label", { className: `map-side side-${n}`, htmlFor: list.id }, element("span", {}, labels[n]), list),
    );
    const swapProps = {
      type: "button",
      className: "plain map-swap",
      title: words["maps.swap"],
      ariaLabel: words["maps.swap"],
      on: { click: () => onChoose(chosen().reverse()) },
    };
    const swap = element("button", swapProps, "⇄");
    this.head = element("div", { className: "map-heads", hidden: true }, first, swap, second);
    figures.before(this.head);
    this.scrollListeners = new AbortController();
  }

  /** The figures and, while two maps are shown, their copy. */
  get places() {
    return [this.figures, this.copy].filter(Boolean);
  }

  // Overlays and figures of other plates are added to the figures late, so the copy may be out of date.
  #updateCopy() {
    const count = this.figures.querySelectorAll(".view *").length;
    if (this.copy && this.copiedCount === count) return;
    const copy = copyOf(this.figures);
    if (this.copy) this.copy.replaceWith(copy);
    else this.figures.after(copy);
    [this.copy, this.copiedCount] = [copy, count];
    makeRoving(copy);
    fitMarks(copy);
    this.#scrollTogether();
  }

  #scrollTogether() {
    this.scrollListeners.abort();
    this.scrollListeners = new AbortController();
    const options = { passive: true, signal: this.scrollListeners.signal };
    for (const [from, to] of [
      [this.figures, this.copy],
      [this.copy, this.figures],
    ])
      from.addEventListener("scroll", () => (to.scrollLeft = from.scrollLeft), options);
  }

  /**
   * @param {string[]} pair  ids of two maps
   * @param {string[]} names
   */
  show(pair, names) {
    this.pair = pair;
    this.#updateCopy();
    this.copy.dataset.plate = this.figures.dataset.plate;
    const figures = [...this.figures.querySelectorAll("figure")];
    for (const [n, figure] of [...this.copy.querySelectorAll("figure")].entries()) figure.hidden = figures[n].hidden;
    for (const [n, list] of this.lists.entries()) list.value = pair[n];
    for (const [n, place] of this.places.entries()) {
      place.setAttribute("role", "group");
      place.setAttribute("aria-label", names[n]);
    }
    this.head.hidden = this.copy.hidden = false;
  }

  hide() {
    this.head.hidden = true;
    this.figures.removeAttribute("role");
    this.figures.removeAttribute("aria-label");
    this.scrollListeners.abort();
    this.copy?.remove();
    [this.copy, this.copiedCount] = [null, 0];
  }
}
