// One tab stop for a whole figure. Arrow keys move to the nearest neighbour, with Shift along the highlighted pathway.
import { closest, findAll } from "../app/dom.js";
import { describeFocus, undescribeFocus } from "../app/node-labels.js";
import { NODE } from "./hit-test.js";

export const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ASIDE_COST = 2.5; // how much more a step aside counts than one ahead

function middle(element) {
  const box = (element.querySelector?.(".mark") ?? element).getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

/**
 * The nearest element in a direction.
 * @param {Element[]} elements
 * @param {Element} current
 * @param {number[]} direction
 */
export function neighbour(elements, current, [dx, dy]) {
  const [x, y] = middle(current);
  let best = null;
  let lowest = Infinity;
  for (const element of elements) {
    const [a, b] = middle(element);
    const ahead = (a - x) * dx + (b - y) * dy;
    const aside = Math.abs((a - x) * dy) + Math.abs((b - y) * dx);
    const cost = ahead + ASIDE_COST * aside;
    if (element !== current && ahead > 1 && cost < lowest) [best, lowest] = [element, cost];
  }
  return best;
}

/**
 * The ids on edges in pathway order: each branch to its end, then the next one.
 * @param {string[][]} edges  pairs of ids
 */
function inPathwayOrder(edges) {
  const ends = new Set(edges.map(([, to]) => to));
  const order = new Set();
  const follow = (id) => {
    if (order.has(id)) return;
    order.add(id);
    for (const [from, to] of edges) if (from === id) follow(to);
  };
  for (const [from] of edges) if (!ends.has(from)) follow(from);
  return [...order];
}

// checkVisibility would call parts of a hidden group of an SVG visible
const isShown = (element) => element.getClientRects().length > 0;

export class Roving {
  /** @type {HTMLElement} the node that has the tab stop */
  current;

  /**
   * @param {HTMLElement} figure
   * @param {() => string[][]} litEdges  the pairs of ids at the ends of the highlighted edges
   * @param {() => string | undefined} litWord  the word for a highlight, when it has been loaded
   */
  constructor(figure, litEdges, litWord) {
    this.figure = figure;
    this.litEdges = litEdges;
    this.litWord = litWord;
    this.current = figure.querySelector(NODE);
    if (!this.current) return;
    this.#moveStop(this.current);
    figure.addEventListener("focusin", (event) => this.#focused(event));
    figure.addEventListener("focusout", ({ target }) => {
      figure.removeAttribute("data-keyed");
      undescribeFocus(/** @type {Element} */ (target));
    });
    figure.addEventListener("keydown", (event) => {
      const target = this.#targetOf(event);
      if (!(event.key in DIRECTIONS) && !target) return;
      event.preventDefault();
      target?.focus();
    });
  }

  /** Moves the stop to a node that is shown. A figure without nodes takes the focus itself, so that keys scroll it. */
  update() {
    if (!this.current?.isConnected) this.current = this.figure.querySelector(NODE) ?? this.current;
    const first = isShown(this.current) ? this.current : this.#shown()[0];
    if (first && (first !== this.current || first.getAttribute("tabindex") !== "0")) this.#moveStop(first);
    if (first) this.figure.removeAttribute("tabindex");
    else this.figure.tabIndex = 0;
  }

  /** Says of the node in focus whether it is highlighted now. */
  describe() {
    const root = /** @type {Document | ShadowRoot} */ (this.figure.getRootNode());
    if (this.current === root.activeElement) describeFocus(this.current, this.litWord());
  }

  #shown() {
    return findAll(NODE, this.figure).filter(isShown);
  }

  #moveStop(element) {
    this.current.setAttribute("tabindex", "-1");
    this.current = element;
    element.setAttribute("tabindex", "0");
  }

  #focused(event) {
    const found = closest(event, NODE);
    if (!found) return;
    // an attribute, because a style rule with :has() would search all figures at each change in them
    this.figure.toggleAttribute("data-keyed", found.matches(".skin :focus-visible"));
    this.#moveStop(found);
    describeFocus(found, this.litWord());
  }

  /** The next element on the pathway. Of several elements of one node, one in the same drawing is preferred. */
  #alongPathway(step) {
    const byId = new Map();
    for (const element of this.#shown()) {
      const { node } = element.dataset;
      if (!element.classList.contains("lit")) continue;
      const drawing = /** @type {any} */ (element).ownerSVGElement;
      if (!byId.has(node) || drawing === /** @type {any} */ (this.current).ownerSVGElement) byId.set(node, element);
    }
    const order = inPathwayOrder(this.litEdges()).filter((id) => byId.has(id));
    const at = order.indexOf(this.current.dataset.node);
    return byId.get(at < 0 ? order.at(step > 0 ? 0 : -1) : order[at + step]);
  }

  #targetOf({ key, shiftKey }) {
    const direction = DIRECTIONS[key];
    if (shiftKey && direction?.[1]) return this.#alongPathway(direction[1]);
    if (direction) return neighbour(this.#shown(), this.current, direction);
    if (key === "Home") return this.#shown()[0];
    return key === "End" ? this.#shown().at(-1) : null;
  }
}
