// The ids of the entries of the pack that is played, which nothing in the atlas has.

const OWN = "own-";

/** The id of an entry of the pack that is played. @param {number} n */
export const ownId = (n) => `${OWN}${n + 1}`;

/** Whether an id names an entry of a pack. @param {string} id */
export const isOwn = (id) => id.startsWith(OWN);
