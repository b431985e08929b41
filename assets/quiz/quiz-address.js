// The part of the address that belongs to a run of the quiz: level, kinds, length, seed and the current question.
import { isOwn } from "../packs/own-id.js";
import { HASH } from "../packs/pack-link.js";
import { EXAM, isTime } from "./exam.js";
import { LENGTHS, LEVELS } from "./question-bank.js";

/** @import { QuestionBank } from "./question-bank.js" */
/** @import { StateChange } from "../lesion/types" */

const MODE = "quiz";
export const END = "end";

/**
 * Finds values that fit no quiz, and the change of state that drops them.
 * @param {State} state
 * @param {State} defaults
 * @param {QuestionBank} bank
 */
export function correctAddress({ level, asked, length, exam, minutes }, defaults, bank) {
  /** @type {{key: string, value: string}[]} */
  const wrong = [];
  /** @type {StateChange} */
  const change = {};
  const replace = (/** @type {string} */ key, /** @type {string} */ value, /** @type {string} */ replacement) => {
    wrong.push({ key, value });
    change[key] = replacement;
  };
  const { unknown } = bank.read(asked);
  const known = asked.split(",").filter((part) => part && !unknown.includes(part));
  if (!LEVELS.includes(level)) replace("level", level, defaults.level);
  if (!LENGTHS.includes(length)) replace("length", length, defaults.length);
  if (exam && exam !== EXAM) replace("exam", exam, defaults.exam);
  if (!isTime(minutes)) replace("minutes", minutes, defaults.minutes);
  if (unknown.length) replace("asked", unknown.join(", "), known.join());
  return { change, wrong };
}

/**
 * @param {State} state
 * @param {number} count  how many questions the run has
 * @returns {number}  index of the current question; `count` at the end of the run
 */
export function questionIndex({ n }, count) {
  if (n === END) return count;
  const at = Number(n || 1) - 1;
  return Number.isInteger(at) && at >= 0 && at < count ? at : 0;
}

/**
 * The value of `n` in the address for a question.
 * @param {number} at
 * @param {number} count
 */
export const questionNumber = (at, count) => (at < count ? String(at + 1) : END);

/**
 * The address of a run, without other state of the page. Null for a quiz of a pack that the address does not have.
 * @param {Pick<State, "level" | "asked" | "length" | "seed" | "exam" | "minutes">} state
 * @param {State} defaults
 * @param {string} [n]  by default, its first question
 */
export function runAddress({ level, asked, length, seed, exam, minutes }, defaults, n = "1") {
  const query = Object.entries({ mode: MODE, level, asked, length, seed, n, exam, minutes }).filter(
    ([key, value]) => value !== defaults[key],
  );
  if (isOwn(asked) && !location.hash.startsWith(HASH)) return null;
  const pack = isOwn(asked) ? location.hash : "";
  return `${location.origin}${location.pathname}?${new URLSearchParams(query).toString().replaceAll("%2C", ",")}${pack}`;
}
