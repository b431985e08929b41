// Everything that a classroom can ask: the questions of the quiz, and those of tours. In words, as choices, and in the figures.
import { filled } from "../app/dom.js";
import { part } from "../panel/component-tree.js";
import { newSeed, shuffled } from "../quiz/seeded-random.js";
import { fetchTours } from "../tours/tour-route.js";
import { KIND, TourQuestions } from "./tour-questions.js";

/** @import { Answer, Question } from "../quiz/question-bank.js" */
/** @import { Quiz } from "../quiz/quiz.js" */

const MOST_NAMES = 5; // of the right answers to a tap on the body
const PLAIN = "plain";

export class RoomQuestions {
  /**
   * @param {Page} page
   * @param {Quiz} quiz
   * @param {() => void} onLoad  called when the questions of tours have loaded
   */
  constructor(page, quiz, onLoad) {
    this.page = page;
    this.quiz = quiz;
    this.words = quiz.words;
    this.onLoad = onLoad;
    /** @type {TourQuestions | null} */
    this.tours = null;
    this.isAsking = false;
    void this.#load();
  }

  async #load() {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      this.tours = new TourQuestions(await fetchTours(this.page));
      this.onLoad();
    } catch (error) {
      console.error(error);
    }
    this.isAsking = false;
  }

  /** The kinds of questions, each with its name; "" for all of the quiz. @returns {[kind: string, name: string][]} */
  get kinds() {
    const { words, quiz } = this;
    const ofQuiz = quiz.bank.kinds.map((kind) => /** @type {[string, string]} */ ([kind, words[`quiz.kind.${kind}`]]));
    return [["", words["room.kind.all"]], [KIND, words["room.kind.tour"]], ...ofQuiz];
  }

  /**
   * The questions of a kind: those of the quiz in random order, those of tours by tour and in order.
   * @param {string} kind
   * @returns {{name: string, ids: string[]}[]}
   */
  groups(kind) {
    if (kind === KIND) return this.tours?.groups ?? [];
    return [{ name: "", ids: shuffled(this.quiz.bank.matching({ level: "", asked: kind }), newSeed()) }];
  }

  /** Whether a question cannot be shown yet: the tours are still loading, or did not load before. @param {string} id */
  isLoading(id) {
    const isMissing = !this.tours && id.startsWith(`${KIND}.`);
    if (isMissing) void this.#load();
    return isMissing;
  }

  /** @param {string} id @returns {Question | null} */
  get(id) {
    return this.quiz.bank.questions.get(id) ?? this.tours?.questions.get(id) ?? null;
  }

  /**
   * @param {Question} question
   * @param {string} seed
   * @returns {string[]}  empty when the body is tapped
   */
  choices({ id, kind, clicked }, seed) {
    if (clicked) return [];
    return kind === KIND ? this.tours.choices(id) : this.quiz.bank.choices(id, seed);
  }

  /**
   * @param {Question} question
   * @param {string} voice
   */
  textOf(question, voice) {
    return question.kind === KIND ? this.tours.textOf(question.id) : this.quiz.questionBox.textOf(question, voice);
  }

  /** @param {string} id */
  nameOf(id) {
    return this.tours?.names.get(id) ?? this.quiz.bank.nameOf(id);
  }

  /** The right answers of a question as text; of many, the first. @param {Question} question */
  answersOf({ right, clicked }) {
    const separator = clicked ? "; " : ` ${this.words["ask.or"]} `;
    const names = right.slice(0, MOST_NAMES).map((id) => this.nameOf(id));
    const rest = right.length - names.length;
    const text = names.join(separator);
    return rest ? filled(this.words["quiz.more"], { names: text, n: rest }) : text;
  }

  /** The plate on which a question is asked. @param {Question} question */
  plateOf({ id, kind }) {
    const { plate } = this.page.defaults;
    return kind === KIND ? (this.tours.steps.get(id).step.asks.plate ?? plate) : this.quiz.plateOf(id);
  }

  /** @param {Question} question */
  draw(question) {
    this.quiz.figures.showQuestion(question);
  }

  /**
   * @param {Question} question
   * @param {Answer} answer
   */
  drawAnswer(question, answer) {
    const { quiz, page } = this;
    if (question.kind !== KIND) return quiz.figures.showAnswer(question, answer);
    const { step } = this.tours.steps.get(question.id);
    return quiz.figures.showIllustration(step, step.asks.map ?? page.payload.default_map);
  }

  /**
   * Why an answer is right.
   * @param {Question} question
   * @param {Answer} answer
   * @param {string} voice
   * @returns {Component[]}
   */
  panel(question, answer, voice) {
    const { quiz } = this;
    if (question.kind !== KIND) return quiz.explanation.panel(question, answer, quiz.figures);
    const { title, text, plain, claim } = this.tours.steps.get(question.id).step;
    const sources = { className: "link", "data-claim": claim, children: this.words["quiz.rows"] };
    const children = [
      part("H2", { children: title, tabIndex: -1 }),
      part("P", { children: voice === PLAIN ? plain : text }),
      part("P", { className: "links", children: part("Button", sources) }),
    ];
    return [part("Article", { className: "reason", children })];
  }
}
