// The lecturer's choice of the next question: a kind, and a question of this kind that the room has not been asked.
import { element } from "../app/dom.js";

/** @import { RoomQuestions } from "./room-questions.js" */
/** @import { Words } from "../lesion/types" */

const SHORT = 32; // letters that a closed list shows on the narrowest wall
const REMOTE = "PageDown"; // a presenter's remote asks and shows; it does not scroll through the list

export class QuestionList {
  /**
   * @param {RoomQuestions} questions
   * @param {Words} words
   * @param {() => void} onRemote  called for the key of a presenter's remote
   * @param {() => void} onFill  called when there are other questions to choose from, or none
   */
  constructor(questions, words, onRemote, onFill) {
    this.questions = questions;
    this.onFill = onFill;
    /** @type {Set<string>} ids that this room has been asked */
    this.asked = new Set();
    const keydown = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== REMOTE) return;
      event.preventDefault();
      onRemote();
    };
    const kinds = questions.kinds.map(([value, name]) => element("option", { value }, name));
    this.kind = element("select", { id: "room-kind", on: { change: () => this.fill(), keydown } }, ...kinds);
    const change = () => this.#showWhole();
    this.question = element("select", { id: "room-question", on: { keydown, change } });
    /** The chosen question in full: a closed list cuts what is longer than it is wide. */
    this.whole = element("p", { className: "room-whole", ariaHidden: "true" });
    const label = (/** @type {string} */ key, /** @type {HTMLElement} */ field) =>
      element("label", {}, element("span", {}, words[key]), field);
    this.fields = [label("room.kind", this.kind), label("room.next", this.question), this.whole];
    this.fill();
  }

  /** The id of the question that is chosen; "" if there is none. */
  get chosen() {
    return this.question.value;
  }

  /** Lists the questions of the chosen kind without those that have been asked. */
  fill() {
    const lists = this.questions.groups(this.kind.value).map(({ name, ids }) => {
      const options = ids.filter((id) => !this.asked.has(id)).map((id) => this.#option(id));
      return name && options.length ? [element("optgroup", { label: name }, ...options)] : options;
    });
    this.question.replaceChildren(...lists.flat());
    this.#showWhole();
    this.onFill();
  }

  #showWhole() {
    const text = this.question.selectedOptions[0]?.textContent ?? "";
    this.whole.textContent = text;
    this.whole.hidden = text.length <= SHORT;
  }

  /** @param {string} id */
  #option(id) {
    const { questions } = this;
    const question = questions.get(id);
    const findings = question.given.flatMap(([, targets]) => targets.map((target) => questions.nameOf(target)));
    return element(
      "option",
      { value: id },
      [questions.textOf(question, ""), findings.join(", ")].filter(Boolean).join(" "),
    );
  }

  /** @param {string} id */
  noteAsked(id) {
    if (this.asked.has(id)) return;
    this.asked.add(id);
    const chosen = this.chosen === id || !this.chosen;
    if (chosen) this.fill();
  }
}
