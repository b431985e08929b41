// How each part of the body is painted: by the layer of colours on the skin, and by what the page highlights. What the
// page highlights is read from the classes that its figures have, so that both agree.
import { mixed } from "./colours.js";

/** @import { Paint } from "./paint-table.js" */

/** The classes of a state in the figures, the strongest first. */
export const STATES = [
  ...["lost", "reduced", "at-times", "felt", "referred", "referred-faint", "only-a", "only-b", "both"],
  ...["severed", "thinned", "lit", "spared"],
];
const PATTERNS = {
  ...{ lost: 2, reduced: 3, "at-times": 4, felt: 5, "only-a": 6, "only-b": 7, both: 8 },
  ...{ referred: 9, "referred-faint": 10 },
};
const TWO_COLOURS = 1;
/** State → colour of the skin and of its lines. */
const SKIN = {
  lost: ["lost", "lost-line"],
  reduced: ["reduced", "reduced-line"],
  "at-times": ["spared", "soft"],
  felt: ["reduced", "reduced-line"],
  referred: ["spared", "mark"],
  "referred-faint": ["spared", "mark"],
  "only-a": ["side-a", "side-line"],
  "only-b": ["side-b", "side-line"],
  both: ["side-both", "side-line"],
};
const LESION = ["lost", "reduced", "at-times", "severed", "thinned", "spared"];
const RECEDING = 0.62; // share of grey in what is not highlighted

/**
 * The state of a node in the figures.
 * @param {Pick<Highlighter, "byId">} highlighter
 * @param {string} id
 * @returns {{state: string, isChosen: boolean, isAdded: boolean}}  state "" if the figures do not mark it
 */
export function stateOf({ byId }, id) {
  const elements = byId.get(id) ?? [];
  const has = (/** @type {string} */ name) => elements.some((element) => element.classList.contains(name));
  return { state: STATES.find(has) ?? "", isChosen: has("chosen"), isAdded: has("added") };
}

/**
 * The names of the one or two colours of a patch of skin in a layer: tokens of the themes.
 * @param {[tone: string, fill: string, ...marks: string[]]} layer  as the payload has it
 * @returns {string[]}
 */
export const skinTokens = ([tone, fill]) =>
  (fill.match(/fill-(.*?)(-unread)?\)/)?.[1] ?? tone)
    .split("-")
    .map((name) => (/^[cn]\d+$/.test(name) ? name : "ground"));

/**
 * @typedef {object} Painting
 * @property {(token: string) => number[]} theme  colours of the page
 * @property {Record<string, number[]>} material  colours of what the body is made of
 * @property {(id: string) => ReturnType<typeof stateOf>} stateOf
 * @property {boolean} isOn  something is highlighted
 * @property {boolean} isInLesion  what is highlighted is what a lesion takes
 * @property {boolean} isIsolated  only what is highlighted is shown
 */

/**
 * @param {string} id  "" for skin without a territory
 * @param {string[]} tokens  its colours in the layer
 * @param {Painting} painting
 * @returns {Paint}
 */
export function skinPaint(id, tokens, { theme, material, stateOf, isOn, isIsolated }) {
  if (!id) return { colour: material.skin, opacity: isIsolated ? 0 : 1 };
  const { state } = stateOf(id);
  if (SKIN[state]) {
    const [ground, line] = SKIN[state];
    return { colour: theme(ground), lines: theme(line), pattern: PATTERNS[state], isLit: true };
  }
  const [colour, lines = colour] = tokens.map(theme);
  const pattern = tokens.length > 1 ? TWO_COLOURS : 0;
  if (state === "lit") return { colour, lines, pattern, isLit: true };
  if (!isOn) return { colour, lines, pattern };
  return { colour: mixed(colour, material.skin, 0.8), opacity: isIsolated ? 0 : 1 };
}

/**
 * @param {string} id
 * @param {Painting} painting
 * @param {boolean} [isWeak]  whether a pose shows it as weak
 * @returns {Paint}
 */
export function musclePaint(id, { theme, material, stateOf, isOn, isInLesion, isIsolated }, isWeak = false) {
  const { state, isChosen } = stateOf(id);
  const lines = theme("muscle-line");
  const isStruck = isInLesion && (state === "lost" || state === "reduced");
  const loss = isStruck ? state : isWeak ? "reduced" : "";
  if (loss)
    return {
      colour: loss === "lost" ? theme("faded") : mixed(material.muscle, theme("faded"), 0.6),
      lines,
      pattern: PATTERNS[loss],
      isLit: true,
    };
  if (state in SKIN) return { colour: theme(SKIN[state][0]), lines, pattern: PATTERNS[state], isLit: true };
  if (state === "lit")
    return {
      colour: mixed(theme("muscle"), material.muscle, isChosen ? 0.1 : 0.3),
      isLit: true,
      isSeenThrough: isChosen,
    };
  if (!isOn || isInLesion) return { colour: material.muscle, opacity: isIsolated ? 0 : 1 };
  return { colour: mixed(material.muscle, material.pale, RECEDING), opacity: isIsolated ? 0 : 1 };
}

/**
 * @param {string} id
 * @param {Painting} painting
 * @returns {Paint}
 */
export function nervePaint(id, { theme, material, stateOf, isOn, isInLesion, isIsolated }) {
  const { state, isAdded } = stateOf(id);
  const rest = { colour: material.nerve, opacity: isIsolated ? 0 : 1 };
  if (isInLesion && LESION.includes(state) && state !== "spared") {
    const isGone = state === "lost" || state === "severed";
    return {
      colour: isGone ? theme("faded") : mixed(theme("path"), theme("faded"), 0.5),
      lines: theme("alarm"),
      pattern: isGone ? PATTERNS.lost : PATTERNS.reduced,
      isLit: true,
    };
  }
  if (state === "only-b") return { colour: theme("added"), isLit: true };
  if (state === "lit" || state === "only-a" || state === "both")
    return { colour: theme(isAdded ? "added" : "path"), isLit: true };
  return isOn ? { ...rest, colour: mixed(material.nerve, material.pale, 0.4) } : rest;
}

/**
 * Bones, discs, the dural sac and what lies in it.
 * @param {string} kind
 * @param {Painting} painting
 * @returns {Paint}
 */
export const bonePaint = (kind, { material, isOn, isIsolated }) => {
  const colour = material[kind] ?? material.bone;
  return { colour: isOn ? mixed(colour, material.pale, 0.3) : colour, opacity: isIsolated ? 0 : 1 };
};
