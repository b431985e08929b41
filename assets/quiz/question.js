// One question of the quiz: its text and choices, the verdict on the answer, and buttons to move on.
import { element, filled } from "../app/dom.js";

/** @import { Answer, Question, QuestionBank } from "./question-bank.js" */
/** @import { Words } from "../lesion/types" */

const PLAIN = "plain";

export class QuestionBox {
  /**
   * @param {QuestionBank} bank
   * @param {Words} words
   * @param {Payload} payload
   * @param {object} handlers
   * @param {(id: string | null) => void} handlers.onAnswer  null for "I don't know"
   * @param {(by: 1 | -1) => void} handlers.onMove
   * @param {() => void} handlers.onFigures  moves the focus to the figures
   */
  constructor(bank, words, payload, { onAnswer, onMove, onFigures }) {
    this.bank = bank;
    this.words = words;
    this.payload = payload;
    this.onAnswer = onAnswer;
    // What the list of choices was last drawn for.
    this.drawnChoices = "";
    this.isExam = false;
    this.number = element("p", { className: "kind" });
    this.title = element("h2", { tabIndex: -1 });
    this.given = element("ul", { className: "given" });
    this.list = element("ol", { className: "choices", ariaLabel: words["quiz.choices"] });
    this.instruction = element("p", { className: "lead" }, words["quiz.click"]);
    this.verdict = element("p", { className: "verdict-said", id: "quiz-said", role: "status" });
    const button = (/** @type {string} */ key, /** @type {string} */ className, /** @type {() => void} */ onClick) =>
      element("button", { type: "button", className, on: { click: onClick } }, words[key]);
    this.figuresButton = button("quiz.figures", "plain", onFigures);
    this.unknownButton = button("quiz.unknown", "plain", () => onAnswer(null));
    this.backButton = button("quiz.back", "plain", () => onMove(-1));
    this.nextButton = button("quiz.next", "start", () => onMove(1));
    this.nextButton.setAttribute("aria-describedby", "quiz-said");
    const buttons = [this.backButton, this.figuresButton, this.unknownButton, this.nextButton];
    this.place = element(
      "div",
      { className: "question" },
      this.number,
      this.title,
      this.given,
      this.instruction,
      this.list,
      this.verdict,
      element("p", { className: "acts" }, buttons),
    );
  }

  /** @param {string} id */
  nameOf(id) {
    return this.bank.nameOf(id);
  }

  /**
   * @param {Question} question
   * @param {string} voice
   */
  textOf({ kind, about, own }, voice) {
    const { words } = this;
    if (own) return own.text;
    const text = (voice === PLAIN && words[`quiz.plain.${kind}`]) || words[`ask.${kind}`];
    return filled(text, { name: this.nameOf(about) });
  }

  /** All right answers of a question as text. @param {Question} question */
  answersOf({ right, clicked }) {
    return right.map((id) => this.nameOf(id)).join(clicked ? "; " : ` ${this.words["ask.or"]} `);
  }

  /**
   * @param {Question} question
   * @param {Answer} given
   */
  verdictOn(question, { chosen, isRight, answer }) {
    const { words } = this;
    const chosenName = chosen ? this.nameOf(chosen) : "";
    if (isRight) return `✓ ${filled(words["quiz.right"], { answer: chosenName })}`;
    const values = { answer: question.clicked ? this.answersOf(question) : this.nameOf(answer), chosen: chosenName };
    return chosen ? `✗ ${filled(words["quiz.wrong"], values)}` : `→ ${filled(words["quiz.told"], values)}`;
  }

  /**
   * @param {string} id
   * @param {number} n
   * @param {Question} question
   * @param {Answer | undefined} given
   * @param {Answer | undefined} held
   */
  #choice(id, n, question, given, held) {
    const { words } = this;
    const [isRight, isChosen] = [question.right.includes(id), given?.chosen === id];
    const notes = given
      ? [
          ...(isRight ? [`✓ ${words["quiz.sign.answer"]}`] : []),
          ...(isChosen && !isRight ? [`✗ ${words["quiz.sign.chosen"]}`] : []),
        ]
      : held?.chosen === id
        ? [`● ${words["quiz.sign.chosen"]}`]
        : [];
    const state = !given ? (held?.chosen === id ? " held" : "") : isRight ? " right" : isChosen ? " wrong" : " rest";
    const button = element(
      "button",
      {
        type: "button",
        className: `choice${state}`,
        disabled: Boolean(given),
        "aria-pressed": this.isExam && !given ? String(held?.chosen === id) : null,
        on: { click: () => this.onAnswer(id) },
      },
      element("b", { ariaHidden: "true" }, String(n + 1)),
      element("span", {}, this.nameOf(id), ...notes.map((note) => element("small", {}, ` ${note}`))),
    );
    return element("li", {}, button);
  }

  /**
   * Draws the choices. One that has the focus keeps it while an answer can still be changed.
   * @param {string[]} choices
   * @param {Question} question
   * @param {Answer | undefined} given
   * @param {Answer | undefined} held
   */
  #drawChoices(choices, question, given, held) {
    const at = [...this.list.children].findIndex((item) => item.contains(document.activeElement));
    this.list.replaceChildren(...choices.map((id, n) => this.#choice(id, n, question, given, held)));
    if (held && at >= 0) this.list.children[at].querySelector("button").focus({ preventScroll: true });
  }

  /**
   * @param {Question} question
   * @param {object} options
   * @param {number} options.n  index of the question in its run
   * @param {number} options.count  how many questions the run has
   * @param {string[]} options.choices
   * @param {Answer | undefined} options.given
   * @param {string} options.voice
   * @param {boolean} [options.isExam]  no answer is shown, and the own one can be changed
   * @param {Answer} [options.held]  in an exam, the own answer
   */
  show(question, { n, count, choices, given, voice, isExam = false, held }) {
    const { words, verdict } = this;
    this.isExam = isExam;
    this.number.textContent = filled(words["quiz.place"], { n: n + 1, all: count });
    this.title.textContent = this.textOf(question, voice);
    const findings = question.given.map(([sign, ids]) => {
      const names = ids.map((id) => this.nameOf(id)).join(", ");
      return element("li", {}, element("b", {}, `${words[`ask.given.${sign}`]}: `), names);
    });
    this.given.replaceChildren(...findings);
    this.given.hidden = !findings.length;
    const key = JSON.stringify([question.id, choices, given ?? null, isExam, held ?? null]);
    // a question that is shown again unchanged keeps the choice that has the focus
    if (key !== this.drawnChoices) this.#drawChoices(choices, question, given, held);
    this.drawnChoices = key;
    this.list.hidden = question.clicked;
    for (const part of [this.instruction, this.figuresButton]) part.hidden = !question.clicked || Boolean(given);
    this.unknownButton.hidden = Boolean(given) || isExam;
    this.nextButton.hidden = !given && !isExam;
    this.backButton.hidden = n === 0;
    const last = isExam ? "quiz.exam.finish" : "quiz.end";
    this.nextButton.textContent = words[n === count - 1 ? last : "quiz.next"];
    const heldText = held ? filled(words["quiz.exam.held"], { name: this.nameOf(held.chosen) }) : "";
    const text = given ? this.verdictOn(question, given) : heldText;
    if (verdict.textContent !== text) verdict.textContent = text;
    verdict.className = `verdict-said ${given ? (given.isRight ? "good" : "bad") : ""}`;
  }
}
