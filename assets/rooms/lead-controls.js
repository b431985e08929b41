// With what a lecturer leads a classroom: how to join, the choice of the next question, and the answers.
import { element, filled } from "../app/dom.js";
import { qrCode } from "../share/qr-code.js";
import { newSeed, shuffled } from "../quiz/seeded-random.js";

/** @import { Question, QuestionBank } from "../quiz/question-bank.js" */
/** @import { QuestionBox } from "../quiz/question.js" */
/** @import { Words } from "../lesion/types" */
/** @import { RoomState } from "./room-client.js" */

const JOIN = "r";

/**
 * The address that phones open: short enough to type.
 * @param {string} code
 */
export const joinAddress = (code) => new URL(`${JOIN}/${code}`, document.baseURI.replace(/[?#].*/, "")).href;

export class LeadControls {
  /**
   * @param {QuestionBank} bank
   * @param {Words} words
   * @param {QuestionBox} texts
   * @param {object} acts
   * @param {(question: {id: string, seed: string}) => void} acts.ask
   * @param {() => void} acts.reveal
   * @param {() => void} acts.close
   */
  constructor(bank, words, texts, acts) {
    this.bank = bank;
    this.words = words;
    this.texts = texts;
    /** @type {Set<string>} ids that this room has been asked */
    this.asked = new Set();
    const kinds = bank.kinds.map((kind) => element("option", { value: kind }, words[`quiz.kind.${kind}`]));
    const all = element("option", { value: "" }, words["room.kind.all"]);
    this.kind = element("select", { id: "room-kind", on: { change: () => this.#fill() } }, all, ...kinds);
    this.question = element("select", { id: "room-question" });
    const button = (/** @type {string} */ key, /** @type {string} */ className, /** @type {() => void} */ click) =>
      element("button", { type: "button", className, on: { click } }, words[key]);
    this.askButton = button("room.ask", "start", () => this.question.value && acts.ask(this.next));
    this.revealButton = button("room.reveal", "start", acts.reveal);
    const closeButton = button("room.close", "plain", acts.close);
    this.join = element("div", { className: "room-join" });
    const label = (/** @type {string} */ key, /** @type {HTMLElement} */ field) =>
      element("label", {}, element("span", {}, words[key]), field);
    this.place = element(
      "div",
      { className: "room-lead" },
      this.join,
      this.revealButton,
      label("room.kind", this.kind),
      label("room.next", this.question),
      element("p", { className: "acts" }, this.askButton, closeButton),
    );
    this.#fill();
  }

  /** The question that is chosen, with a seed for its choices. */
  get next() {
    return { id: this.question.value, seed: newSeed() };
  }

  /** Lists the questions of the chosen kind, in random order and without those that have been asked. */
  #fill() {
    const ids = this.bank.matching({ level: "", asked: this.kind.value }).filter((id) => !this.asked.has(id));
    const options = shuffled(ids, newSeed()).map((id) => {
      const question = this.bank.questions.get(id);
      const findings = question.given.flatMap(([, targets]) => targets.map((target) => this.texts.nameOf(target)));
      const text = [this.texts.textOf(question, ""), findings.join(", ")].filter(Boolean).join(" ");
      return element("option", { value: id }, text);
    });
    this.question.replaceChildren(...options);
  }

  /**
   * @param {string} code
   * @param {RoomState | null} state
   */
  show(code, state) {
    if (!this.join.childElementCount) this.#showJoin(code);
    const id = state?.question?.id;
    if (id && !this.asked.has(id)) {
      this.asked.add(id);
      if (this.question.value === id || ![...this.question.options].length) this.#fill();
    }
    this.join.classList.toggle("small", Boolean(state?.question));
    this.revealButton.hidden = !state?.question || state.revealed;
    this.askButton.className = state?.question && !state.revealed ? "plain" : "start";
    this.askButton.textContent = this.words[state?.question ? "room.ask.next" : "room.ask"];
  }

  /** @param {string} code */
  #showJoin(code) {
    const address = joinAddress(code);
    const shown = address.replace(/^https?:\/\//, "");
    this.join.append(
      qrCode(address, filled(this.words["room.qr"], { code })),
      element("p", {}, this.words["room.join.how"], " ", element("b", {}, shown)),
      element(
        "p",
        { className: "room-code", ariaLabel: filled(this.words["room.code"], { code: [...code].join(" ") }) },
        code,
      ),
    );
  }
}
