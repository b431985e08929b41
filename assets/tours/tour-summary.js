// The page after the last step of a tour: the titles of its steps, what it asked, and what to do next.
import { element, filled } from "../app/dom.js";

/** @import { Words } from "../lesion/types" */
/** @import { Position, Stop, Tour } from "./tour-route.js" */

/**
 * @typedef {object} SummaryActions
 * @property {(n: number) => void} open  goes to a stop
 * @property {(ids: string[]) => void} quiz  starts a quiz of these questions
 * @property {(id: string) => void} start  starts a tour
 * @property {(tour: Tour) => void} print
 * @property {(id: string) => string | undefined} tourAfter
 * @property {Record<string, Stop[]>} stops  of each tour
 * @property {Record<string, Tour>} tours
 */

const MARKS = /** @type {const} */ (["knew", "missed"]);
const SIGNS = { knew: "✓", missed: "✗" };

export class TourSummary {
  /**
   * @param {Words} words
   * @param {SummaryActions} actions
   */
  constructor(words, actions) {
    this.words = words;
    this.actions = actions;
    /** @type {Map<string, "knew" | "missed">} tour and step → how the reader marks the own answer; only on this page */
    this.marks = new Map();
    this.score = element("p", { className: "score", role: "status" });
  }

  /**
   * @param {string} className
   * @param {string} text
   * @param {() => void} onClick
   */
  #button(className, text, onClick) {
    return element("button", { type: "button", className, on: { click: onClick } }, text);
  }

  /** A link to the stop that shows a step. @param {Position} position @param {number} number */
  #link({ id, tour }, number) {
    const stop = this.actions.stops[id].findIndex((one) => one.number === number && !one.asks);
    return this.#button("link", tour.steps[number].title, () => this.actions.open(stop));
  }

  /** A question with its answer, and what the reader says about the own answer. @param {Position} position @param {number} number */
  #asked(position, number) {
    const { words } = this;
    const key = `${position.id} ${number}`;
    const choice = (/** @type {"knew" | "missed"} */ mark) => {
      const id = `asked-${number}-${mark}`;
      const choose = () => {
        this.marks.set(key, mark);
        this.#showScore(position);
      };
      const input = element("input", {
        type: "radio",
        name: `asked-${number}`,
        id,
        value: mark,
        on: { change: choose },
      });
      input.checked = this.marks.get(key) === mark;
      return element(
        "label",
        { htmlFor: id, className: "tick" },
        input,
        `${SIGNS[mark]} ${words[`tours.summary.${mark}`]}`,
      );
    };
    const legend = element("legend", {}, position.tour.steps[number].ask);
    const answer = element("p", {}, "→ ", this.#link(position, number));
    const marks = element(
      "div",
      { className: "row", role: "group", ariaLabel: words["tours.summary.mark"] },
      MARKS.map(choice),
    );
    return element("li", {}, element("fieldset", {}, legend, answer, marks));
  }

  /** @param {Tour} tour */
  static askedNumbers({ steps }) {
    return steps.flatMap(({ ask }, number) => (ask ? [number] : []));
  }

  /** @param {Position} position */
  #showScore({ id, tour }) {
    const { words } = this;
    const marks = TourSummary.askedNumbers(tour).map((number) => this.marks.get(`${id} ${number}`));
    const [right, open] = [marks.filter((mark) => mark === "knew").length, marks.filter((mark) => !mark).length];
    const score = filled(words["tours.summary.score"], { right, all: marks.length });
    const text = open ? `${score} ${filled(words["tours.summary.open"], { n: open })}` : score;
    this.score.textContent = open === marks.length ? "" : text;
  }

  /** @param {Position} position */
  #next({ id, tour }) {
    const { words, actions } = this;
    const after = actions.tourAfter(id);
    const n = tour.quiz.length;
    const quiz = filled(words[n === 1 ? "tours.summary.quiz.one" : "tours.summary.quiz"], { n });
    return [
      ...(n ? [this.#button("start", quiz, () => actions.quiz(tour.quiz))] : []),
      ...(after
        ? [
            this.#button("plain", filled(words["tours.summary.tour"], { name: actions.tours[after].name }), () =>
              actions.start(after),
            ),
          ]
        : []),
      this.#button("plain", words["tours.summary.print"], () => actions.print(tour)),
    ];
  }

  /**
   * @param {Position} position
   * @returns {HTMLElement[]}
   */
  contents(position) {
    const { words } = this;
    const { tour } = position;
    const asked = TourSummary.askedNumbers(tour);
    const questions = [
      element("h3", {}, words["tours.summary.asked"]),
      element(
        "ol",
        { className: "asked-list" },
        asked.map((number) => this.#asked(position, number)),
      ),
      this.score,
    ];
    this.#showScore(position);
    return [
      element("h2", {}, words["tours.summary"]),
      element("h3", {}, words["tours.summary.points"]),
      element(
        "ol",
        { className: "points" },
        tour.steps.map((_, number) => element("li", {}, this.#link(position, number))),
      ),
      ...(asked.length ? questions : []),
      element("h3", {}, words["tours.summary.next"]),
      element("div", { className: "next-acts" }, this.#next(position)),
    ];
  }
}
