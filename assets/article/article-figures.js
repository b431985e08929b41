// Draws on figures and graph what a passage lights: pathways, a lesion, or two places held together.
import { element } from "../app/dom.js";
import { ENDINGS } from "../lesion/lesions.js";
import { legend as lesionLegend } from "../lesion/lesion-legend.js";
import { Marking } from "../lesion/mark-elements.js";
import { definePatterns, patch } from "../lesion/loss-patterns.js";
import { bringForward } from "../lesion/scroll-into-view.js";
import { signs, strike, unstrike } from "../lesion/lesion-markers.js";

const LETTERS = ["A", "B"];
const TAKEN = { both: "both", "only-a": "onlyA", "only-b": "onlyB" };
const merged = (answers, name) => [...new Set(answers.flatMap((answer) => answer[name]))];

// Several pathways as one answer.
function together(answers) {
  const names = ["nodes", "edges", "seats", "chosen"];
  return Object.fromEntries(names.map((name) => [name, merged(answers, name)]));
}

export class Drawing {
  constructor(page, comparing) {
    const { words } = comparing;
    Object.assign(this, { page, comparing, payload: page.payload, lesions: comparing.lesions });
    this.marking = new Marking(page.highlighter, page.payload, definePatterns(["lost", "reduced", ...Object.keys(TAKEN)]));
    const meant = { both: "both.legend", "only-a": "only-a", "only-b": "only-b", spared: "spared" };
    this.meanings = Object.fromEntries(Object.entries(meant).map(([name, key]) => [name, words[`apart.${key}`]]));
    const items = Object.entries(this.meanings).map(([name, text]) => element("li", {}, patch(name), text));
    this.keys = {
      lesion: lesionLegend(this.lesions.words),
      pair: element("ul", { className: "taken-legend", ariaLabel: words["apart.legend"], hidden: true }, items),
    };
    page.figures.after(...Object.values(this.keys));
    this.said = () => "";
  }

  #wear(kind) {
    this.page.main.dataset.struck = kind;
    for (const [name, key] of Object.entries(this.keys)) key.hidden = name !== kind;
  }

  #signs(at, letter) {
    const { lesions, page, payload } = this;
    return lesions.seats(at).flatMap((site) => {
      const stretches = payload.kinds[site] === "nerve" ? lesions.nodes(site).slice(0, 1) : lesions.nodes(site);
      const nodes = stretches.map((node) => payload.ids[node]);
      return signs(page, lesions.alike(site), nodes, letter);
    });
  }

  // What stands with a text: a lesion, or two places, or the pathways of what it selects.
  shown({ select = [], lesion = "", pair = [] }, map) {
    if (lesion) this.lesion(lesion, map);
    else if (pair.length) this.pair(pair, map);
    else this.pathways(select, map);
  }

  pathways(ids, map) {
    this.clear();
    const answers = ids.map((id) => this.payload.pathway(id, map));
    this.page.highlighter.show(this.payload, answers.length ? together(answers) : null, "on");
    bringForward(this.page.figures, ".lit");
  }

  lesion(id, map) {
    const { lesions, payload } = this;
    const [at] = lesions.seats(payload.place.get(id));
    const lesion = lesions.of(at, map);
    this.#begin("lesion", this.#signs(at));
    this.said = (target) => lesions.words[`lesion.${lesions.state(lesion, target)}`].toLowerCase();
    const { thinned, cut, spared, reduced, lost, thinnedEdges, cutEdges } = lesion;
    const pairs = (edges) => edges.map((edge) => lesions.edges[edge]);
    const classes = { thinned, severed: cut, spared, reduced: reduced.keys(), lost };
    const edges = { thinned: pairs(thinnedEdges), severed: pairs(cutEdges) };
    this.marking.wear(classes, edges, (target) => this.says(target));
    bringForward(this.page.figures, ".lost, .reduced");
  }

  pair(ids, map) {
    const { comparing, lesions, payload } = this;
    const ats = ids.map((id) => payload.place.get(id));
    const held = comparing.held(...ats, map);
    this.#begin(
      "pair",
      LETTERS.flatMap((letter, n) => this.#signs(ats[n], letter)),
    );
    const taken = Object.fromEntries(Object.entries(TAKEN).map(([name, own]) => [name, held[own]]));
    this.said = (target) => this.meanings[Object.keys(TAKEN).find((name) => taken[name].includes(target)) ?? "spared"];
    const touched = Object.values(taken).flat();
    const spared = lesions.targets.filter((target) => !touched.includes(target));
    this.marking.wear({ spared, ...taken }, {}, (target) => this.says(target));
    bringForward(this.page.figures, ".both, .only-a, .only-b");
  }

  // What befell a target, in a word.
  says(at) {
    return ENDINGS.includes(this.payload.kinds[at]) ? this.said(at) : "";
  }

  #begin(kind, signed) {
    this.page.highlighter.show(this.payload, null, "on");
    this.#wear(kind);
    strike(signed);
  }

  clear() {
    this.said = () => "";
    this.#wear("");
    this.marking.clear();
    unstrike();
  }

  leave() {
    this.clear();
    delete this.page.main.dataset.struck;
  }
}
