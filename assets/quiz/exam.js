// The exam of the quiz: which runs are finished, so that their answers may be shown, and how long they took.
import { element, filled } from "../app/dom.js";

/** @import { Words } from "../lesion/types" */

export const EXAM = "on";
/** Minutes that the start page offers; "" is no time. */
export const MINUTES = ["", "5", "10", "20", "30"];
const MOST_MINUTES = 180;
const SECOND = 1000; // milliseconds
const MINUTE = 60; // seconds

/** Whether the address may ask for this time. @param {string} minutes */
export const isTime = (minutes) =>
  minutes === "" || (/^[1-9]\d{0,2}$/.test(minutes) && Number(minutes) <= MOST_MINUTES);

/** A time in minutes and seconds, such as "9:05". @param {number} seconds */
export const clockTime = (seconds) => `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, "0")}`;

/**
 * Right answers by kind of question, in the order in which the kinds are first asked.
 * @param {{kind: string}[]} questions
 * @param {({isRight: boolean} | undefined)[]} given  for each question, its answer
 * @returns {[kind: string, right: number, all: number][]}
 */
export function scoreByKind(questions, given) {
  /** @type {Map<string, [string, number, number]>} */
  const kinds = new Map();
  for (const [n, { kind }] of questions.entries()) {
    const [, right, all] = kinds.get(kind) ?? [kind, 0, 0];
    kinds.set(kind, [kind, right + Number(Boolean(given[n]?.isRight)), all + 1]);
  }
  return [...kinds.values()];
}

export class Exam {
  /** @param {Words} words */
  constructor(words) {
    this.words = words;
    /** @type {Map<string, number>} run → when its first question was shown, in milliseconds */
    this.starts = new Map();
    /** @type {Map<string, number>} finished run → seconds that it took; NaN if none of its questions was shown */
    this.finished = new Map();
    this.time = element("span", { role: "timer" });
    this.over = element("b", { role: "status" });
    this.clock = element("p", { className: "exam-clock", hidden: true }, this.time, " ", this.over);
    /** @type {number | undefined} */
    this.ticking = undefined;
  }

  /** Goes on with a run that began before the page was reloaded. @param {string} runKey @param {number} start */
  resume(runKey, start) {
    this.starts.set(runKey, Math.min(start, Date.now()));
  }

  /** @param {string} runKey */
  isFinished(runKey) {
    return this.finished.has(runKey);
  }

  /**
   * Starts the time of a run with its first question, and shows what is left of it. Nothing ends by itself: the clock
   * only says that the time is over.
   * @param {string} runKey
   * @param {string} minutes  "" shows no time
   */
  run(runKey, minutes) {
    if (!this.starts.has(runKey)) this.starts.set(runKey, Date.now());
    this.stop();
    this.clock.hidden = !minutes;
    if (!minutes) return;
    const tick = () => this.#show(Number(minutes) * MINUTE - this.#passed(runKey));
    this.ticking = setInterval(tick, SECOND);
    tick();
  }

  /** @param {string} runKey */
  #passed(runKey) {
    return Math.floor((Date.now() - this.starts.get(runKey)) / SECOND);
  }

  /** @param {number} left  seconds */
  #show(left) {
    this.time.textContent = filled(this.words["quiz.exam.left"], { time: clockTime(Math.max(0, left)) });
    const over = left <= 0 ? this.words["quiz.exam.over"] : "";
    if (this.over.textContent !== over) this.over.textContent = over;
  }

  /** @param {string} runKey */
  finish(runKey) {
    this.stop();
    if (!this.finished.has(runKey)) this.finished.set(runKey, this.#passed(runKey));
  }

  /**
   * How long a run took, in words; "" if none of its questions was shown.
   * @param {string} runKey
   * @param {string} minutes
   */
  timeText(runKey, minutes) {
    const seconds = this.finished.get(runKey);
    if (!Number.isFinite(seconds)) return "";
    const key = !minutes
      ? "quiz.exam.took"
      : seconds <= Number(minutes) * MINUTE
        ? "quiz.exam.within"
        : "quiz.exam.beyond";
    return filled(this.words[key], { time: clockTime(seconds), n: minutes });
  }

  /** Stops the clock on the screen. The time of a run goes on. */
  stop() {
    clearInterval(this.ticking);
    this.clock.hidden = true;
  }
}
