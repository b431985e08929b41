// Explains in the panel why an answer is right and the chosen one is not, in sentences made from the payload.
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";

/** @import { Words } from "../lesion/types" */
/** @import { Answer, Question, QuestionBank } from "./question-bank.js" */
/** @import { QuizFigures } from "./quiz-figures.js" */

// How many names a sentence lists before it counts the others.
const MOST_NAMES = 5;
const LESION_QUESTIONS = ["muscle_weak", "reflex_lost"];
const PLACE_QUESTION = "place_of_lesion";
const NORMAL = "normal";

export class Explanation {
  /**
   * @param {Words} words
   * @param {Payload} payload
   * @param {QuestionBank} bank
   */
  constructor(words, payload, bank) {
    this.bank = bank;
    this.words = words;
    this.payload = payload;
  }

  /** @param {string} id */
  #nameOf(id) {
    return this.bank.nameOf(id);
  }

  /** @param {string[]} ids */
  #names(ids) {
    const names = ids
      .slice(0, MOST_NAMES)
      .map((id) => this.#nameOf(id))
      .join(", ");
    return ids.length > MOST_NAMES ? filled(this.words["quiz.more"], { names, n: ids.length - MOST_NAMES }) : names;
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} values
   */
  #sentence(key, values) {
    return filled(this.words[`quiz.${key}`], values);
  }

  /**
   * The nerves of a chain in order, without its root and target.
   * @param {number[]} chain
   * @param {number} target
   */
  #nervesOf(chain, target) {
    const { kinds, nerve_of: nerveOf } = this.payload;
    const steps = chain.filter((index) => kinds[index] !== "root" && index !== target);
    return [...new Set(steps.map((index) => nerveOf[index] ?? index))];
  }

  /**
   * The pathway from the roots to a target in one sentence. Where several nerves lead there, the first one is described.
   * @param {string} targetId
   * @param {string | null} [throughId]  a node that the pathway must pass
   * @returns {string}  "" if there is no such pathway
   */
  #pathway(targetId, throughId = null) {
    const { payload } = this;
    const [target, through] = [targetId, throughId].map((id) => payload.indexOf.get(id));
    const isThrough = (/** @type {number} */ index) => index === through || payload.nerve_of[index] === through;
    const chains = payload
      .pathway(targetId, payload.default_map)
      .chains.filter((chain) => chain.includes(target) && (!throughId || chain.some(isThrough)));
    if (!chains.length) return "";
    const nerves = this.#nervesOf(chains[0], target);
    const alongNerves = chains.filter((chain) => this.#nervesOf(chain, target).join() === nerves.join());
    const starts = new Set(alongNerves.map(([start]) => start));
    const roots = [...starts].filter((index) => payload.kinds[index] === "root");
    if (!roots.length) return "";
    const names = (/** @type {number[]} */ indexes) => indexes.map((index) => payload.names[index]).join(", ");
    const values = { roots: names(roots), nerves: names(nerves), target: this.#nameOf(targetId) };
    return this.#sentence(nerves.length ? "way" : "way.short", values);
  }

  /**
   * What a root or nerve supplies, of the kind that is asked about.
   * @param {string} id
   * @param {string} kind  of the question
   */
  #supply(id, kind) {
    const { payload } = this;
    const targetKind = kind.endsWith("muscle") ? "muscle" : "territory";
    const targets = payload
      .pathway(id, payload.default_map)
      .nodes.filter((index) => payload.kinds[index] === targetKind)
      .map((index) => payload.ids[index]);
    const values = { name: this.#nameOf(id), targets: this.#names(targets) };
    return this.#sentence(targets.length ? "serves" : "serves.none", values);
  }

  /**
   * Sentences on why an answer is right.
   * @param {Question} question
   * @param {string} answer
   */
  #whyRight({ kind, about, right, clicked, reasons, own }, answer) {
    if (own) return own.explanation.split("\n");
    if (reasons[answer]) return [reasons[answer]];
    const name = this.#nameOf(answer);
    if (kind === PLACE_QUESTION) return [this.#sentence("fits", { name })];
    if (LESION_QUESTIONS.includes(kind)) return [this.#sentence("takes", { name }), this.#pathway(answer)];
    if (!clicked) return [this.#pathway(about, answer)];
    const pathways = [answer, ...right].map((id) => this.#pathway(id, about));
    const values = { name: this.#nameOf(about), targets: this.#names(right) };
    return [this.#sentence("serves", values), pathways.find(Boolean)];
  }

  /**
   * The other right answers, in a sentence; "" if there are none.
   * @param {Question} question
   * @param {string} answer
   */
  #otherAnswers({ right, clicked }, answer) {
    const names = right
      .filter((id) => id !== answer)
      .map((id) => this.#nameOf(id))
      .join(", ");
    return names && !clicked ? this.#sentence("others", { names }) : "";
  }

  /**
   * Sentences on why an answer is right, and the other right answers.
   * @param {Question} question
   * @param {string} answer
   * @returns {string[]}
   */
  sentences(question, answer) {
    return [...this.#whyRight(question, answer), this.#otherAnswers(question, answer)].filter(Boolean);
  }

  /**
   * Sentences on why the chosen answer is wrong.
   * @param {Question} question
   * @param {string} id
   * @param {QuizFigures} figures  knows the effects of lesions
   */
  #whyWrong({ kind, given, clicked, reasons, own }, id, figures) {
    if (own) return [];
    if (reasons[id]) return [reasons[id]];
    const name = this.#nameOf(id);
    if (LESION_QUESTIONS.includes(kind)) return [this.#sentence("spares", { name }), this.#pathway(id)];
    if (clicked) return [this.#pathway(id)];
    if (kind !== PLACE_QUESTION) return [this.#supply(id, kind)];
    // a lesion there would spare what is weak or numb, or would also affect what is normal
    /** @type {Record<string, string[]>} */
    const contradictions = { leaves: [], also: [] };
    for (const [sign, targets] of given) {
      const [key, state] = sign === NORMAL ? ["also", "lost"] : ["leaves", "spared"];
      contradictions[key].push(...targets.filter((target) => figures.lossState(id, target) === state));
    }
    return Object.entries(contradictions)
      .filter(([, ids]) => ids.length)
      .map(([key, ids]) => this.#sentence(key, { name, names: this.#names(ids) }));
  }

  /**
   * @param {string} letter  of the lesion in the figures; "" where they show none
   * @param {string} title
   * @param {(string | undefined)[]} sentences
   */
  #side(letter, title, sentences) {
    const badge = letter
      ? [part("B", { className: `letter side-${letter.toLowerCase()}`, children: letter }), " "]
      : [];
    const lines = sentences.filter(Boolean).map((sentence) => part("P", { children: sentence }));
    return part("Section", { className: "part", children: [part("H3", { children: [...badge, title] }), ...lines] });
  }

  /**
   * @param {Question} question
   * @param {Answer} given
   * @param {QuizFigures} figures
   * @returns {Component[]}
   */
  panel(question, given, figures) {
    const { words } = this;
    const { answer, chosen, isRight } = given;
    const [a, b] = figures.lettersOf(question, given);
    const links = [...new Set([question.about, answer, ...(isRight ? [] : [chosen])])]
      .filter((id) => id && this.payload.has(id))
      .map((id) => part("Button", { className: "link", "data-node": id, children: this.#nameOf(id) }));
    const claims = question.rows.map(([claim, says]) =>
      part("Li", { children: part("Button", { className: "link", "data-claim": claim, children: says }) }),
    );
    const why = this.sentences(question, answer);
    const wrongSide = () => this.#side(b, words["quiz.why.chosen"], this.#whyWrong(question, chosen, figures));
    const rows = [part("H3", { children: words["quiz.rows"] }), part("Ul", { children: claims })];
    const children = [
      part("H2", { children: words["quiz.why"], tabIndex: -1 }),
      this.#side(a, words["quiz.why.right"], why),
      ...(isRight || !chosen || question.own ? [] : [wrongSide()]),
      part("P", { className: "links", children: links }),
      ...(question.own ? [] : [part("Section", { className: "part", children: rows })]),
    ];
    return [part("Article", { className: "reason", children })];
  }
}
