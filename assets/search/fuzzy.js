// Compares names for the search, step by step as atlas/search does. Scores run from 0 to 100.
const NOT_ASCII = /\P{ASCII}/gu;

/**
 * A text in lower case without accents and punctuation, its words separated by one space.
 * @param {string} text
 * @returns {string}
 */
export const fold = (text) =>
  (
    text
      .replace(/[ßẞ]/g, "ss")
      .normalize("NFKD")
      .replace(NOT_ASCII, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  ).join(" ");

// Spellings that sound alike, replaced in this order.
const SOUNDS = [
  ["ph", "f"],
  ["ae", "e"],
  ["oe", "e"],
  ["y", "i"],
  ["ck", "k"],
  ["c", "k"],
  ["x", "ks"],
];

/**
 * A folded text roughly as it sounds.
 * @param {string} folded
 * @returns {string}
 */
export const phonetic = (folded) =>
  SOUNDS.reduce((text, [spelling, sound]) => text.replaceAll(spelling, sound), folded).replace(/(.)\1+/g, "$1");

/** The length of the longest common subsequence of two texts. */
function commonLength(a, b) {
  let previous = new Uint16Array(b.length + 1);
  for (const letter of a) {
    const row = new Uint16Array(b.length + 1);
    for (let n = 0; n < b.length; n++)
      row[n + 1] = letter === b[n] ? previous[n] + 1 : Math.max(previous[n + 1], row[n]);
    previous = row;
  }
  return previous[b.length];
}

/**
 * The share of all letters of two texts that belong to their longest common subsequence.
 * @param {string} a
 * @param {string} b
 * @returns {number}
 */
export function ratio(a, b) {
  const all = a.length + b.length;
  return all ? (1 - (all - 2 * commonLength(a, b)) / all) * 100 : 100;
}

const MOST_MISSING = 9; // missing words cost no more than this
const FUZZY_MOST = 89; // score of a misspelling at most, so that it comes after all exact words

const missing = (words, others) => Math.min(Math.abs(others.length - words.length), MOST_MISSING);

/**
 * How well a spelling matches a wanted name: 100 if they are the same, 90 to 99 if the spelling has all wanted words,
 * less if some are misspelt.
 * @param {string} wanted  folded
 * @param {string} spelling  folded
 * @returns {number}
 */
export function similarity(wanted, spelling) {
  if (wanted === spelling) return 100;
  const [words, others] = [wanted, spelling].map((text) => text.split(" ").filter(Boolean));
  if (words.every((word) => others.includes(word))) return 99 - Math.min(others.length - words.length, MOST_MISSING);
  const bestFor = (word) => others.reduce((best, other) => Math.max(best, ratio(word, other)), 0);
  const byWord = words.map(bestFor).reduce((sum, score) => sum + score) / words.length - missing(words, others);
  return Math.max(0, Math.min(byWord, FUZZY_MOST), Math.min(ratio(wanted, spelling), FUZZY_MOST));
}

/**
 * Rounds a score to one decimal, half to even, as Python does.
 * @param {number} score
 */
export function rounded(score) {
  const whole = Math.floor(score);
  return score - whole === 0.25 ? whole + 0.2 : Number(score.toFixed(1));
}
