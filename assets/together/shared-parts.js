// What two pathways have in common, and what only one of them has: roots, muscles, skin, reflexes and nerves.

/** The kinds that are listed, in their order. */
export const KINDS = ["root", "muscle", "territory", "reflex", "nerve"];

/** @typedef {Record<string, number[]>} ByKind  kind → nodes, for the kinds that have some */

/**
 * The nodes of a pathway that are listed. All segments of a nerve are that nerve.
 * @param {Payload} payload
 * @param {Pathway} pathway
 */
const thingsOf = ({ nerve_of: nerveOf }, { nodes }) => new Set(nodes.map((at) => nerveOf[at] ?? at));

/**
 * @param {Payload} payload
 * @param {number[]} things
 * @returns {ByKind}
 */
function byKind({ kinds }, things) {
  const found = KINDS.map((kind) => [kind, things.filter((at) => kinds[at] === kind).sort((a, b) => a - b)]);
  return Object.fromEntries(found.filter(([, own]) => own.length));
}

/**
 * The two selected things themselves belong to no part.
 * @param {Payload} payload
 * @param {Pathway} first
 * @param {Pathway} second
 * @returns {{both: ByKind, onlyFirst: ByKind, onlySecond: ByKind}}
 */
export function sharedParts(payload, first, second) {
  const selected = [first.at, second.at];
  const [own, other] = [first, second].map((pathway) => thingsOf(payload, pathway));
  for (const at of selected) for (const things of [own, other]) things.delete(payload.nerve_of[at] ?? at);
  const part = (things, isKept) => byKind(payload, [...things].filter(isKept));
  return {
    both: part(own, (at) => other.has(at)),
    onlyFirst: part(own, (at) => !other.has(at)),
    onlySecond: part(other, (at) => !own.has(at)),
  };
}
