// The questions of a run on paper, with the answers on pages of their own. The same seed gives the same sheet.
import { element, filled } from "../app/dom.js";
import { styleLoader } from "../app/load-style-sheet.js";
import { printAlone } from "../share/print-alone.js";
import { qrCode } from "../share/qr-code.js";
import { bodyCharts } from "./body-sheet-chart.js";

/** @import { Explanation } from "./explanation.js" */
/** @import { QuestionBox } from "./question.js" */
/** @import { Question } from "./question-bank.js" */
/** @import { Words } from "../lesion/types" */

/**
 * @typedef {object} Sheet
 * @property {Question[]} questions
 * @property {string[][]} choices  of each question; none where it is answered on the body
 * @property {string} minutes  "" is no time
 * @property {string} address  of the questions
 * @property {string} answersAddress
 * @property {string} voice
 * @property {string} side
 * @property {(question: Question) => string} plateOf
 */

const LETTERS = ["A", "B", "C", "D"];
const loadStyle = styleLoader("paper-sheet");

export class QuestionSheet {
  /**
   * @param {Page} page
   * @param {Words} words
   * @param {QuestionBox} questionBox  writes the texts of questions
   * @param {Explanation} explanation
   */
  constructor(page, words, questionBox, explanation) {
    this.page = page;
    this.words = words;
    this.questionBox = questionBox;
    this.explanation = explanation;
  }

  /** @param {string} title @param {string} address @param {string} label  of the QR code @param {HTMLElement[]} lines */
  #head(title, address, label, ...lines) {
    const text = element("div", {}, element("h1", {}, this.words[title]), ...lines);
    text.append(element("p", { className: "paper-address" }, address));
    return element("header", {}, text, qrCode(address, this.words[label]));
  }

  /** Room for something written by hand. @param {string} key */
  #blank(key) {
    return element("span", { className: "by-hand" }, this.words[key], element("i", {}));
  }

  /** @param {Sheet} sheet @param {number} n */
  #question({ questions, choices, voice, side, plateOf }, n) {
    const { words, questionBox } = this;
    const question = questions[n];
    const given = question.given.map(([sign, ids]) => {
      const names = ids.map((id) => questionBox.nameOf(id)).join("; ");
      return element("p", {}, element("b", {}, `${words[`ask.given.${sign}`]}: `), names);
    });
    const offered = choices[n].map((id, at) => element("li", {}, `☐ ${LETTERS[at]}  ${questionBox.nameOf(id)}`));
    const answered = question.clicked
      ? [
          element("p", {}, words["quiz.sheet.mark"]),
          bodyCharts(this.page.figures, plateOf(question), side),
          element("p", {}, this.#blank("quiz.sheet.answer")),
        ]
      : [element("ul", { className: "offered" }, offered)];
    return element("li", {}, element("b", {}, questionBox.textOf(question, voice)), ...given, ...answered);
  }

  /** @param {Sheet} sheet @param {number} n */
  #answer({ questions, choices, voice }, n) {
    const { words, questionBox } = this;
    const question = questions[n];
    const at = choices[n].findIndex((id) => question.right.includes(id));
    const answer = choices[n][at] ?? question.right[0];
    const named = question.clicked ? questionBox.answersOf(question) : `${LETTERS[at]}  ${questionBox.nameOf(answer)}`;
    const why = this.explanation.sentences(question, answer).map((text) => element("p", {}, text));
    const sources = filled(words["quiz.sheet.sources"], { names: question.sources.join("; ") });
    return element(
      "li",
      {},
      questionBox.textOf(question, voice),
      element("p", {}, element("b", {}, `→ ${named}`)),
      ...why,
      element("p", { className: "paper-sources" }, sources),
    );
  }

  /** @param {Sheet} sheet */
  create(sheet) {
    const { words } = this;
    const { questions, minutes, address, answersAddress } = sheet;
    const names = element("p", {}, this.#blank("quiz.sheet.name"), this.#blank("quiz.sheet.date"));
    const time = minutes ? [element("p", {}, filled(words["quiz.sheet.time"], { n: minutes }))] : [];
    const asked = questions.map((_, n) => this.#question(sheet, n));
    const answers = questions.map((_, n) => this.#answer(sheet, n));
    const answerHead = this.#head("quiz.sheet.key", answersAddress, "quiz.sheet.code.key");
    return element(
      "section",
      { id: "question-sheet", className: "paper-sheet" },
      this.#head("quiz.sheet.title", address, "quiz.sheet.code", names, ...time),
      element("ol", { className: "asked" }, asked),
      element("section", { className: "paper-key" }, answerHead, element("ol", {}, answers)),
      element("p", { className: "paper-address" }, words["quiz.sheet.purpose"]),
    );
  }

  /** @param {Sheet} sheet */
  async print(sheet) {
    await loadStyle(this.page);
    printAlone(
      () => this.create(sheet),
      "paperSheet",
      () => {},
    );
  }
}
