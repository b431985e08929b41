// Draws the ways of two answers on figures and graph: the right one and the one that was chosen, told apart by tone,
// lines and signs; and the patch that is asked about.
import { element } from "../app/dom.js";
import { Marking } from "../lesion/mark-elements.js";
import { definePatterns, patch, svg } from "../lesion/loss-patterns.js";
import { bringForward } from "../lesion/scroll-into-view.js";

const TAKEN = ["only-a", "only-b", "both"];
const ENDINGS = ["territory", "muscle", "reflex"];
const SKIN = ["skin_of_root", "skin_of_nerve", "root_of_skin", "nerve_of_skin"];
const OF_LESION = ["muscle_weak", "reflex_lost"];

const BOX = { class: "patch", viewBox: "0 0 34 20", width: 34, height: 20, "aria-hidden": "true" };
const line = (name) => svg("svg", BOX, svg("path", { class: `quiz-line ${name}`, d: "M2 10H32" }));

export class Ways {
  constructor(page, words) {
    Object.assign(this, { page, words, payload: page.payload });
    this.marking = new Marking(page.highlighter, page.payload, definePatterns(TAKEN));
    const meant = { "only-a": "quiz.legend.a", "only-b": "quiz.legend.b", both: "quiz.legend.both" };
    const items = Object.entries(meant).map(([name, key]) => [
      name,
      element("li", {}, patch(name), line(name), words[key]),
    ]);
    this.items = Object.fromEntries(items);
    this.meant = meant;
    this.key = element(
      "ul",
      { className: "taken-legend", ariaLabel: words["quiz.legend"], hidden: true },
      Object.values(this.items),
    );
    page.figures.after(this.key);
  }

  lit(id) {
    return this.payload.pathway(id, this.payload.default_map);
  }

  kind(at) {
    return this.payload.kinds[at];
  }

  // The nodes on the way of the right answer.
  right({ kind, about, right, clicked }, answer) {
    if (OF_LESION.includes(kind)) return this.lit(answer).nodes;
    const own = this.lit(about).nodes;
    if (clicked)
      return this.#skin(
        own,
        right.map((id) => this.payload.place.get(id)),
      );
    const through = new Set([...this.lit(answer).nodes, this.payload.place.get(about)]);
    return own.filter((at) => through.has(at));
  }

  // The nodes on the way of what was chosen: of a target its own, of a root or a nerve all that it serves of the kind.
  chosen({ kind, clicked }, id) {
    const own = this.lit(id).nodes;
    const wanted = SKIN.includes(kind) ? "territory" : "muscle";
    if (clicked || OF_LESION.includes(kind)) return own;
    return own.filter((at) => !ENDINGS.includes(this.kind(at)) || this.kind(at) === wanted);
  }

  // A dermatome map other than the default may name more or less skin.
  #skin(nodes, targets) {
    return [...nodes.filter((at) => !ENDINGS.includes(this.kind(at))), ...targets];
  }

  ask(question) {
    this.clear();
    const at = this.payload.place.get(question.about);
    if (this.kind(at) !== "territory") return void bringForward(this.page.figures, "*");
    this.marking.wear({ asked: [at] }, {}, () => this.words["quiz.asked"]);
    bringForward(this.page.figures, ".asked");
  }

  // `a` and `b`: nodes of the two ways; without a second only the right one is drawn.
  draw(a, b) {
    const [inA, inB] = [new Set(a), new Set(b)];
    const taken = {
      "only-a": a.filter((at) => !inB.has(at)),
      "only-b": b.filter((at) => !inA.has(at)),
      both: a.filter((at) => inB.has(at)),
    };
    const edges = { "only-a": [], "only-b": [], both: [] };
    for (const [from, to] of this.payload.edges) {
      const [first, second] = [inA, inB].map((own) => own.has(from) && own.has(to));
      if (first || second) edges[first && second ? "both" : first ? "only-a" : "only-b"].push([from, to]);
    }
    this.page.highlighter.show(this.payload, null, "on");
    this.page.main.dataset.struck = "pair";
    this.taken = taken;
    this.marking.wear(taken, edges, (at) => this.says(at));
    for (const [name, item] of Object.entries(this.items)) item.hidden = !taken[name].length;
    this.key.hidden = false;
    bringForward(this.page.figures, ".only-a, .only-b, .both");
  }

  says(at) {
    const name = this.taken && TAKEN.find((one) => this.taken[one].includes(at));
    return name ? this.words[this.meant[name]] : "";
  }

  clear() {
    this.taken = null;
    this.key.hidden = true;
    delete this.page.main.dataset.struck;
    this.marking.clear();
  }
}
