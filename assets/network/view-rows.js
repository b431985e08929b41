// The rows of a tree whose branches may be folded, each after its parent.
import { ENDINGS } from "../app/pathway-graph.js";
import { kindKey, wholeKey } from "./folding.js";

/** @import { Branch, Row } from "./types" */
/** @import { View } from "./folding.js" */

/** The mean of numbers; 0 of none. */
export const mean = (/** @type {number[]} */ numbers) => numbers.reduce((sum, n) => sum + n, 0) / (numbers.length || 1);

/** @type {string[]} */
const NONE = [];

const AFFECTED = ["lost", "reduced", "at-times"];

/** The state of several endings: their common one; reduced if a lesion affects some of them, or not all alike. */
function stateOf(/** @type {Branch[]} */ branches) {
  const [{ state }] = branches;
  if (branches.every((branch) => branch.state === state)) return state;
  return branches.some((branch) => AFFECTED.includes(branch.state)) ? "reduced" : "";
}

/** Where several endings lie: in the middle. */
function middleOf(/** @type {Branch[]} */ endings) {
  const heights = endings.flatMap(({ top }) => top ?? []);
  return heights.length ? mean(heights) : undefined;
}

/**
 * @param {View[]} views
 * @param {(endings: Branch[]) => string} counted  words for a number of endings
 * @returns {Row[]}
 */
export function rowsOf(views, counted) {
  /** @type {Row[]} */
  const rows = [];
  /**
   * @param {Row | null} parent
   * @param {Branch} branch  that the row shows, or on which its endings hang
   * @param {number | undefined} height
   * @param {Partial<Row>} [more]
   */
  const add = (parent, branch, height, more = {}) => {
    const wanted = Math.max(height ?? parent?.end ?? 0, parent?.wanted ?? 0);
    const { key, node, kind, name, state, ids, bottom } = branch;
    const own = { key, node, kind, name, state, ids, detail: "", joined: NONE, fold: "", ...more };
    const place = { end: bottom ?? wanted, level: (parent?.level ?? 0) + 1, wanted, parent, children: [] };
    const row = /** @type {Row} */ (Object.assign(own, place));
    parent?.children.push(row);
    rows.push(row);
    return row;
  };
  const joining = (/** @type {Branch[]} */ endings) => ({
    ids: endings.flatMap(({ ids }) => ids),
    joined: endings.map(({ name }) => name),
  });
  const visit = (/** @type {View} */ view, /** @type {Row | null} */ parent) => {
    const { branch, endings, joined, absorbed } = view;
    if (view.isWhole && endings.length === 1) {
      const ids = [...branch.ids, ...endings[0].ids];
      add(parent, endings[0], endings[0].top ?? branch.bottom, { ids, key: wholeKey(view) });
    } else if (view.isWhole) {
      const words = {
        ...joining(endings),
        detail: counted(endings),
        kind: "branch",
        key: wholeKey(view),
        state: stateOf(endings) || branch.state,
      };
      add(parent, branch, branch.top, { ...words, ids: [...branch.ids, ...words.ids], fold: wholeKey(view) });
    } else {
      const row = add(parent, branch, branch.top, { ids: [...branch.ids, ...absorbed] });
      for (const kind of ENDINGS) {
        const own = endings.filter((ending) => ending.kind === kind);
        const key = kindKey(view, kind);
        if (own.length > 1 && joined.has(kind)) {
          const words = { ...joining(own), name: counted(own), state: stateOf(own), kind, fold: key, key };
          add(row, branch, middleOf(own), words);
        } else for (const ending of own) add(row, ending, ending.top);
      }
      for (const nerve of view.nerves) visit(nerve, row);
    }
  };
  for (const view of views) visit(view, null);
  return rows;
}
