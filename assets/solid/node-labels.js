// Which of the lit things have a name over the picture, and where it points.
import { longestStrand, middleOf, middleOfStrand, middlePointOf } from "./node-places.js";

/** @import { BodyLabel } from "./body-labels.js" */

/** @typedef {BodyLabel & {kind: string, length: number, radius: number}} LitLabel */

const MOST = 16;

/** What comes first when not all names fit: what is chosen, then roots, nerves and muscles. */
const rank = (/** @type {LitLabel} */ { isStrong, kind }) =>
  isStrong ? 0 : kind === "root" ? 1 : kind === "muscle" ? 3 : 2;

/** Where the name of a node points to, and how large the node is; null if it has no place. */
function placeOf(id, isChosen, courses, layers) {
  const strand = longestStrand(courses, id);
  if (strand) {
    const { points, radius } = strand;
    return { place: middleOfStrand(strand), length: points.length, radius: radius[0] };
  }
  const [muscles, skin] = ["muscles", "skin"].map((name) => layers.get(name)?.layer);
  // of the skin only the chosen patch has a name: colours tell of the others
  const place = (muscles && middleOf(muscles, id)) ?? (isChosen && skin ? middlePointOf(skin, id) : null);
  return place ? { place, length: 0, radius: 0 } : null;
}

/** Whether a name replaces the one that another part of the same nerve has given it. */
const isBetter = (/** @type {LitLabel} */ label, /** @type {LitLabel | undefined} */ before) =>
  !before || (!before.isStrong && (label.isStrong || label.length > before.length));

/**
 * The names of what is lit, one for each nerve; the most important first.
 * @param {Payload} payload
 * @param {import("./mesh-data.js").Course[]} courses
 * @param {Map<string, {layer: import("./mesh-data.js").Layer}>} layers
 * @param {(id: string) => {state: string, isChosen: boolean}} stateOf
 * @returns {BodyLabel[]}
 */
export function labelsOfLit(payload, courses, layers, stateOf) {
  /** @type {Map<string, LitLabel>} */
  const found = new Map();
  for (const [at, id] of payload.ids.entries()) {
    const { state, isChosen } = stateOf(id);
    const placed = state && state !== "spared" && placeOf(id, isChosen, courses, layers);
    if (!placed) continue;
    const text = isChosen ? payload.names[at] : payload.names[at].split(", ")[0];
    const label = { ...placed, text, isStrong: isChosen, kind: payload.kinds[at] };
    // the parts of a nerve have one name, at the longest of them
    const nerve = id.split(".")[0];
    if (isBetter(label, found.get(nerve))) found.set(nerve, label);
  }
  // of nerves, the thickest first: small branches give way to the nerves that everybody knows
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || b.radius - a.radius).slice(0, MOST);
}
