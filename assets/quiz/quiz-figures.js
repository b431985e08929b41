// What the figures show of a question: bare skin with what is asked about, then both ways, or what two lesions take.
import { Drawing } from "../article/article-figures.js";
import { fetchComparing } from "../compare/comparison.js";
import { signs, strike, unstrike } from "../lesion/lesion-markers.js";
import { Ways } from "./answer-pathways.js";

const PLACES = "place_of_lesion";
const AT_SITE = ["muscle_weak", "reflex_lost"];

export class Showing {
  // `again` is called once the lesions that a question speaks of have arrived.
  constructor(page, words, again) {
    Object.assign(this, { page, payload: page.payload, again, drawing: null, lesions: null, fetching: null });
    this.ways = new Ways(page, words);
  }

  get ready() {
    return Boolean(this.lesions);
  }

  // The lesions come with the first question that speaks of one.
  #fetch({ kind }) {
    if (this.lesions || ![PLACES, ...AT_SITE].includes(kind)) return;
    this.fetching ??= fetchComparing(this.page).then(
      (comparing) => {
        this.lesions = comparing.lesions;
        this.drawing = new Drawing(this.page, comparing);
        this.again();
      },
      (error) => {
        this.fetching = null;
        console.error(error);
      },
    );
  }

  // The sign of the lesion stands where the question says that it sits.
  #strike({ kind, about }) {
    if (!this.lesions || !AT_SITE.includes(kind)) return;
    const at = this.payload.place.get(about);
    const nodes = this.lesions.nodes(at).map((node) => this.payload.ids[node]);
    strike(signs(this.page, this.lesions.alike(at), nodes));
  }

  ask(question) {
    this.clear();
    this.#fetch(question);
    this.ways.ask(question);
    this.#strike(question);
  }

  answer(question, { answer, chosen, isRight }) {
    this.clear();
    this.#fetch(question);
    const other = isRight ? null : chosen;
    const map = this.payload.default_map;
    if (question.kind !== PLACES) {
      this.ways.draw(this.ways.right(question, answer), other ? this.ways.chosen(question, other) : []);
      this.#strike(question);
    } else if (other) this.drawing?.pair([answer, other], map);
    else this.drawing?.lesion(answer, map);
  }

  // What a lesion at a place does to a target: lost, reduced or spared.
  befalls(site, target) {
    const { place, default_map: map } = this.payload;
    return this.lesions?.state(this.lesions.of(place.get(site), map), place.get(target));
  }

  // Whether what was chosen is drawn, but only on figures that are not on the plate.
  get elsewhere() {
    const drawn = [...this.page.figures.querySelectorAll(":is(.skin, .nerves) .only-b")];
    return drawn.length > 0 && drawn.every((one) => one.closest("figure").hidden);
  }

  says(at) {
    return this.drawing?.says(at) || this.ways.says(at);
  }

  clear() {
    this.drawing?.leave();
    this.ways.clear();
    unstrike();
    this.page.highlighter.show(this.payload, null, "on");
  }
}
