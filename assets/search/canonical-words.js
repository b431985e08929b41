// The words of a text that matter, each in one form, as atlas/search/canonical_words.py reads them.
const UNSTEMMED_LENGTH = 3;
const LEVEL = /\b([a-z])(\d+) \1(\d+)\b/g;

/** A word without the plural's s. */
function stem(word) {
  if (word.length <= UNSTEMMED_LENGTH || !word.endsWith("s") || /(ss|us|is)$/.test(word)) return word;
  return word.slice(0, /(x|ch|sh|ss)es$/.test(word) ? -2 : -1);
}

/**
 * The words of a folded text without the plural's s; "l4 l5" becomes "l4 5".
 * @param {string} folded
 * @returns {string[]}
 */
export const stems = (folded) => folded.replace(LEVEL, "$1$2 $3").split(" ").filter(Boolean).map(stem);

/** Expressions and what replaces them; the longest come first. */
class Replacements {
  /** @type {Map<string, string[]>} by the expression */
  byText = new Map();
  /** @type {Map<string, number>} number of words of the longest expression, by its first word */
  #longest = new Map();

  /**
   * @param {string[]} words
   * @param {string[]} replacement
   */
  add(words, replacement) {
    const text = words.join(" ");
    if (this.byText.has(text)) return;
    this.byText.set(text, replacement);
    this.#longest.set(words[0], Math.max(words.length, this.#longest.get(words[0]) ?? 0));
  }

  /** @param {string[]} words */
  appliedTo(words) {
    const found = [];
    for (let at = 0; at < words.length;) {
      let size = Math.min(this.#longest.get(words[at]) ?? 0, words.length - at);
      while (size && !this.byText.has(words.slice(at, at + size).join(" "))) size--;
      found.push(...(size ? this.byText.get(words.slice(at, at + size).join(" ")) : [words[at]]));
      at += size || 1;
    }
    return found;
  }
}

export class CanonicalWords {
  #ignored = new Replacements();
  #canonical = new Replacements();

  /**
   * @param {string[][]} equivalents  folded expressions with the same meaning; the first stands for all
   * @param {string[]} ignored  folded expressions that are left out
   */
  constructor(equivalents, ignored) {
    for (const text of ignored) this.#ignored.add(stems(text), []);
    for (const group of equivalents)
      for (const text of group) this.#canonical.add(this.#remaining(text), this.#remaining(group[0]));
  }

  /** The single words of the equivalents, with the words that stand for them. */
  get surfaceWords() {
    return [...this.#canonical.byText].filter(([text]) => !text.includes(" "));
  }

  /**
   * The canonical words of a folded text, each once. A text of ignored words alone keeps them.
   * @param {string} folded
   * @returns {string[]}
   */
  of(folded) {
    return [...new Set(this.#canonical.appliedTo(this.#remaining(folded)))];
  }

  #remaining(folded) {
    const words = stems(folded);
    const remaining = this.#ignored.appliedTo(words);
    return remaining.length ? remaining : words;
  }
}
