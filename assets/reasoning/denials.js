// Splits the text of a clue, and tells whether the words around a clue deny it.
const TOKEN = /[a-z0-9]+|[,;()]|\.(?=[ \n\t]|$)/g;
const DASHES = /[‐-―−]/gu;
const SHARP_S = /[ßẞ]/gu;
const NOT_ASCII = /\P{ASCII}/gu;

/**
 * The words that deny or tell of a loss; `denials` of the bundle.
 * @typedef {Record<"negations" | "lists" | "ends" | "breaks" | "lost" | "measured" | "fails" | "failed", string[]>
 *   & {longest: number}} DenialWords
 */

/**
 * The words of a text, and the part and the clause in which each of them stands.
 * @typedef {object} ClueText
 * @property {string[]} words
 * @property {number[]} parts
 * @property {number[]} clauses
 */

export class Denials {
  #sets;
  #longest;

  /** @param {DenialWords} words */
  constructor({ longest, ...words }) {
    this.#longest = longest;
    this.#sets = Object.fromEntries(Object.entries(words).map(([kind, list]) => [kind, new Set(list)]));
  }

  /**
   * Split a text. Parts end at a comma or a bracket, clauses at other stops and at words such as "but".
   * @param {string} text
   * @returns {ClueText}
   */
  read(text) {
    const dashed = text.replace(SHARP_S, "ss").replace(DASHES, "-");
    const ascii = dashed.normalize("NFKD").replace(NOT_ASCII, "").toLowerCase();
    const read = { words: [], parts: [], clauses: [] };
    let [part, clause] = [0, 0];
    for (const token of ascii.match(TOKEN) ?? []) {
      if (",()".includes(token)) part++;
      else if (";.".includes(token) || this.#sets.breaks.has(token)) [part, clause] = [part + 1, clause + 1];
      else if (read.words.length < this.#longest) {
        read.words.push(token);
        read.parts.push(part);
        read.clauses.push(clause);
      }
    }
    return read;
  }

  /**
   * Whether a denial covers one of the words at these positions.
   * @param {ClueText} text
   * @param {Set<number>} positions
   */
  denies(text, positions) {
    const { negations, lists } = this.#sets;
    return text.words.some((word, at) => {
      if (!negations.has(word) || positions.has(at) || this.#isLoss(text, at)) return false;
      const covered = [...positions];
      if (covered.some((position) => text.parts[position] === text.parts[at])) return true;
      return lists.has(word) && covered.some((position) => this.#isInList(text, at, position));
    });
  }

  /**
   * Whether these words stand in one part, or in several without a denial.
   * @param {ClueText} text
   * @param {Set<number>} positions
   */
  areOneStatement(text, positions) {
    const parts = new Set([...positions].map((at) => text.parts[at]));
    return (
      parts.size === 1 || !text.words.some((word, at) => parts.has(text.parts[at]) && this.#sets.negations.has(word))
    );
  }

  /** Whether the word is in a list after the denial that ends with "or". */
  #isInList({ words, parts, clauses }, denial, position) {
    if (position < denial || clauses[position] !== clauses[denial]) return false;
    const isLater = (at) => clauses[at] === clauses[position] && parts[at] >= parts[position];
    return words.some((word, at) => this.#sets.ends.has(word) && isLater(at));
  }

  /** Whether the denial means a loss: "not recordable", or "absent" beside what was measured. */
  #isLoss({ words, parts }, at) {
    const { fails, failed, lost, measured } = this.#sets;
    if (fails.has(words[at]) && failed.has(words[at + 1])) return true;
    const isMeasured = (word) => measured.has(word) || measured.has(word.replace(/s$/, ""));
    return lost.has(words[at]) && words.some((word, n) => parts[n] === parts[at] && isMeasured(word));
  }
}
