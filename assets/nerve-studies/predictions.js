// What each nerve study shows after a lesion on a day, from the courses that Python computed in advance.

/**
 * @typedef {object} Study
 * @property {string} id
 * @property {string} name
 * @property {"motor" | "sensory" | "mixed" | "h_reflex" | "f_wave"} kind
 * @property {string} record
 * @property {string} stimulate
 * @property {string} shows
 * @property {string} plain
 * @property {number[]} path  node indexes, proximal first
 * @property {[name: string, distance: number, marks: Mark[]][]} points  places of stimulation, distal first, with the
 *   distance to the recording in millimetres (0: not known)
 * @property {Mark[]} recorded  where figures mark the recording
 * @property {Record<string, number>} curve  what is usual in healthy people, by quantity
 */
/**
 * @typedef {[view: string, x: number, y: number, facing: number]} Mark  in a figure, in its units; `facing`: 1 where the
 *   viewer looks straight at the skin, 0 where it is seen edge-on
 */
/** @typedef {{id: string, name: string, at: number, root: string}} NeedleMuscle  `root`: of muscles of the back */
/** @typedef {[day: number, expected: number, whole: number, sentence: number, mark: number]} Stage */
/**
 * @typedef {object} Prediction
 * @property {string} expected  normal, reduced, absent, slowed, abnormal or uncertain
 * @property {number} whole  how many stimuli, distal first, lie below the lesion and get a normal response
 * @property {string} why
 * @property {string} plain  the same in plain words
 * @property {Component | null} mark  opens the sources of the day
 * @property {[text: string, mark: Component][]} exceptions  what published series counted
 */
/**
 * @typedef {object} StudyData  the JSON of the bundle (atlas/web/bundles/studies.py, atlas/web/layout/studies_page.py)
 * @property {Study[]} studies
 * @property {NeedleMuscle[]} needle
 * @property {string[]} injuries
 * @property {string[]} expected
 * @property {Stage[][]} courses
 * @property {string[]} sentences
 * @property {string[]} plain_sentences
 * @property {Record<string, Record<string, [text: string, mark: Component][]>>} exceptions  study → sentence → what studies
 *   counted against it
 * @property {Component[]} day_marks
 * @property {number[][][]} rows  for each lesion, by injury, the course of every study and of needle EMG in every muscle
 * @property {Record<string, number>} row_of  place → its row
 * @property {number[]} untested  rows of places that none of the studies and muscles tests
 * @property {number} usual_day
 * @property {number} last_day
 * @property {Record<string, string>} words
 * @property {Record<string, Component>} marks
 * @property {Record<string, Component>} needle_marks
 * @property {Record<string, [quantity: string, numbers: string, unit: string, people: string, mark: Component][]>} limits
 * @property {[name: string, text: string, plain: string, studies: string[], mark: Component][]} pitfalls
 */

/** The days on the slider, up to the last that is predicted. */
export const DAYS = [0, 2, 5, 7, 10, 14, 21, 25, 28, 42, 60, 90, 120, 180, 270, 365, 545, 730];

/** The days that a presenter steps through. */
export const LECTURE_DAYS = [0, 2, 10, 25, 42, 90, 180, 365, 730];
// The panel, the figures, the chart and the status line ask for the same one after the other.
const MOST_KNOWN = 4;

export class Predictions {
  /** @type {Map<string, {studies: Prediction[], needle: Prediction[]}>} */
  #known = new Map();

  /** @param {StudyData} data */
  constructor(data) {
    this.data = data;
    this.words = data.words;
    this.usualInjury = data.injuries[0];
    this.usualDay = data.usual_day;
  }

  /** @param {string} id */
  study(id) {
    return this.data.studies.find((study) => study.id === id);
  }

  /** @param {number} place */
  knows(place) {
    return Object.hasOwn(this.data.row_of, place);
  }

  /** Whether none of the studies and muscles has fibres through a place. @param {number} place */
  isUntested(place) {
    return this.data.untested.includes(this.data.row_of[place]);
  }

  /** The injury that an address names; null for an unknown one. @param {string} text */
  injuryOf(text) {
    if (!text) return this.usualInjury;
    return this.data.injuries.includes(text) ? text : null;
  }

  /** The day that an address names; null for one that is not predicted. @param {string} text */
  dayOf(text) {
    if (!text) return this.usualDay;
    const day = Number(text);
    return Number.isInteger(day) && day >= 0 && day <= this.data.last_day ? day : null;
  }

  /**
   * What all studies, and needle EMG of all muscles, show, in the order of the data.
   * @param {number | null} place  null: no lesion
   * @param {string} injury
   * @param {number} day
   * @returns {{studies: Prediction[], needle: Prediction[]}}
   */
  on(place, injury, day) {
    const key = `${place} ${injury} ${day}`;
    if (!this.#known.has(key)) {
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      this.#known.set(key, this.#predict(place, injury, day));
    }
    return this.#known.get(key);
  }

  /** @param {number | null} place @param {string} injury @param {number} day */
  #predict(place, injury, day) {
    const { data } = this;
    const count = data.studies.length;
    if (place === null) {
      const healthy = { expected: "normal", whole: 0, why: "", plain: "", mark: null, exceptions: [] };
      return { studies: data.studies.map(() => healthy), needle: data.needle.map(() => healthy) };
    }
    const row = data.rows[data.row_of[place]][data.injuries.indexOf(injury)];
    const all = row.map((course, n) => this.#stageOn(data.courses[course], day, data.studies[n]?.id));
    return { studies: all.slice(0, count), needle: all.slice(count) };
  }

  /**
   * @param {Stage[]} course
   * @param {number} day
   * @param {string | undefined} study  undefined: a muscle
   * @returns {Prediction}
   */
  #stageOn(course, day, study) {
    const [, expected, whole, sentence, mark] = course.findLast(([from]) => from <= day);
    const { data } = this;
    const exceptions = data.exceptions[study]?.[sentence] ?? [];
    return {
      expected: data.expected[expected],
      whole,
      why: data.sentences[sentence],
      plain: data.plain_sentences[sentence],
      mark: data.day_marks[mark] ?? null,
      exceptions,
    };
  }
}
