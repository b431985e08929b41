// Recognises clues, which are signs and circumstances, in free text, and whether the text denies them.
import { Denials } from "./denials.js";

const SHORTEST_STEM = 3;
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

const isOrBegins = (word, stem, whole) =>
  word === stem || word === `${stem}s` || (!whole && stem.length > SHORTEST_STEM && word.startsWith(stem));
const isProperSubset = (positions, others) =>
  positions.size < others.size && [...positions].every((at) => others.has(at));
const isEqual = (positions, others) => positions.size === others.size && [...positions].every((at) => others.has(at));

/** Whether another match says all that this one says: it has more words, or it is a clue with the words of a name. */
const covers = ([other, others], [row, positions]) =>
  isProperSubset(positions, others) || (row.whole && !other.whole && isEqual(positions, others));

/** The positions of the words that match the stems of a phrase; null if a stem is not matched. */
function matchPhrase(stems, words, whole) {
  const positions = new Set();
  for (const stem of stems) {
    const at = words.findIndex((forms, n) => !positions.has(n) && forms.some((form) => isOrBegins(form, stem, whole)));
    if (at < 0) return null;
    positions.add(at);
  }
  return positions;
}

/** How well a match fits: by its words, then by how close they stand. @param {Set<number>} positions */
const closeness = (positions) =>
  positions.size ? positions.size - (Math.max(...positions) - Math.min(...positions)) / 1000 : 0;

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
  #standsFor;
  /** @type {Map<string, import("./matrix.js").ClueRow>} */
  #byId;
  #denied = "";

  /**
   * @param {import("./matrix.js").ClueRow[]} rows
   * @param {import("./denials.js").DenialWords} denials  words that deny a clue
   * @param {[string, string[]][]} words  words of phrases, each with the stems of others that can stand for it
   * @param {string} denied  the prefix of the id of a clue that was looked for and not found
   */
  constructor(rows, denials, words, denied) {
    this.#denials = new Denials(denials);
    this.#denied = denied;
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.#standsFor = words;
    for (const row of rows)
      for (const phrase of row.whole ? row.phrases : [row.id, row.name, ...row.phrases]) {
        const stems = foldedWords(phrase);
        const start = stems[0].slice(0, SHORTEST_STEM);
        if (!this.#byStart.has(start)) this.#byStart.set(start, []);
        this.#byStart.get(start).push([row, stems]);
      }
  }

  /**
   * Every clue that a text means. A phrase that uses only part of the words of another match is left out. The id of a
   * row, alone or after the prefix of what was not found, means this row and nothing else.
   * @param {string} text
   * @returns {ClueMatch[]}
   */
  match(text) {
    const id = this.#denied && text.startsWith(this.#denied) ? text.slice(this.#denied.length) : text;
    if (this.#byId.has(id)) return [{ text, row: this.#byId.get(id), denied: id !== text }];
    const read = this.#denials.read(text);
    const words = read.words.map((word) => this.#forms(word));
    const positionsByRow = new Map();
    for (const start of new Set(words.flat().map((form) => form.slice(0, SHORTEST_STEM))))
      for (const [row, stems] of this.#byStart.get(start) ?? []) {
        const positions = matchPhrase(stems, words, row.whole);
        const isBetter = positions && closeness(positions) > closeness(positionsByRow.get(row) ?? new Set());
        if (isBetter && this.#denials.areOneStatement(read, positions)) positionsByRow.set(row, positions);
      }
    const all = [...positionsByRow];
    return all
      .filter((match) => !all.some((other) => covers(other, match)))
      .map(([row, positions]) => ({ text, row, denied: this.#denials.denies(read, positions) }));
  }

  /** The word and all words that it can stand for. */
  #forms(word) {
    const means = this.#standsFor.filter(([, stems]) => stems.some((stem) => isOrBegins(word, stem, false)));
    return [word, ...means.map(([other]) => other)];
  }
}
