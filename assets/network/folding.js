// Joins rows: endings of one kind, a small nerve with its endings, or the endings of a small nerve with its parent's.
import { ENDINGS } from "../app/pathway-graph.js";

/** @import { Branch } from "./types" */

/**
 * A nerve or the roots as the network shows them.
 * @typedef {object} View
 * @property {Branch} branch
 * @property {Branch[]} endings  that hang on it
 * @property {View[]} nerves  that branch off
 * @property {Set<string>} joined  kinds of endings that share a row
 * @property {boolean} isWhole  whether it shares a row with its endings
 * @property {string[]} absorbed  ids of nerves whose endings it took over
 */

/**
 * A step that saves rows.
 * @typedef {object} Fold
 * @property {string} key  by which a reader can open it again
 * @property {Pick<Branch, "key" | "top">[]} rows  that it joins
 * @property {number} lost  how many names it takes away
 * @property {() => void} apply
 */

const isEnding = (/** @type {Branch} */ { kind }) => ENDINGS.includes(kind);
/** What it costs to give a nerve no row of its own. */
const NERVE_LOST = 1;

/**
 * @param {Branch} branch
 * @returns {View}
 */
export const viewOf = (branch) => ({
  branch,
  endings: branch.children.filter(isEnding),
  nerves: branch.children.filter((child) => !isEnding(child)).map(viewOf),
  joined: new Set(),
  isWhole: false,
  absorbed: [],
});

export const kindKey = (/** @type {View} */ { branch }, /** @type {string} */ kind) => `${branch.key} ${kind}`;
export const wholeKey = (/** @type {View} */ { branch }) => `${branch.key} whole`;

/** How many rows the endings of a nerve need. */
const rowCount = (/** @type {View} */ { endings, joined }) =>
  endings.filter(({ kind }) => !joined.has(kind)).length + joined.size;

/** Whether a nerve can share a row with all that hangs on it. */
const isOneRow = (/** @type {View} */ view) => rowCount(view) === 1 && !view.nerves.length;

/** Lets the parent have the endings of a nerve. */
function absorb(/** @type {View} */ parent, /** @type {View} */ view) {
  parent.endings.push(...view.endings);
  parent.nerves.splice(parent.nerves.indexOf(view), 1);
  parent.absorbed.push(...view.branch.ids, ...view.absorbed);
  for (const kind of view.joined) parent.joined.add(kind);
}

/**
 * Joins endings of one kind.
 * @param {View} view
 * @param {(branch: Branch) => boolean} isKept
 * @returns {Fold[]}
 */
const kindFolds = (view, isKept) =>
  ENDINGS.map((kind) => ({ kind, own: view.endings.filter((ending) => ending.kind === kind) }))
    .filter(({ kind, own }) => own.length > 1 && !view.joined.has(kind) && !own.some(isKept))
    .map(({ kind, own }) => ({
      key: kindKey(view, kind),
      rows: own,
      lost: own.length - 1,
      apply: () => void view.joined.add(kind),
    }));

/**
 * Joins a nerve from which no other branches off with its endings, if these have one row, else its endings with those of
 * its parent.
 * @param {View} view
 * @param {View} parent
 * @returns {Fold}
 */
function wholeFold(view, parent) {
  const isOne = isOneRow(view);
  return {
    key: wholeKey(view),
    rows: [view.branch, ...view.endings],
    lost: isOne ? NERVE_LOST / 2 : NERVE_LOST + view.endings.length,
    apply: () => {
      if (isOne) {
        view.isWhole = true;
        return;
      }
      for (const nerve of [...view.nerves]) absorb(view, nerve);
      absorb(parent, view);
    },
  };
}

/**
 * Lets a nerve have the endings of all that are joined with theirs.
 * @param {View} view
 * @returns {Fold[]}
 */
function takingOver(view) {
  const whole = view.nerves.filter(({ isWhole }) => isWhole);
  if (whole.length < 2) return [];
  return [
    {
      key: `${view.branch.key} nerves`,
      rows: whole.map((nerve) => ({ key: wholeKey(nerve), top: nerve.branch.top })),
      lost: whole.reduce((sum, { endings }) => sum + 4 * NERVE_LOST + endings.length, 0),
      apply: () => {
        for (const nerve of whole) absorb(view, nerve);
      },
    },
  ];
}

/**
 * What can be joined next.
 * @param {View[]} views
 * @param {Set<string>} chosen  ids that keep their rows
 * @param {Set<string>} opened  keys of folds that stay open
 * @returns {Fold[]}
 */
export function foldsOf(views, chosen, opened) {
  const keys = [...opened];
  const isChosen = (/** @type {Branch} */ { ids }) => ids.some((id) => chosen.has(id));
  const isOpened = (/** @type {Branch} */ { key }) => keys.some((one) => one.startsWith(`${key} `));
  const isKept = (/** @type {Branch} */ branch) => isChosen(branch) || isOpened(branch);
  /** @returns {Fold[]} */
  const visit = (/** @type {View} */ view, /** @type {View | null} */ parent) => {
    if (view.isWhole) return [];
    const hasOpenNerves = view.nerves.some(({ isWhole }) => !isWhole);
    const kinds = opened.has(wholeKey(view)) ? [] : kindFolds(view, isKept);
    const isFixed = !parent || isKept(view.branch) || view.endings.some(isKept);
    const taking = isOpened(view.branch) ? [] : takingOver(view);
    if (hasOpenNerves || isFixed) return [...kinds, ...taking, ...view.nerves.flatMap((nerve) => visit(nerve, view))];
    return isOpened(parent.branch) && !isOneRow(view) ? kinds : [...kinds, wholeFold(view, parent)];
  };
  return views.flatMap((view) => visit(view, null)).filter(({ key }) => !opened.has(key));
}
