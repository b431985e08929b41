// The end page of a run: the score, every question with its answer, and how to go on.
import { element, filled } from "../app/dom.js";
import { scoreByKind } from "./exam.js";

/** @import { Answer, Question } from "./question-bank.js" */
/** @import { Explanation } from "./explanation.js" */
/** @import { QuestionBox } from "./question.js" */
/** @import { Words } from "../lesion/types" */

/**
 * @typedef {object} ResultActions
 * @property {(ids: string[]) => void} repeat  starts a run of these questions
 * @property {() => void} restart  starts a new run of the same choice
 * @property {() => void} print  prints the run with its answers
 * @property {() => void} change  returns to the start page
 * @property {(n: number) => void} open  opens a question of the run
 * @property {() => string | null} address  the address of the run; null if others cannot open it
 */

export class QuizResult {
  /**
   * @param {Words} words
   * @param {QuestionBox} questionBox  writes the texts of questions and answers
   * @param {Explanation} explanation
   * @param {ResultActions} actions
   */
  constructor(words, questionBox, explanation, actions) {
    this.explanation = explanation;
    this.words = words;
    this.questionBox = questionBox;
    this.actions = actions;
    /** @type {string[]} ids of the questions that were answered wrongly */
    this.wrongIds = [];
    this.title = element("h2", { tabIndex: -1 }, words["quiz.result"]);
    this.score = element("p", { className: "score", role: "status" });
    this.repeatButton = this.#button("quiz.again", () => actions.repeat(this.wrongIds), "start");
    this.time = element("p", { className: "lead" });
    this.kinds = element("table", { className: "by-kind" });
    this.list = element("ol", { className: "run" });
    this.link = element("input", { type: "text", readOnly: true, id: "quiz-link", value: "" });
    const linkText = element("span", {}, words["quiz.link"]);
    this.linkLabel = element("label", { htmlFor: "quiz-link", hidden: true }, linkText, this.link);
    this.copyMessage = element("p", { className: "lead", role: "status" });
    this.copyButton = this.#button("quiz.copy", () => this.#copyAddress());
    const buttons = element(
      "p",
      { className: "acts" },
      this.repeatButton,
      this.#button("quiz.new", actions.restart),
      this.#button("quiz.change", actions.change),
      this.#button("quiz.sheet", actions.print),
      this.copyButton,
    );
    this.place = element(
      "div",
      { className: "result" },
      this.title,
      this.score,
      this.time,
      this.kinds,
      buttons,
      this.copyMessage,
      this.linkLabel,
      element("h3", {}, words["quiz.list"]),
      this.list,
    );
  }

  /**
   * @param {string} key  of the label
   * @param {() => void} onClick
   * @param {string} [className]
   */
  #button(key, onClick, className = "plain") {
    return element("button", { type: "button", className, on: { click: onClick } }, this.words[key]);
  }

  // Without access to the clipboard, the address is shown to be copied by hand.
  async #copyAddress() {
    const address = this.actions.address();
    try {
      await navigator.clipboard.writeText(address);
      this.copyMessage.textContent = this.words["quiz.copied"];
    } catch {
      this.linkLabel.hidden = false;
      this.link.value = address;
      this.link.select();
    }
  }

  /**
   * @param {Question} question
   * @param {Answer | undefined} given
   * @param {number} n
   * @param {string} voice
   * @param {string} [answer]  after an exam, the answer that is explained
   */
  #item(question, given, n, voice, answer) {
    const { words, questionBox } = this;
    const symbol = given ? (given.isRight ? "✓" : "✗") : "–";
    const outcome = given ? words[given.isRight ? "quiz.sign.right" : "quiz.sign.wrong"] : words["quiz.none"];
    const mark = element("b", { className: "outcome" }, `${symbol} `, element("span", {}, outcome));
    const openButton = element(
      "button",
      { type: "button", className: "link", on: { click: () => this.actions.open(n) } },
      questionBox.textOf(question, voice),
    );
    const note = (/** @type {string} */ key, /** @type {string} */ name) =>
      element("small", {}, filled(words[key], { name }));
    const notes = [
      ...(given?.chosen ? [note("quiz.chosen", questionBox.nameOf(given.chosen))] : []),
      ...(answer || (given && !given.isRight) ? [note("quiz.answer", questionBox.answersOf(question))] : []),
      ...(answer ? this.explanation.sentences(question, answer).map((text) => element("small", {}, text)) : []),
    ];
    return element("li", { className: given?.isRight ? "good" : "bad" }, mark, openButton, ...notes);
  }

  /**
   * The result by kind of question, as a table.
   * @param {Question[]} questions
   * @param {(Answer | undefined)[]} given
   */
  #showKinds(questions, given) {
    const { words } = this;
    const heads = ["quiz.exam.kind", "quiz.exam.score"].map((key) => element("th", { scope: "col" }, words[key]));
    const rows = scoreByKind(questions, given).map(([kind, right, all]) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, words[`quiz.kind.${kind}`]),
        element("td", {}, filled(words["quiz.exam.of"], { right, all })),
      ),
    );
    this.kinds.replaceChildren(
      element("caption", {}, words["quiz.exam.kinds"]),
      element("thead", {}, element("tr", {}, heads)),
      element("tbody", {}, rows),
    );
  }

  /**
   * @param {Question[]} questions
   * @param {(Answer | undefined)[]} given  for each question, its answer
   * @param {string} voice
   * @param {{time: string, answers: string[]} | null} [exam]  how long it took, and the answers that are explained
   */
  show(questions, given, voice, exam = null) {
    const { words } = this;
    this.copyButton.hidden = this.actions.address() === null;
    const right = given.filter((answer) => answer?.isRight).length;
    const open = given.filter((answer) => !answer).length;
    this.wrongIds = questions.filter((_, n) => given[n] && !given[n].isRight).map(({ id }) => id);
    const score = filled(words["quiz.score"], { right, all: questions.length });
    this.score.textContent = open ? `${score} ${filled(words["quiz.open"], { n: open })}` : score;
    this.repeatButton.hidden = !this.wrongIds.length;
    this.copyMessage.textContent = "";
    this.linkLabel.hidden = true;
    this.time.textContent = exam?.time ?? "";
    this.time.hidden = !exam?.time;
    this.kinds.hidden = !exam;
    if (exam) this.#showKinds(questions, given);
    const item = (/** @type {Question} */ question, /** @type {number} */ n) =>
      this.#item(question, given[n], n, voice, exam?.answers[n]);
    this.list.replaceChildren(...questions.map(item));
  }
}
