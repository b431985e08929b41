// Marks figures and graph by classes, and takes off again what the last answer left.
const PATTERNED = ".skin path";

export class Marking {
  // `fills`: class → the id of the pattern that skin of this class is filled with.
  constructor(lights, payload, fills) {
    Object.assign(this, { lights, payload, fills });
    this.worn = new Map();
    this.names = new Map();
  }

  // `classes`: class → numbers of nodes; `edges`: class → pairs of numbers; `say`: number → a word for what befell it.
  wear(classes, edges = {}, say = null) {
    const wanted = new Map();
    const elements = (at) => this.lights.byId.get(this.payload.ids[at]) ?? [];
    for (const [name, all] of Object.entries(classes))
      for (const at of all) for (const element of elements(at)) wanted.set(element, name);
    for (const [name, all] of Object.entries(edges))
      for (const pair of all) {
        const edge = this.lights.edges.get(pair.map((at) => this.payload.ids[at]).join(" "));
        if (edge) wanted.set(edge, name);
      }
    for (const [element, name] of this.worn) if (wanted.get(element) !== name) this.#undress(element, name);
    for (const [element, name] of wanted) if (this.worn.get(element) !== name) this.#dress(element, name);
    this.worn = wanted;
    this.#name(wanted, say);
  }

  #undress(element, name) {
    element.classList.remove(name);
    if (element.matches(PATTERNED)) element.style.fill = "";
  }

  #dress(element, name) {
    element.classList.add(name);
    if (element.matches(PATTERNED) && this.fills[name]) element.style.fill = `url(#${this.fills[name]})`;
  }

  // What a shape is called says what befell it, as long as it did.
  #name(wanted, say) {
    for (const [element, own] of this.names) if (!say || !wanted.has(element)) element.setAttribute("aria-label", own);
    if (!say) return this.names.clear();
    for (const element of wanted.keys()) {
      if (!element.hasAttribute("aria-label")) continue;
      if (!this.names.has(element)) this.names.set(element, element.getAttribute("aria-label"));
      const word = say(this.payload.place.get(element.dataset.node));
      element.setAttribute("aria-label", [this.names.get(element), word].filter(Boolean).join(": "));
    }
  }

  clear() {
    this.wear({});
  }
}
