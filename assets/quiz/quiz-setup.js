// The start page of the quiz: level, kinds and length of a run, the reader's progress, and the flashcard deck.
import { element, filled } from "../app/dom.js";
import { LENGTHS, LEVELS } from "./question-bank.js";
import { ProgressSection } from "./progress-section.js";

/** @import { QuestionBank } from "./question-bank.js" */
/** @import { Progress } from "./progress.js" */
/** @import { Words } from "../lesion/types" */
/** @typedef {{level: string, asked: string, length: string}} RunChoice  as in the address */

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
   * @param {(choice: RunChoice) => void} onStart
   */
  constructor(bank, words, progress, deckAddress, onStart) {
    this.bank = bank;
    this.words = words;
    this.onStart = onStart;
    this.level = this.#radioButtons("level", LEVELS, (level) => words[`quiz.level.${level || "all"}`]);
    this.length = this.#radioButtons("length", LENGTHS, (length) => length);
    this.kinds = bank.kinds.map((kind) => this.#checkbox(`quiz-kind-${kind}`, words[`quiz.kind.${kind}`], kind));
    this.count = element("p", { className: "lead", role: "status" });
    const start = () => this.onStart({ ...this.#chosen(), length: this.length.value() });
    this.startButton = this.#button("quiz.start", "start", start);
    const review = (/** @type {string[]} */ ids) =>
      this.onStart({ level: "", asked: ids.join(), length: this.length.value() });
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
      this.level.fieldset,
      element("fieldset", {}, element("legend", {}, words["quiz.kinds"]), kindBoxes),
      this.length.fieldset,
      this.count,
      this.startButton,
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

  /**
   * @param {string} name
   * @param {string[]} values
   * @param {(value: string) => string} textOf
   */
  #radioButtons(name, values, textOf) {
    const inputs = values.map((value, n) =>
      element("input", {
        type: "radio",
        name: `quiz-${name}`,
        id: `quiz-${name}-${value || "all"}`,
        value,
        checked: !n,
      }),
    );
    const labels = inputs.map((input) =>
      element("label", { htmlFor: input.id, className: "tick" }, input, element("span", {}, textOf(input.value))),
    );
    const fieldset = element(
      "fieldset",
      {},
      element("legend", {}, this.words[`quiz.${name}`]),
      element("div", { className: "boxes" }, labels),
    );
    return {
      fieldset,
      value: () => inputs.find((input) => input.checked).value,
      set: (/** @type {string} */ value) => inputs.forEach((input) => (input.checked = input.value === value)),
    };
  }

  /** The chosen level and kinds. All kinds need not be named in the address. */
  #chosen() {
    const checked = this.kinds.filter(({ input }) => input.checked);
    const isAll = checked.length === this.kinds.length;
    return { level: this.level.value(), asked: isAll ? "" : checked.map(({ input }) => input.value).join() };
  }

  /** Shows how many questions match the choice. */
  #showCount() {
    const isNone = this.kinds.every(({ input }) => !input.checked);
    const n = isNone ? 0 : this.bank.matching(this.#chosen()).length;
    this.count.textContent = n ? filled(this.words["quiz.count"], { n }) : this.words["quiz.count.none"];
    this.startButton.disabled = !n;
  }

  /** @param {State} state */
  show({ level, asked, length }) {
    const { kinds } = this.bank.read(asked);
    this.level.set(level);
    this.length.set(length);
    for (const { input } of this.kinds) input.checked = !kinds.length || kinds.includes(input.value);
    this.#showCount();
    this.progress.show();
  }
}
