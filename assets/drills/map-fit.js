// One drawing of a dermatome against every map, since maps disagree.
import { ELSEWHERE } from "./painted-skin.js";
import { scoreOf } from "./scores.js";

/** @import { Skin } from "./painted-skin.js" */
/** @import { Target } from "./scores.js" */
/**
 * Map → each patch of which it says something → the roots that it gives it.
 * @typedef {Record<string, Record<string, string[]>>} Dermatomes
 */
/** @typedef {{map: string, dice: number | null}} Fit  `dice` is null if the map says too little of the drawing */

const ENOUGH = 0.5; // of the painted skin: a map of a few points would fit by chance

/**
 * The skin of a root on a map; patches of which the map says nothing are not judged.
 * @param {Record<string, string[]>} says  of one map
 * @param {string} root
 * @param {Iterable<string>} skin  all patches
 * @returns {Target}
 */
export const dermatome = (says, root, skin) => ({
  patches: Object.keys(says).filter((id) => says[id].includes(root)),
  unjudged: [...skin].filter((id) => id !== ELSEWHERE && !(id in says)),
});

/** How much of the painted skin a map says something of, from 0 to 1. */
function spoken(/** @type {Skin} */ skin, /** @type {Target} */ { unjudged }) {
  let [all, said] = [0, 0];
  for (const [id, { size, share }] of skin) {
    all += size * share;
    if (!unjudged.includes(id)) said += size * share;
  }
  return all ? said / all : 0;
}

/**
 * How well the drawing of a root fits each map that draws the root: the best first, then those that say too little of it.
 * @param {Skin} skin
 * @param {string} root
 * @param {Dermatomes} dermatomes
 * @param {string[]} unread  maps of which nobody has read the original
 * @returns {{ranked: Fit[], unranked: Fit[]}}  `unranked`: the unread ones, in the order of the maps
 */
export function fits(skin, root, dermatomes, unread = []) {
  const found = Object.entries(dermatomes).flatMap(([map, says]) => {
    const target = dermatome(says, root, skin.keys());
    if (!target.patches.length) return [];
    return [{ map, dice: spoken(skin, target) < ENOUGH ? null : scoreOf(skin, target).dice }];
  });
  const isUnread = (/** @type {Fit} */ { map }) => unread.includes(map);
  return {
    ranked: found.filter((fit) => !isUnread(fit)).sort((a, b) => (b.dice ?? -1) - (a.dice ?? -1)),
    unranked: found.filter(isUnread),
  };
}

/** @typedef {{named: number, of: number}} Votes  how many maps give a patch to a root, of those that say something of it */

/**
 * @param {string} root
 * @param {string} patch
 * @param {Dermatomes} dermatomes
 * @param {string} tally  a map that only sums up the others
 * @returns {Votes}
 */
export function votes(root, patch, dermatomes, tally) {
  const said = Object.entries(dermatomes).flatMap(([map, says]) => (map !== tally && says[patch] ? [says[patch]] : []));
  return { named: said.filter((roots) => roots.includes(root)).length, of: said.length };
}

/** Which sentence says how maps have voted. @param {Votes} votes */
export function voteKind({ named, of }) {
  if (!of) return "silent";
  if (of === 1) return named ? "only" : "only.not";
  if (!named) return "none";
  return named === of ? "all" : "some";
}
