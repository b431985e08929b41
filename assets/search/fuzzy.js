// How texts are compared: their normal form, roughly how they sound, and how many slips lie between two words, as
// atlas/search/similarity.py computes them.
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
  ["qu", "kw"],
  ["c", "k"],
  ["x", "ks"],
  ["z", "s"],
];

/**
 * A folded text roughly as it sounds.
 * @param {string} folded
 * @returns {string}
 */
export const phonetic = (folded) =>
  SOUNDS.reduce((text, [spelling, sound]) => text.replaceAll(spelling, sound), folded)
    .replace(/^ps/, "s")
    .replace(/(.)\1+/g, "$1");

const VOWELS = new Set("aeiou");
const SHORT_LENGTH = 4; // words up to this length must keep every letter
const LONG_LENGTH = 10; // words from this length on may have two slips
const SHORTEST_MISSPELT = 3;
const SHORTEST_MEANT = 4; // no misspelt word is read as one that sounds shorter

/**
 * How many slips a word can have and still be recognised; none in a word with digits.
 * @param {string} word
 * @returns {number}
 */
export function slipsAllowed(word) {
  if (word.length < SHORTEST_MISSPELT || !/^[a-z]+$/.test(word)) return 0;
  return word.length >= LONG_LENGTH ? 2 : 1;
}

/**
 * How many slips lie between two words as they sound: a letter too many or too few, two letters swapped, or a wrong
 * vowel in a word that is not short. A wrong consonant counts as two. Null if there are more slips than `most`, or if
 * the first letters differ.
 * @param {string} word
 * @param {string} other
 * @param {number} most
 * @returns {number | null}
 */
export function slips(word, other, most) {
  if (word === other) return 0;
  if (other.length < SHORTEST_MEANT || word[0] !== other[0] || Math.abs(word.length - other.length) > most) return null;
  const wrongVowel = Math.min(word.length, other.length) > SHORT_LENGTH ? 1 : 2;
  /** @type {number[]} */
  let beforeLast = [];
  let last = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let row = 1; row <= word.length; row++) {
    const letter = word[row - 1];
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const facing = other[column - 1];
      const wrong = letter === facing ? 0 : VOWELS.has(letter) && VOWELS.has(facing) ? wrongVowel : 2;
      let cost = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + wrong);
      if (row > 1 && column > 1 && letter === other[column - 2] && word[row - 2] === facing)
        cost = Math.min(cost, beforeLast[column - 2] + 1);
      current.push(cost);
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] <= most ? last[other.length] : null;
}
