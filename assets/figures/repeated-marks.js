// Finds marks that say the same close together on neighbouring patches of skin, where one of them is enough.

/** Marks that are nearer than this, in letter heights, read as one repeated. */
const CLOSE = 4;

/** @typedef {{of: string, mark: string, x: number, y: number, room: number}} Mark  of a patch of skin */

/**
 * The marks of which a neighbour says the same nearby. Of such neighbours the one with the most room keeps its mark.
 * @param {Mark[]} marks  of one figure
 * @param {(a: string, b: string) => boolean} areNeighbours  whether two patches share a border
 * @param {number} letter  height of a letter
 * @returns {Set<string>}  the patches that need no mark
 */
export function repeatedMarks(marks, areNeighbours, letter) {
  const repeats = (/** @type {Mark} */ a, /** @type {Mark} */ b) =>
    a !== b && a.mark === b.mark && areNeighbours(a.of, b.of) && Math.hypot(a.x - b.x, a.y - b.y) < CLOSE * letter;
  const waiting = new Set([...marks].filter(({ mark }) => mark).sort((a, b) => b.room - a.room));
  /** @type {Set<string>} */
  const repeated = new Set();
  for (const keeper of waiting) {
    const group = [keeper];
    for (const one of group)
      for (const other of waiting)
        if (repeats(one, other) && !group.includes(other)) {
          group.push(other);
          repeated.add(other.of);
          waiting.delete(other);
        }
  }
  return repeated;
}
