// Draws the pathways of the right answer and of the chosen one in the figures and the graph, and marks the skin asked about.
import { element } from "../app/dom.js";
import { legendList } from "../lesion/legend-list.js";
import { TARGET_KINDS } from "../lesion/lesions.js";
import { ElementMarker } from "../lesion/mark-elements.js";
import { definePatterns, patch, svg } from "../lesion/loss-patterns.js";
import { scrollToMarked } from "../lesion/scroll-into-view.js";

/** @import { Question, QuestionBank } from "./question-bank.js" */
/** @import { Words } from "../lesion/types" */

/** @type {Record<string, string>} class → key of what it means */
const MEANINGS = { "only-a": "quiz.legend.a", "only-b": "quiz.legend.b", both: "quiz.legend.both" };
// Kinds of questions whose answers are patches of skin or their nerves and roots, and kinds about a lesion.
const SKIN_QUESTIONS = ["skin_of_root", "skin_of_nerve", "root_of_skin", "nerve_of_skin"];
const LESION_QUESTIONS = ["muscle_weak", "reflex_lost"];
// Kinds about the laboratory and the examination: a choice stands for itself, and a day for what it is asked about.
const OF_TESTS = ["test_stretches", "nerve_of_test", "fibrillation_day", "study_normal", "needle_tells"];

const BOX = { class: "patch", viewBox: "0 0 34 20", width: 34, height: 20, "aria-hidden": "true" };
const line = (/** @type {string} */ name) =>
  svg("svg", BOX, svg("path", { class: `quiz-line ${name}`, d: "M2 10H32" }));

export class AnswerPathways {
  /**
   * @param {Page} page
   * @param {Words} words
   * @param {QuestionBank} bank
   */
  constructor(page, words, bank) {
    this.things = bank.things;
    this.page = page;
    this.words = words;
    this.payload = page.payload;
    this.marker = new ElementMarker(page.highlighter, page.payload, definePatterns(["only-a", "only-b", "both"]));
    /** @type {Record<string, HTMLElement>} class → its item in the legend */
    this.legendItems = Object.fromEntries(
      Object.entries(MEANINGS).map(([name, key]) => [name, element("li", {}, patch(name), line(name), words[key])]),
    );
    this.legend = legendList(words["quiz.legend"], Object.values(this.legendItems));
    /** @type {Record<string, number[]> | null} class → the nodes that were drawn with it */
    this.drawn = null;
    page.figures.after(this.legend);
  }

  /** @param {string} id */
  #nodesOf(id) {
    const thing = this.things.get(id);
    if (thing) return thing.nodes;
    return this.payload.pathway(id, this.payload.default_map).nodes;
  }

  /** @param {number} index */
  #isTarget(index) {
    return TARGET_KINDS.includes(this.payload.kinds[index]);
  }

  /**
   * The nodes on the pathway of the right answer.
   * @param {Question} question
   * @param {string} answer
   */
  ofRight({ kind, about, right, clicked }, answer) {
    const { indexOf } = this.payload;
    if (OF_TESTS.includes(kind))
      return [answer, about].map((id) => this.#nodesOf(id)).find(({ length }) => length) ?? [];
    if (LESION_QUESTIONS.includes(kind)) return this.#nodesOf(answer);
    const nodes = this.#nodesOf(about);
    if (clicked) {
      // other dermatome maps than the default give the answers too, so they replace its targets
      const answers = right.map((id) => indexOf.get(id));
      return [...nodes.filter((index) => !this.#isTarget(index)), ...answers];
    }
    const nodesOfAnswer = new Set([...this.#nodesOf(answer), indexOf.get(about)]);
    return nodes.filter((index) => nodesOfAnswer.has(index));
  }

  /**
   * The nodes on the pathway of the chosen answer: of a target, its own; of a root or nerve, to the targets of the kind
   * that is asked about.
   * @param {Question} question
   * @param {string} id
   */
  ofChosen({ kind, clicked }, id) {
    const nodes = this.#nodesOf(id);
    if (clicked || [...LESION_QUESTIONS, ...OF_TESTS].includes(kind)) return nodes;
    const targetKind = SKIN_QUESTIONS.includes(kind) ? "territory" : "muscle";
    return nodes.filter((index) => !this.#isTarget(index) || this.payload.kinds[index] === targetKind);
  }

  /** Marks the skin that a question is about. @param {Question} question */
  markQuestion(question) {
    this.clear();
    const index = this.payload.indexOf.get(question.about);
    if (this.payload.kinds[index] !== "territory") {
      scrollToMarked(this.page.figures, "*");
      return;
    }
    this.marker.mark({ asked: [index] }, {}, () => this.words["quiz.asked"]);
    scrollToMarked(this.page.figures, ".asked");
  }

  /** Marks the skin that was chosen. @param {number} index */
  markChosen(index) {
    this.marker.mark({ asked: [index] }, {}, () => this.words["quiz.sign.chosen"]);
  }

  /**
   * @param {number[]} right  nodes on the pathway of the right answer
   * @param {number[]} chosen  nodes on the pathway of the chosen answer; empty if only the right one is drawn
   */
  draw(right, chosen) {
    const [inRight, inChosen] = [new Set(right), new Set(chosen)];
    /** @type {Record<string, number[]>} */
    const nodes = {
      "only-a": right.filter((index) => !inChosen.has(index)),
      "only-b": chosen.filter((index) => !inRight.has(index)),
      both: right.filter((index) => inChosen.has(index)),
    };
    /** @type {Record<string, number[][]>} */
    const edges = { "only-a": [], "only-b": [], both: [] };
    for (const [from, to] of this.payload.edges) {
      const [isRight, isChosen] = [inRight, inChosen].map((indexes) => indexes.has(from) && indexes.has(to));
      if (isRight || isChosen) edges[isRight && isChosen ? "both" : isRight ? "only-a" : "only-b"].push([from, to]);
    }
    this.page.highlighter.show(this.payload, null, "on");
    this.page.main.dataset.struck = "pair";
    this.drawn = nodes;
    this.marker.mark(nodes, edges, (index) => this.meaningOf(index));
    for (const [name, item] of Object.entries(this.legendItems)) item.hidden = !nodes[name].length;
    this.legend.hidden = false;
    scrollToMarked(this.page.figures, ".only-a, .only-b, .both");
  }

  /** Which pathways a node is on, in words. @param {number} index */
  meaningOf(index) {
    const name = this.drawn && Object.keys(MEANINGS).find((key) => this.drawn[key].includes(index));
    return name ? this.words[MEANINGS[name]] : "";
  }

  clear() {
    this.drawn = null;
    this.legend.hidden = true;
    delete this.page.main.dataset.struck;
    this.marker.clear();
  }
}
