// The start page of the quiz: level, kinds and length of a run, the reader's progress, and the flashcard deck.
import { element, filled } from "../app/dom.js";
import { EXAM, MINUTES } from "./exam.js";
import { radioGroup } from "./radio-group.js";
import { LENGTHS, LEVELS } from "./question-bank.js";
import { ProgressSection } from "./progress-section.js";

/** @import { QuestionBank } from "./question-bank.js" */
/** @import { Progress } from "./progress.js" */
/** @import { Words } from "../lesion/types" */
/** @typedef {{level: string, asked: string, length: string, exam: string, minutes: string}} RunChoice  as in the address */

/**
 * The download of the questions as a deck; a server without the library for decks gives no address.
 * @param {string} address
 * @param {Words} words
 */
const deckLink = (address, words) => [
  element(
    "p",
    { className: "deck" },
    element("a", { href: address, className: "plain", download: "" }, words["quiz.deck"]),
  ),
  element("p", { className: "purpose" }, words["quiz.deck.note"]),
];

export class QuizSetup {
  /**
   * @param {QuestionBank} bank
   * @param {Words} words
   * @param {Progress} progress
   * @param {string | undefined} deckAddress
   * @param {{start: (choice: RunChoice) => void, print: (choice: RunChoice) => void}} actions
   */
  constructor(bank, words, progress, deckAddress, { start: onStart, print }) {
    this.bank = bank;
    this.words = words;
    this.onStart = onStart;
    this.level = radioGroup("level", words["quiz.level"], LEVELS, (level) => words[`quiz.level.${level || "all"}`]);
    this.length = radioGroup("length", words["quiz.length"], LENGTHS, (length) => length);
    this.exam = radioGroup("exam", words["quiz.exam"], ["", EXAM], (exam) => words[`quiz.exam.${exam || "practice"}`]);
    this.minutes = radioGroup("minutes", words["quiz.minutes"], MINUTES, (minutes) =>
      filled(words[minutes ? "quiz.minutes.some" : "quiz.minutes.none"], { n: minutes }),
    );
    this.kinds = bank.kinds.map((kind) => this.#checkbox(`quiz-kind-${kind}`, words[`quiz.kind.${kind}`], kind));
    this.count = element("p", { className: "lead", role: "status" });
    const start = () => this.onStart(this.#run());
    this.printButton = this.#button("quiz.sheet", "plain", () => print(this.#run()));
    this.startButton = this.#button("quiz.start", "start", start);
    const review = (/** @type {string[]} */ ids) =>
      this.onStart({ level: "", asked: ids.join(), length: this.length.value(), exam: "", minutes: "" });
    this.progress = new ProgressSection(words, progress, review);
    this.place = this.#layout(deckAddress);
  }

  /** @param {string} deckAddress */
  #layout(deckAddress) {
    const { words } = this;
    const kindBoxes = element(
      "div",
      { className: "boxes" },
      this.kinds.map(({ label }) => label),
    );
    return element(
      "div",
      { className: "setup", on: { change: () => this.#showCount() } },
      element("h2", { tabIndex: -1 }, words["quiz.heading"]),
      element("p", {}, words["quiz.lead"]),
      this.progress.duePlace,
      this.exam.fieldset,
      this.minutes.fieldset,
      this.level.fieldset,
      element("fieldset", {}, element("legend", {}, words["quiz.kinds"]), kindBoxes),
      this.length.fieldset,
      this.count,
      this.startButton,
      element("p", { className: "acts" }, this.printButton),
      this.progress.keepingPlace,
      ...(deckAddress ? deckLink(deckAddress, words) : []),
    );
  }

  /**
   * @param {string} key  of the label
   * @param {string} className
   * @param {() => void} onClick
   */
  #button(key, className, onClick) {
    return element("button", { type: "button", className, on: { click: onClick } }, this.words[key]);
  }

  /**
   * @param {string} id
   * @param {string} text
   * @param {string} value
   */
  #checkbox(id, text, value) {
    const input = element("input", { type: "checkbox", id, value, checked: true });
    return { input, label: element("label", { htmlFor: id, className: "tick" }, input, element("span", {}, text)) };
  }

  /** The chosen level and kinds. All kinds need not be named in the address. */
  #chosen() {
    const checked = this.kinds.filter(({ input }) => input.checked);
    const isAll = checked.length === this.kinds.length;
    return { level: this.level.value(), asked: isAll ? "" : checked.map(({ input }) => input.value).join() };
  }

  /** The run that is chosen. @returns {RunChoice} */
  #run() {
    const exam = this.exam.value();
    return { ...this.#chosen(), length: this.length.value(), exam, minutes: exam && this.minutes.value() };
  }

  /** Shows how many questions match the choice, and the times only for an exam. */
  #showCount() {
    this.minutes.fieldset.hidden = !this.exam.value();
    const isNone = this.kinds.every(({ input }) => !input.checked);
    const n = isNone ? 0 : this.bank.matching(this.#chosen()).length;
    this.count.textContent = n ? filled(this.words["quiz.count"], { n }) : this.words["quiz.count.none"];
    this.startButton.disabled = this.printButton.disabled = !n;
  }

  /** @param {State} state */
  show({ level, asked, length, exam, minutes }) {
    const { kinds } = this.bank.read(asked);
    this.level.set(level);
    this.length.set(length);
    this.exam.set(exam);
    this.minutes.set(minutes);
    for (const { input } of this.kinds) input.checked = !kinds.length || kinds.includes(input.value);
    this.#showCount();
    this.progress.show();
  }
}
