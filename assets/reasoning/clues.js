// Recognises clues, which are signs and circumstances, in free text, and whether the text denies them.
const SHORTEST_STEM = 3;
const LONGEST = 24; // words
const NOT_ASCII = /\P{ASCII}/gu;

/**
 * The words of a text in lower case, without accents and punctuation.
 * @param {string} text
 * @returns {string[]}
 */
export function foldedWords(text) {
  const ascii = text.normalize("NFKD").replace(NOT_ASCII, "").toLowerCase();
  return ascii.match(/[a-z0-9]+/g) ?? [];
}

const startsWith = (word, stem) => word === stem || (stem.length > SHORTEST_STEM && word.startsWith(stem));
const isProperSubset = (positions, others) =>
  positions.size < others.size && [...positions].every((at) => others.has(at));

/** The positions of the words that match the stems of a phrase; null if a stem is not matched. */
function matchPhrase(stems, words) {
  const positions = new Set();
  for (const stem of stems) {
    const at = words.findIndex((word, n) => !positions.has(n) && startsWith(word, stem));
    if (at < 0) return null;
    positions.add(at);
  }
  return positions;
}

/**
 * A clue recognised in a text.
 * @typedef {object} ClueMatch
 * @property {string} text
 * @property {import("./matrix.js").ClueRow} row
 * @property {boolean} denied
 */

export class Clues {
  /** @type {Map<string, [import("./matrix.js").ClueRow, string[]][]>} rows and stems of phrases by their first letters */
  #byStart = new Map();
  #denials;

  /**
   * @param {import("./matrix.js").ClueRow[]} rows
   * @param {string[]} denials  words that deny a clue
   */
  constructor(rows, denials) {
    this.#denials = new Set(denials);
    for (const row of rows)
      for (const phrase of [row.id, row.name, ...row.phrases]) {
        const stems = foldedWords(phrase);
        const start = stems[0].slice(0, SHORTEST_STEM);
        if (!this.#byStart.has(start)) this.#byStart.set(start, []);
        this.#byStart.get(start).push([row, stems]);
      }
  }

  /**
   * Every clue that a text means. A phrase that uses only part of the words of another match is left out.
   * @param {string} text
   * @returns {ClueMatch[]}
   */
  match(text) {
    const words = foldedWords(text).slice(0, LONGEST);
    const positionsByRow = new Map();
    for (const start of new Set(words.map((word) => word.slice(0, SHORTEST_STEM))))
      for (const [row, stems] of this.#byStart.get(start) ?? []) {
        const positions = matchPhrase(stems, words);
        if (positions && positions.size > (positionsByRow.get(row)?.size ?? 0)) positionsByRow.set(row, positions);
      }
    const all = [...positionsByRow.values()];
    return [...positionsByRow]
      .filter(([, positions]) => !all.some((others) => isProperSubset(positions, others)))
      .map(([row, positions]) => ({
        text,
        row,
        denied: words.some((word, at) => !positions.has(at) && this.#denials.has(word)),
      }));
  }
}
