// When a missed question is due again. The days are calendar days of the reader, never spans of hours, so that neither
// summer time nor a journey shifts them.
//
// The scheme is Leitner's boxes (S. Leitner, So lernt man lernen, 1972, as described at
// https://en.wikipedia.org/wiki/Leitner_system): a right answer moves a card to the next box, which waits longer, a wrong
// one moves it back to the first. How long each box waits is our own choice. Only a question that was missed has a box.

/** @typedef {string} Day  as in "2026-11-30" */

/**
 * @typedef {object} Entry  what is known of one question
 * @property {number} right  how often it was answered rightly
 * @property {number} wrong
 * @property {Day} day  of the last answer
 * @property {number} [box]  index of its wait; `WAITS.length` once it has left the last box; missing if never missed
 * @property {Day} [due]  when it is asked again; missing if that is never
 */

/** @typedef {Record<string, Entry>} Entries  question id → its entry */

/** Days that a question waits in each box. */
export const WAITS = [1, 3, 7, 16, 35];
const LONGEST_WAIT = WAITS[WAITS.length - 1];
const DAY_PATTERN = /^([1-9]\d{3})-(\d\d)-(\d\d)$/;
const MILLISECONDS_OF_DAY = 86_400_000; // of a day in UTC, which has no summer time

const twoDigits = (/** @type {number} */ number) => String(number).padStart(2, "0");

/** The calendar day of a time where the reader is. @param {Date} time @returns {Day} */
export const dayOf = (time) =>
  `${String(time.getFullYear()).padStart(4, "0")}-${twoDigits(time.getMonth() + 1)}-${twoDigits(time.getDate())}`;

/**
 * The number of a day, counted from 1970; NaN if the calendar has no such day.
 * @param {unknown} day
 */
export function dayNumber(day) {
  const [, year, month, date] = (typeof day === "string" && DAY_PATTERN.exec(day)) || [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(date));
  const found = new Date(time);
  const isReal = found.getUTCMonth() + 1 === Number(month) && found.getUTCDate() === Number(date);
  return isReal ? time / MILLISECONDS_OF_DAY : NaN;
}

/** @param {Day} day @param {number} days @returns {Day} */
export const addDays = (day, days) =>
  new Date((dayNumber(day) + days) * MILLISECONDS_OF_DAY).toISOString().slice(0, day.length);

/**
 * The entry of a question after one more answer. A right answer before the question is due proves little, since the
 * answer was just read, and leaves it in its box.
 * @param {Entry | undefined} before
 * @param {boolean} isRight
 * @param {Day} today
 * @returns {Entry}
 */
export function answered(before, isRight, today) {
  const { right = 0, wrong = 0, box, due } = before ?? {};
  const counts = { right: right + Number(isRight), wrong: wrong + Number(!isRight), day: today };
  if (!isRight) return { ...counts, box: 0, due: addDays(today, WAITS[0]) };
  if (box === undefined) return counts;
  if (!isDue({ due }, today)) return { ...counts, box, ...(due && { due }) };
  const next = Math.min(box + 1, WAITS.length);
  return next < WAITS.length ? { ...counts, box: next, due: addDays(today, WAITS[next]) } : { ...counts, box: next };
}

/**
 * Whether a question is to be asked. A day further ahead than any wait comes from a wrong clock; it counts as today.
 * @param {Pick<Entry, "due">} entry
 * @param {Day} today
 */
export function isDue({ due }, today) {
  if (!due) return false;
  const ahead = dayNumber(due) - dayNumber(today);
  return ahead <= 0 || ahead > LONGEST_WAIT;
}

/**
 * The ids of the questions that are due, the longest overdue first, and the next day on which some are.
 * @param {Entries} entries
 * @param {Day} today
 * @returns {{due: string[], next: {day: Day, count: number} | null}}
 */
export function dueOn(entries, today) {
  const waiting = Object.entries(entries)
    .filter(([, { due }]) => due)
    .sort(([a, { due: dueA }], [b, { due: dueB }]) => (dueA < dueB ? -1 : dueA > dueB ? 1 : a < b ? -1 : 1));
  const due = waiting.filter(([, entry]) => isDue(entry, today)).map(([id]) => id);
  const later = waiting.filter(([, entry]) => !isDue(entry, today)).map(([, entry]) => entry.due);
  const next = later.length ? { day: later[0], count: later.filter((day) => day === later[0]).length } : null;
  return { due, next };
}

const isCount = (/** @type {unknown} */ value) => Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0;

/**
 * Reads a stored entry: [right, wrong, day, box, due]. Older versions stored no box; there, what was ever wrong counts as
 * missed on the day of its last answer.
 * @param {unknown} stored
 * @returns {Entry | null}  null if it is damaged or not ours
 */
export function readEntry(stored) {
  if (!Array.isArray(stored)) return null;
  const [right, wrong, day, box, due] = stored;
  if (!isCount(right) || !isCount(wrong) || Number.isNaN(dayNumber(day))) return null;
  const counts = { right, wrong, day };
  if (!wrong) return counts;
  if (box === WAITS.length) return { ...counts, box };
  const isWhole = isCount(box) && box < WAITS.length && !Number.isNaN(dayNumber(due));
  return isWhole ? { ...counts, box, due } : { ...counts, box: 0, due: addDays(day, WAITS[0]) };
}

/**
 * An entry as it is stored.
 * @param {Entry} entry
 */
export const storedEntry = ({ right, wrong, day, box, due }) => [
  right,
  wrong,
  day,
  ...(box === undefined ? [] : [box]),
  ...(due ? [due] : []),
];
