// What a classroom shows in the quiz's box: its code, the question, the choices, and how the room has answered.
import { element, filled } from "../app/dom.js";
import { resultBars, rightOf, rowsOf, UNKNOWN } from "./result-bars.js";

/** @import { Question } from "../quiz/question-bank.js" */
/** @import { RoomQuestions } from "./room-questions.js" */
/** @import { Words } from "../lesion/types" */
/** @import { RoomClient, RoomState } from "./room-client.js" */

/** @typedef {{question: Question | null, choices: string[], isLoading: boolean, voice: string}} Asked */

export class RoomBox {
  /**
   * @param {Words} words
   * @param {RoomQuestions} texts  which puts questions into words
   * @param {(choice: string) => void} onAnswer
   */
  constructor(words, texts, onAnswer) {
    this.words = words;
    this.texts = texts;
    this.onAnswer = onAnswer;
    this.drawn = "";
    this.heading = element("h2", { tabIndex: -1 });
    this.title = element("p", { className: "room-question" });
    this.given = element("ul", { className: "given" });
    this.list = element("ol", { className: "choices", ariaLabel: words["quiz.choices"] });
    this.message = element("p", { className: "lead", role: "status" });
    this.results = element("div");
    this.place = element(
      "div",
      { className: "room", hidden: true },
      this.heading,
      this.title,
      this.given,
      this.message,
      this.list,
      this.results,
    );
  }

  /**
   * @param {RoomClient} client
   * @param {Asked} asked
   */
  show(client, asked) {
    const { state } = client;
    const isWall = !client.seat;
    this.heading.textContent = this.#headingOf(client);
    this.title.textContent = asked.question ? this.texts.textOf(asked.question, asked.voice) : "";
    this.title.hidden = !asked.question;
    this.#showFindings(asked.question);
    this.#showChoices(client, asked, isWall);
    const message = this.#messageOf(client, asked);
    if (this.message.textContent !== message) this.message.textContent = message;
    this.#showResults(state?.revealed ? (state.results ?? null) : null, asked);
  }

  /** @param {RoomClient} client */
  #headingOf({ code, state }) {
    const key = state?.number ? "room.heading.question" : "room.heading";
    return filled(this.words[key], { code, n: state?.number ?? 0 });
  }

  /** @param {Question | null} question */
  #showFindings(question) {
    const { words, texts } = this;
    const findings = (question?.given ?? []).map(([sign, ids]) => {
      const names = ids.map((id) => texts.nameOf(id)).join(", ");
      return element("li", {}, element("b", {}, `${words[`ask.given.${sign}`]}: `), names);
    });
    this.given.replaceChildren(...findings);
    this.given.hidden = !findings.length;
  }

  /**
   * @param {RoomClient} client
   * @param {Asked} asked
   * @param {boolean} isWall
   */
  #showChoices({ given, state }, { question, choices }, isWall) {
    const key = JSON.stringify([question?.id, choices, given, state?.revealed]);
    this.list.hidden = !question || (isWall && state?.revealed);
    if (key === this.drawn) return; // a choice keeps the focus
    this.drawn = key;
    const buttons = question && !isWall ? [...choices, UNKNOWN] : choices;
    this.list.replaceChildren(...buttons.map((id, at) => this.#choice(id, at, { question, given, state, isWall })));
  }

  #choice(id, at, { question, given, state, isWall }) {
    const { words, texts } = this;
    const isRight = state.revealed && question.right.includes(id);
    const isChosen = given === id;
    const note = isRight ? `✓ ${words["quiz.sign.answer"]}` : isChosen ? words["room.chosen"] : "";
    const look = !state.revealed ? (isChosen ? " chosen" : "") : isRight ? " right" : isChosen ? " wrong" : " rest";
    const name = element(
      "span",
      {},
      id === UNKNOWN ? words["room.dont.know"] : texts.nameOf(id),
      ...(note ? [element("small", {}, ` ${note}`)] : []),
    );
    const number = element("b", { ariaHidden: "true" }, id === UNKNOWN ? UNKNOWN : String(at + 1));
    if (isWall) return element("li", {}, element("span", { className: `choice${look}` }, number, name));
    const disabled = given !== null || state.revealed;
    const click = () => this.onAnswer(id);
    const button = { type: "button", className: `choice${look}`, disabled, on: { click } };
    return element("li", {}, element("button", button, number, name));
  }

  /**
   * @param {RoomClient} client
   * @param {Asked} asked
   */
  #messageOf(client, { question, isLoading }) {
    const { words } = this;
    const { state, trouble, given } = client;
    if (trouble || client.refusal) return words[`room.trouble.${trouble || client.refusal}`];
    if (!state) return words["room.connecting"];
    if (!client.seat) return this.#wallMessage(state, question, isLoading);
    if (!state.question) return words["room.wait"];
    if (!question) return words[isLoading ? "room.connecting" : "room.unknown.question"];
    const name = given === UNKNOWN ? words["room.dont.know"] : given === null ? "" : this.texts.nameOf(given);
    if (state.revealed) return this.#verdict(question, given, name);
    if (given !== null) return filled(words[client.waiting.length ? "room.sending" : "room.sent"], { answer: name });
    return words[question.clicked ? "room.tap" : "room.choose"];
  }

  /**
   * @param {RoomState} state
   * @param {Question | null} question
   * @param {boolean} isLoading
   */
  #wallMessage({ question: shown, answers: n, seats, revealed, results }, question, isLoading) {
    const { words } = this;
    if (!shown) {
      const joined = filled(words[seats === 1 ? "room.joined.one" : "room.joined"], { n: seats });
      return `${joined} ${words["room.lead.start"]}`;
    }
    if (!question) return words[isLoading ? "room.connecting" : "room.unknown.question"];
    if (revealed && results) return filled(words["room.right"], { right: rightOf(results.counts, question.right), n });
    return filled(words["room.answered"], { n, all: seats });
  }

  #verdict(question, given, name) {
    const { words, texts } = this;
    const answer = texts.answersOf(question);
    if (given !== null && question.right.includes(given)) return `✓ ${filled(words["quiz.right"], { answer: name })}`;
    if (given === null || given === UNKNOWN) return `→ ${filled(words["quiz.told"], { answer })}`;
    return `✗ ${filled(words["quiz.wrong"], { answer, chosen: name })}`;
  }

  #showResults(results, { question, choices }) {
    const rows = results && question ? rowsOf(results.counts, question.clicked ? [] : choices) : [];
    const nameOf = (/** @type {string} */ id) => this.texts.nameOf(id);
    this.results.replaceChildren(...(rows.length ? [resultBars(rows, question.right, nameOf, this.words)] : []));
  }
}
