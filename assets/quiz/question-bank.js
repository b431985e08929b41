// The question bank, and the runs drawn from it. A run depends only on what the address says: seed, level, kinds, length.
import { ownQuestions } from "../packs/own-entries.js";
import { isOwn, ownId } from "../packs/own-id.js";
import { stored } from "../packs/pack-store.js";
import { shuffled } from "./seeded-random.js";

/** @import { Words } from "../lesion/types" */

/**
 * @typedef {object} Question
 * @property {string} id
 * @property {string} kind
 * @property {string} about  id of the node or thing that is asked about
 * @property {number} level
 * @property {string[]} right  ids
 * @property {string[]} wrong  ids, the most plausible first
 * @property {boolean} clicked  whether it is answered in the figures
 * @property {[sign: string, ids: string[]][]} given  the findings that the question gives
 * @property {[claim: string, says: string][]} rows  the claims behind the answer
 * @property {string[]} sources  in short
 * @property {Record<string, string>} reasons  choice → why it is right or wrong, where the figures do not tell
 * @property {{text: string, choices: string[], explanation: string, view: string}} [own]  of a question of a pack: its
 *   text, its choices in order, and what is shown with the answer
 */

/** @typedef {{name: string, nodes: number[]}} Thing  what is no node: a test, a day, a pair; the nodes that stand for it */

/** @typedef {{chosen: string | null, isRight: boolean, answer: string}} Answer  `chosen` is null for "I don't know" */
/** @typedef {{level: string, asked: string, length: string, seed: string}} Run  as in the address */

/**
 * @typedef {object} QuizData  the JSON of the quiz bundle (atlas/web/bundles/quiz.py)
 * @property {string[]} kinds
 * @property {string[]} clicked  kinds that are answered in the figures
 * @property {[number, number, number, number, number, Record<string, number[]>, number, Record<string, number>, number][]} questions
 *   kind, subject, level, right and wrong answers, given findings, claims, reasons of choices, sources
 * @property {number[][]} lists  lists that `questions` refers to
 * @property {[claim: string, says: string][]} rows
 * @property {[id: string, name: string, nodes: number[]][]} things  behind the last node of the payload
 * @property {string[]} sentences
 * @property {string[]} sources  in short
 * @property {Record<string, string>} plates  node → the plate where it is largest
 * @property {Words} words
 */

export const LEVELS = ["", "1", "2", "3"];
export const LENGTHS = ["5", "10", "20", "40"];
const CHOICES = 4;
const CHOICE_ORDER = "choice";

/** @type {Record<number, number>} level → from how many of the most plausible wrong answers the choices are drawn */
const PLAUSIBLE = { 2: 8, 3: 4 };

export class QuestionBank {
  /**
   * @param {QuizData} data
   * @param {Payload} payload
   */
  constructor(data, payload) {
    this.kinds = data.kinds;
    this.plates = data.plates;
    this.payload = payload;
    /** @type {Map<string, Thing>} */
    this.things = new Map(data.things.map(([id, name, nodes]) => [id, { name, nodes }]));
    const idOf = (/** @type {number} */ index) => payload.ids[index] ?? data.things[index - payload.ids.length][0];
    const idsOf = (/** @type {number[]} */ indexes) => indexes.map(idOf);
    /** @type {Map<string, Question>} */
    this.questions = new Map(
      data.questions.map(([kindAt, aboutAt, level, right, wrong, given, rows, reasons, sources]) => {
        const [kind, about] = [data.kinds[kindAt], idOf(aboutAt)];
        const id = `${kind}.${about}`;
        const question = {
          id,
          kind,
          about,
          level,
          right: idsOf(data.lists[right]),
          wrong: idsOf(data.lists[wrong]),
          clicked: data.clicked.includes(kind),
          given: Object.entries(given).map(
            ([sign, indexes]) => /** @type {[string, string[]]} */ ([sign, idsOf(indexes)]),
          ),
          rows: data.lists[rows].map((row) => data.rows[row]),
          sources: data.lists[sources].map((source) => data.sources[source]),
          reasons: Object.fromEntries(
            Object.entries(reasons).map(([index, sentence]) => [idOf(Number(index)), data.sentences[sentence]]),
          ),
        };
        return [id, question];
      }),
    );
  }

  /** @type {Map<string, string[]>} quiz of the pack that is played → its questions in order */
  #ownRuns = new Map();
  /** @type {unknown} */
  #taken = null;

  /** Takes in the quizzes of the pack that is played, instead of those of another pack. */
  takeOwn() {
    if (this.#taken === stored.playing) return;
    this.#taken = stored.playing;
    this.#ownRuns.clear();
    for (const known of [this.questions, this.things])
      for (const id of [...known.keys()].filter(isOwn)) known.delete(id);
    for (const [n, quiz] of (stored.playing?.quizzes ?? []).entries()) {
      const { run, questions, choices } = ownQuestions(quiz, ownId(n));
      for (const question of questions) this.questions.set(question.id, question);
      for (const [id, name] of choices) this.things.set(id, { name, nodes: [] });
      this.#ownRuns.set(
        ownId(n),
        run.filter((id) => this.questions.has(id)),
      );
    }
  }

  /** @param {string} id */
  nameOf(id) {
    return this.things.get(id)?.name ?? this.payload.nameOf(id);
  }

  /**
   * Reads `asked` of the address: kinds, single questions by id, and quizzes of a pack. Nothing means all kinds.
   * @param {string} asked
   */
  read(asked) {
    const given = asked.split(",").filter(Boolean);
    const parts = given.flatMap((part) => this.#ownRuns.get(part) ?? [part]);
    const kinds = parts.filter((part) => this.kinds.includes(part));
    const ids = parts.filter((part) => this.questions.has(part));
    return { kinds, ids, unknown: parts.filter((part) => !kinds.includes(part) && !ids.includes(part)) };
  }

  /**
   * The ids of all questions that a choice of level and kinds allows.
   * @param {Pick<Run, "level" | "asked">} run
   */
  matching({ level, asked }) {
    const { kinds, ids } = this.read(asked);
    if (ids.length) return [...new Set(ids)];
    return [...this.questions.values()]
      .filter((question) => !question.own && (!level || String(question.level) === level))
      .filter((question) => !kinds.length || kinds.includes(question.kind))
      .map(({ id }) => id);
  }

  /**
   * The ids of a run in order. Kinds take turns, so that a kind with many questions is not asked more often.
   * @param {Run} run
   */
  run({ seed, level, asked, length }) {
    if (this.#ownRuns.has(asked)) return this.#ownRuns.get(asked);
    const shuffledIds = shuffled(this.matching({ level, asked }), seed);
    if (this.read(asked).ids.length) return shuffledIds;
    /** @type {Map<string, string[]>} */
    const byKind = new Map();
    for (const id of shuffledIds) {
      const { kind } = this.questions.get(id);
      byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
    }
    const wanted = Math.min(shuffledIds.length, Number(length));
    const ids = [];
    for (let round = 0; ids.length < wanted; round++)
      for (const kind of shuffled([...byKind.keys()], seed, round))
        ids.push(...byKind.get(kind).slice(round, round + 1));
    return ids.slice(0, wanted);
  }

  /**
   * The four choices of a question: one right answer, and wrong ones that are more plausible at higher levels.
   * @param {string} id
   * @param {string} seed
   */
  choices(id, seed) {
    const { right, wrong, level, own } = this.questions.get(id);
    if (own) return own.choices;
    const wrongCount = CHOICES - 1;
    // the first level leaves out the most plausible half
    const easy = wrong.slice(Math.min(Math.floor(wrong.length / 2), wrong.length - wrongCount));
    const pool = level in PLAUSIBLE ? wrong.slice(0, PLAUSIBLE[level]) : easy;
    const choices = [shuffled(right, seed, id)[0], ...shuffled(pool, seed, id).slice(0, wrongCount)];
    return shuffled(choices, seed, id, CHOICE_ORDER);
  }

  /**
   * The plate on which a question is asked: the one where its subject is largest.
   * @param {Question} question
   * @param {string} defaultPlate
   */
  plateOf({ about, own }, defaultPlate) {
    if (own) return new URLSearchParams(own.view).get("plate") || defaultPlate;
    return this.plates[about] ?? defaultPlate;
  }
}
