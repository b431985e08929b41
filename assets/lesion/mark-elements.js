// Marks elements of the figures and the graph with classes, and keeps their accessible names in step.

/** @typedef {(HTMLElement | SVGElement)} Shape */

const PATTERNED = ".skin path";

export class ElementMarker {
  /**
   * @param {any} highlighter  the elements of the page by node and edge
   * @param {Payload} payload
   * @param {Record<string, string>} patterns  class → id of the pattern that fills skin of this class
   */
  constructor(highlighter, payload, patterns) {
    this.highlighter = highlighter;
    this.payload = payload;
    this.patterns = patterns;
    /** @type {Map<Shape, string>} element → its class */
    this.marked = new Map();
    /** @type {Map<Shape, string>} element → its accessible name without the state */
    this.plainNames = new Map();
  }

  /**
   * Replaces all marks.
   * @param {Record<string, Iterable<number>>} nodes  class → node indexes; later classes win
   * @param {Record<string, number[][]>} [edges]  class → pairs of node indexes
   * @param {((index: number) => string) | null} [stateOf]  the state of a node, for its accessible name
   */
  mark(nodes, edges = {}, stateOf = null) {
    /** @type {Map<Shape, string>} */
    const wanted = new Map();
    const { ids } = this.payload;
    for (const [name, indexes] of Object.entries(nodes))
      for (const index of indexes)
        for (const element of this.highlighter.byId.get(ids[index]) ?? []) wanted.set(element, name);
    for (const [name, pairs] of Object.entries(edges))
      for (const pair of pairs) {
        const edge = this.highlighter.edges.get(pair.map((index) => ids[index]).join(" "));
        if (edge) wanted.set(edge, name);
      }
    for (const [element, name] of this.marked) if (wanted.get(element) !== name) this.#removeClass(element, name);
    for (const [element, name] of wanted) if (this.marked.get(element) !== name) this.#addClass(element, name);
    this.marked = wanted;
    this.#updateNames(wanted, stateOf);
  }

  /**
   * @param {Shape} element
   * @param {string} name
   */
  #removeClass(element, name) {
    element.classList.remove(name);
    if (element.matches(PATTERNED)) element.style.fill = "";
  }

  /**
   * @param {Shape} element
   * @param {string} name
   */
  #addClass(element, name) {
    element.classList.add(name);
    if (element.matches(PATTERNED) && this.patterns[name]) element.style.fill = `url(#${this.patterns[name]})`;
  }

  /**
   * Appends the state to the accessible name of each marked element, and restores the names of the others.
   * @param {Map<Shape, string>} wanted
   * @param {((index: number) => string) | null} stateOf
   */
  #updateNames(wanted, stateOf) {
    for (const [element, name] of this.plainNames)
      if (!stateOf || !wanted.has(element)) element.setAttribute("aria-label", name);
    if (!stateOf) {
      this.plainNames.clear();
      return;
    }
    for (const element of wanted.keys()) {
      if (!element.hasAttribute("aria-label")) continue;
      if (!this.plainNames.has(element)) this.plainNames.set(element, element.getAttribute("aria-label"));
      const state = stateOf(this.payload.indexOf.get(element.dataset.node));
      element.setAttribute("aria-label", [this.plainNames.get(element), state].filter(Boolean).join(": "));
    }
  }

  clear() {
    this.mark({});
  }
}
