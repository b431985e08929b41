// Draws one row of the network: its mark, its label and the area that can be pointed at, as an item of the tree.
import { make } from "../figures/svg-elements.js";
import { isBesideLabel } from "./lanes.js";

/** @import { Row } from "./types" */
/** @import { Sizes } from "./drawing.js" */

export const MARK = 4.5; // half of the width of a mark, and the radius of a nerve's
/** How far the label of an ending stands right of the others. */
export const INDENT = 3.5 * MARK;
const POINTED = 12; // how far left of a mark it can be pointed at
const GAP = 3; // between a mark and the dots that lead to its label
const CROSS = "M-3.2-3.2l6.4 6.4m0-6.4l-6.4 6.4";

/** A square for a muscle, a disc for skin, a diamond for a reflex. */
const SHAPES = {
  muscle: `M${-MARK} ${-MARK}h${2 * MARK}v${2 * MARK}h${-2 * MARK}z`,
  territory: `M${-MARK} 0a${MARK} ${MARK} 0 1 0 ${2 * MARK} 0a${MARK} ${MARK} 0 1 0 ${-2 * MARK} 0z`,
  reflex: `M0 ${-1.3 * MARK}L${1.3 * MARK} 0 0 ${1.3 * MARK} ${-1.3 * MARK} 0z`,
};

/**
 * The role of a row and its place in the tree.
 * @param {Row} row
 * @param {string} name
 * @param {boolean} isChosen
 */
function treeItem(row, name, isChosen) {
  const siblings = row.parent?.children ?? [row];
  const expanded = row.fold ? "false" : row.children.length ? "true" : null;
  return {
    role: "treeitem",
    tabindex: "-1",
    "aria-label": name,
    "aria-level": row.level,
    "aria-posinset": siblings.indexOf(row) + 1,
    "aria-setsize": siblings.length,
    "aria-selected": String(isChosen),
    ...(expanded && { "aria-expanded": expanded }),
  };
}

/**
 * @param {Row} row
 * @param {Sizes} sizes
 * @param {{name: string, isChosen: boolean, isSeat: boolean}} described
 */
export function drawRow(row, { width, unit, line, laneLeft, laneGap, labelLeft }, { name, isChosen, isSeat }) {
  const { y, kind, state, node, fold, room } = row;
  const ends = isBesideLabel(row);
  const x = ends ? labelLeft + MARK : laneLeft + row.lane * laneGap;
  const textX = ends ? labelLeft + INDENT : labelLeft;
  const lineOf = (/** @type {string} */ text, /** @type {number} */ at) =>
    make("tspan", { x: textX, y: y + at * line, dy: "0.35em" }, text);
  const detail = (/** @type {SVGElement} */ made) => {
    made.classList.add("detail");
    return made;
  };
  const lines = [
    ...row.lines.map(lineOf),
    ...(row.beside ? [detail(make("tspan", { dx: "0.5em" }, row.beside))] : []),
    ...row.below.map((text, at) => detail(lineOf(text, row.lines.length + at))),
  ];
  const at = { transform: `translate(${x} ${y})` };
  const shape = SHAPES[kind]
    ? make("path", { class: "mark", d: SHAPES[kind], ...at })
    : make("circle", { class: "mark", r: MARK, ...at });
  const dots = ends ? [] : [make("path", { class: "leader", d: `M${x + MARK + GAP} ${y}H${labelLeft - GAP}` })];
  const cross = isSeat ? [make("path", { class: "cross", d: CROSS, ...at })] : [];
  const area = { x: x - POINTED, y: y - unit / 2, width: width - x + POINTED, height: room, rx: 4 };
  const looks = [kind, state, ends ? "ending" : "", "lit", isChosen ? "chosen" : "", isSeat ? "seat" : ""];
  const attributes = {
    class: `item ${looks.filter(Boolean).join(" ")}`,
    "data-node": node,
    ...(fold && { "data-fold": fold }),
  };
  return make(
    "g",
    { ...attributes, ...treeItem(row, name, isChosen) },
    make("rect", { class: "hit", ...area }),
    ...dots,
    shape,
    ...cross,
    make("text", {}, ...lines),
  );
}
