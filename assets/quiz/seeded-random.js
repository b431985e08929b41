// Reproducible random order: whole-number hashes of ids and a seed, the same in every browser and for every order of ids.

/** FNV-1a. @param {string} text */
function hash(text) {
  let h = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) h = Math.imul(h ^ text.charCodeAt(n), 0x01000193);
  return h >>> 0;
}

/**
 * A random number for some texts. One step of mulberry32 separates texts that are nearly the same.
 * @param {...(string | number)} texts
 * @returns {number}  from 0 to 2³² − 1
 */
export function randomNumber(...texts) {
  let t = (hash(texts.join("\n")) + 0x6d2b79f5) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
}

const compare = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The ids in random order; the texts are the seed.
 * @param {string[]} ids
 * @param {...(string | number)} texts
 */
export function shuffled(ids, ...texts) {
  const numbers = new Map(ids.map((id) => [id, randomNumber(...texts, id)]));
  return [...ids].sort((a, b) => numbers.get(a) - numbers.get(b) || compare(a, b));
}

const DIGITS = "0123456789abcdefghijkmnpqrstuvwxyz";

export const newSeed = () =>
  [...crypto.getRandomValues(new Uint8Array(6))].map((n) => DIGITS[n % DIGITS.length]).join("");
