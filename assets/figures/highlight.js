// Highlights a pathway by CSS classes on the figures, the graph and the root buttons at once.
export class Highlighter {
  /** @type {Map<string, HTMLElement[]>} elements by node id */
  byId = new Map();
  /** @type {Map<string, Element>} edges by the ids of both ends, separated by a space */
  edges = new Map();
  /** @type {Set<Element>} */
  #highlighted = new Set();
  /** @type {HTMLElement[]} */
  #pressed = [];
  /** @type {Record<string, HTMLElement[]>} class → the elements that have it */
  #classed = {};
  /** @type {{stretch: HTMLElement, nerve: Element, roots: string[], isIdle: boolean}[]} parts that carry only some roots */
  #stretches = [];

  /** @param {(HTMLElement | null)[]} containers  in which nodes and edges are highlighted */
  constructor(containers) {
    this.containers = containers.filter(Boolean);
    this.index();
  }

  /** Finds the nodes and edges; to be called again when figures have been added. */
  index() {
    this.byId.clear();
    this.edges.clear();
    this.#stretches = [];
    for (const container of this.containers) this.#indexContainer(container);
  }

  #indexContainer(container) {
    for (const element of container.querySelectorAll("[data-node],[data-of]")) {
      const id = element.dataset.node ?? element.dataset.of;
      if (!this.byId.has(id)) this.byId.set(id, []);
      this.byId.get(id).push(element);
    }
    for (const stretch of container.querySelectorAll("[data-roots]"))
      this.#stretches.push({
        stretch,
        nerve: stretch.closest("[data-node],[data-of]"),
        roots: stretch.dataset.roots.split(" "),
        isIdle: stretch.classList.contains("idle"),
      });
    for (const edge of container.querySelectorAll("[data-from]")) {
      this.edges.set(`${edge.dataset.from} ${edge.dataset.to}`, edge);
    }
  }

  /**
   * Marks these nodes as chosen and no others.
   * @param {...string} ids
   */
  press(...ids) {
    for (const element of this.#pressed) {
      element.setAttribute("aria-pressed", "false");
      element.classList.remove("chosen");
    }
    this.#pressed = ids.flatMap((id) => this.byId.get(id) ?? []).filter((element) => element.dataset.node);
    for (const element of this.#pressed) {
      element.setAttribute("aria-pressed", "true");
      element.classList.add("chosen");
    }
  }

  /**
   * Highlights a pathway and nothing else.
   * @param {Pick<Payload, "ids" | "edges">} payload
   * @param {Pick<Pathway, "nodes" | "edges" | "locations" | "chosen" | "added"> | null} pathway  null highlights nothing
   * @param {"on" | "hint"} strength  of a selection, or of a preview under the pointer
   */
  show(payload, pathway, strength) {
    const highlighted = pathway ? this.#elementsOf(payload, pathway) : new Set();
    for (const element of this.#highlighted) if (!highlighted.has(element)) element.classList.remove("lit");
    for (const element of highlighted) if (!this.#highlighted.has(element)) element.classList.add("lit");
    this.#highlighted = highlighted;
    this.#markIdle(payload, pathway);
    for (const container of this.containers)
      for (const name of ["on", "hint"]) container.classList.toggle(name, Boolean(pathway) && strength === name);
    const elementsAt = (at) => this.byId.get(payload.ids[at]) ?? [];
    this.#classify("seat", pathway?.locations.flatMap(elementsAt));
    this.#classify("added", pathway?.added?.flatMap(elementsAt));
    this.press(...(pathway && strength === "on" ? pathway.chosen.map((at) => payload.ids[at]) : []));
  }

  /** Gives these elements a class, and no others. */
  #classify(name, elements = []) {
    for (const element of this.#classed[name] ?? []) element.classList.remove(name);
    for (const element of elements) element.classList.add(name);
    this.#classed[name] = elements;
  }

  /** Marks the stretches of lit nerves that carry none of the lit roots, unless no root is lit. */
  #markIdle({ ids }, pathway) {
    const lit = new Set(pathway?.nodes.map((at) => ids[at]));
    const carries = ({ roots }) => roots.some((root) => lit.has(root));
    const hasRoots = this.#stretches.some(carries);
    for (const one of this.#stretches) {
      const isIdle = hasRoots && this.#highlighted.has(one.nerve) && !carries(one);
      if (isIdle !== one.isIdle) one.stretch.classList.toggle("idle", isIdle);
      one.isIdle = isIdle;
    }
  }

  #elementsOf({ ids, edges }, pathway) {
    const found = new Set();
    for (const at of pathway.nodes) for (const element of this.byId.get(ids[at]) ?? []) found.add(element);
    for (const at of pathway.edges) {
      const [from, to] = edges[at];
      const edge = this.edges.get(`${ids[from]} ${ids[to]}`);
      if (edge) found.add(edge);
    }
    return found;
  }
}
