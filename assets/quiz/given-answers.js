// The answers of a reader: judged when they are given, and held in an exam until its end.
import { dropExam, keepExam, keptExam } from "./exam-memory.js";

/** @import { Exam } from "./exam.js" */
/** @import { Progress } from "./progress.js" */
/** @import { Answer, Question, QuestionBank } from "./question-bank.js" */

export class GivenAnswers {
  /** @type {Map<string, Answer>} run and question → answer */
  #answers = new Map();
  #bank;
  #progress;
  #exam;

  /**
   * @param {QuestionBank} bank
   * @param {Progress} progress
   * @param {Exam} exam
   */
  constructor(bank, progress, exam) {
    this.#bank = bank;
    this.#progress = progress;
    this.#exam = exam;
  }

  /** The choices of a question in this run; none if a tap answers it. @param {Question} question @param {string} seed */
  choices(question, seed) {
    return question.clicked ? [] : this.#bank.choices(question.id, seed);
  }

  /** The right answer that is named: the one among the choices. @param {Question} question @param {string} seed */
  rightAnswer(question, seed) {
    return this.choices(question, seed).find((id) => question.right.includes(id)) ?? question.right[0];
  }

  /** @param {string} id @param {string} runKey @returns {Answer | undefined} */
  at(id, runKey) {
    return this.#answers.get(`${runKey} ${id}`);
  }

  /** @param {string[]} run @param {string} runKey */
  all(run, runKey) {
    return run.map((id) => this.at(id, runKey));
  }

  /**
   * After an exam, a question without an answer is explained like one whose answer was asked for.
   * @param {Question} question
   * @param {Pick<State, "exam" | "seed">} state
   * @returns {Answer | undefined}
   */
  missing(question, { exam, seed }) {
    return exam ? { chosen: null, isRight: false, answer: this.rightAnswer(question, seed) } : undefined;
  }

  /**
   * Judges an answer and holds it.
   * @param {Question} question
   * @param {string | null} chosen  null for "I don't know"
   * @param {string} runKey
   * @param {string} seed
   * @returns {Answer}
   */
  take(question, chosen, runKey, seed) {
    const isRight = question.right.includes(chosen);
    const answer = { chosen, isRight, answer: isRight ? chosen : this.rightAnswer(question, seed) };
    this.#answers.set(`${runKey} ${question.id}`, answer);
    return answer;
  }

  /** Counts an answer for what comes back later. @param {string} id @param {boolean} isRight */
  record(id, isRight) {
    this.#progress.record(id, isRight);
    document.dispatchEvent(new CustomEvent("atlas:answered", { detail: { id, isRight } }));
  }

  /**
   * Takes up an exam that this tab has kept, after a reload.
   * @param {string[]} run
   * @param {string} runKey
   * @param {string} seed
   */
  resumeExam(run, runKey, seed) {
    if (this.#exam.starts.has(runKey) || this.#exam.isFinished(runKey)) return;
    const kept = keptExam(runKey);
    if (!kept) return;
    this.#exam.resume(runKey, kept.start);
    for (const id of run) if (kept.chosen[id]) this.take(this.#bank.questions.get(id), kept.chosen[id], runKey, seed);
  }

  /** Keeps an exam for a reload of this tab. @param {string[]} run @param {string} runKey */
  keepExam(run, runKey) {
    const chosen = run.flatMap((id) => {
      const given = this.at(id, runKey);
      return given ? [[id, given.chosen]] : [];
    });
    keepExam(runKey, { start: this.#exam.starts.get(runKey), chosen: Object.fromEntries(chosen) });
  }

  /**
   * Ends an exam, once: from now on its answers are shown and cannot be changed.
   * @param {Question[]} questions
   * @param {string} runKey
   */
  finishExam(questions, runKey) {
    if (this.#exam.isFinished(runKey)) return;
    this.#exam.finish(runKey);
    dropExam();
    for (const { id } of questions) {
      const given = this.at(id, runKey);
      if (given) this.record(id, given.isRight);
    }
  }
}
