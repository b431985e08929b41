// The questions of tours as a classroom asks them: with choices, or answered by a tap on the body.

/** @import { Question } from "../quiz/question-bank.js" */
/** @import { Step, Tours } from "../tours/tour-route.js" */

export const KIND = "tour";
const ABOUT = "about";

/** @typedef {{tour: string, number: number, step: Step}} Asked  where a tour asks a question; `number` from 0 */

export class TourQuestions {
  /** @param {Tours} tours */
  constructor(tours) {
    this.tours = tours;
    /** @type {Map<string, Question>} */
    this.questions = new Map();
    /** @type {Map<string, Asked>} question → its step */
    this.steps = new Map();
    /** @type {Map<string, string>} choice → its name */
    this.names = new Map();
    for (const [tour, { steps }] of Object.entries(tours.data.tours))
      steps.forEach((step, number) => step.answers && this.#add({ tour, number, step }));
  }

  /** @param {Asked} asked */
  #add(asked) {
    const { answers, ask_shows: shown } = asked.step;
    this.steps.set(answers.id, asked);
    for (const [id, name] of answers.choices) this.names.set(id, name);
    this.questions.set(answers.id, {
      id: answers.id,
      kind: KIND,
      about: "",
      level: 0,
      right: answers.right,
      wrong: answers.choices.map(([id]) => id).filter((id) => !answers.right.includes(id)),
      clicked: !answers.choices.length,
      given: shown.length ? [[ABOUT, shown]] : [],
      rows: [],
      sources: [],
      reasons: {},
    });
  }

  /** The choices in the order of the tour. @param {string} id */
  choices(id) {
    return this.steps.get(id).step.answers.choices.map(([choice]) => choice);
  }

  /** @param {string} id */
  textOf(id) {
    return this.steps.get(id).step.ask;
  }

  /** The tours that ask, each with its name and the ids of its questions in order. */
  get groups() {
    /** @type {Map<string, {name: string, ids: string[]}>} */
    const groups = new Map();
    for (const [id, { tour }] of this.steps) {
      if (!groups.has(tour)) groups.set(tour, { name: this.tours.data.tours[tour].name, ids: [] });
      groups.get(tour).ids.push(id);
    }
    return [...groups.values()];
  }

  /**
   * The change of state that shows what a step says about its question.
   * @param {string} id
   * @param {State} defaults
   */
  changeToAnswer(id, defaults) {
    const { tour, number } = this.steps.get(id);
    const n = this.tours.stops[tour].findIndex((stop) => stop.number === number && !stop.asks);
    return this.tours.changeTo(tour, n, defaults);
  }
}
