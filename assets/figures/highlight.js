// Lights what is on a pathway by classes: on the figures, the graph and the root buttons at once.
export class Lights {
  constructor(places) {
    this.places = places.filter(Boolean);
    this.byId = new Map();
    this.edges = new Map();
    this.lit = new Set();
    this.pressed = [];
    this.seats = [];
    this.relearn();
  }

  // Takes in what its places hold; called again when more has been put there.
  relearn() {
    this.byId.clear();
    this.edges.clear();
    this.places.forEach((place) => this.learn(place));
  }

  learn(part) {
    for (const element of part.querySelectorAll("[data-node],[data-of]")) {
      const id = element.dataset.node ?? element.dataset.of;
      if (!this.byId.has(id)) this.byId.set(id, []);
      this.byId.get(id).push(element);
    }
    for (const edge of part.querySelectorAll("[data-from]")) {
      this.edges.set(`${edge.dataset.from} ${edge.dataset.to}`, edge);
    }
  }

  press(...ids) {
    for (const element of this.pressed) {
      element.setAttribute("aria-pressed", "false");
      element.classList.remove("chosen");
    }
    this.pressed = ids.flatMap((id) => this.byId.get(id) ?? []).filter((element) => element.dataset.node);
    for (const element of this.pressed) {
      element.setAttribute("aria-pressed", "true");
      element.classList.add("chosen");
    }
  }

  // `manner` is "on" for a selection, "hint" for a passing look.
  show(payload, answer, manner) {
    const lit = new Set();
    if (answer) {
      for (const at of answer.nodes) for (const element of this.byId.get(payload.ids[at]) ?? []) lit.add(element);
      for (const at of answer.edges) {
        const [from, to] = payload.edges[at];
        const edge = this.edges.get(`${payload.ids[from]} ${payload.ids[to]}`);
        if (edge) lit.add(edge);
      }
    }
    for (const element of this.lit) if (!lit.has(element)) element.classList.remove("lit");
    for (const element of lit) if (!this.lit.has(element)) element.classList.add("lit");
    this.lit = lit;
    for (const place of this.places) {
      place.classList.toggle("on", Boolean(answer) && manner === "on");
      place.classList.toggle("hint", Boolean(answer) && manner === "hint");
    }
    for (const element of this.seats) element.classList.remove("seat");
    this.seats = answer ? answer.seats.flatMap((at) => this.byId.get(payload.ids[at]) ?? []) : [];
    for (const element of this.seats) element.classList.add("seat");
    this.press(...(answer && manner === "on" ? answer.chosen.map((at) => payload.ids[at]) : []));
  }
}
