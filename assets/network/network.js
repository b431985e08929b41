// The network beside the body: the nerves of the present selection at the heights where they run.
import { filled, findAll } from "../app/dom.js";
import { fetchJson, once } from "../app/fetch-json.js";
import { mode } from "../app/modes.js";
import { shownPathway } from "../app/shown-with.js";
import { makeRoving } from "../app/roving-tabindex.js";
import { logFailure, settled } from "../app/settled.js";
import { NODE } from "../figures/hit-test.js";
import { bandsOf, bodyScale, rangeOf } from "./body-scale.js";
import { branchTree } from "./branches.js";
import { drawNetwork } from "./drawing.js";
import { measureIn } from "./labels.js";
import { assignLanes } from "./lanes.js";
import { listenToFolds } from "./opened-folds.js";
import { arrange } from "./rows.js";
import { partsOf } from "./selection-parts.js";
import { selectionRows } from "./selection-rows.js";
import { columnsOf, sizesOf } from "./sizes.js";

/** @import { Branch, NetworkData, Row } from "./types" */

const HEADING = "network-heading";
const COUNTS = { muscle: "network.muscles", territory: "network.territories", reflex: "network.reflexes" };
const LESION = "lesion";
const ADDED = "added"; // state of what only the second of two pathways has

const section = document.getElementById("network");
const holder = /** @type {HTMLElement} */ (section.querySelector(".lanes"));
const hint = /** @type {HTMLElement} */ (section.querySelector(".hint"));
const folds = listenToFolds(section, () => settled() && update(settled()).catch(logFailure));

const loadData = once((/** @type {string} */ url) => fetchJson(url));

/** @type {(() => void) | null} */
let moveTabStop = null;
/** @type {Row[]} what is drawn, from above */
let rows = [];
const items = () => findAll(NODE, holder); // of the rows

/**
 * Words for a number of endings.
 * @param {Record<string, string>} words
 * @param {Branch[]} endings
 */
function counted(words, endings) {
  const [{ kind }] = endings;
  const isOfOneKind = endings.every((ending) => ending.kind === kind);
  return filled(words[isOfOneKind ? COUNTS[kind] : "network.endings"], { n: endings.length });
}

/**
 * The accessible name of a row: with the names of the endings that it joins.
 * @param {Record<string, string>} words
 * @param {Row} row
 */
function nameOf(words, { name, detail, joined }) {
  const own = [name, detail].filter(Boolean).join(", ");
  return joined.length ? filled(words["network.group"], { name: own, names: joined.join(", ") }) : own;
}

/**
 * @param {Page} page
 * @param {NetworkData} data
 * @param {State} state
 * @param {Pathway} pathway
 */
function draw(page, data, state, pathway) {
  const box = holder.getBoundingClientRect();
  const names = data.bands.map(([name]) => name);
  const sizes = sizesOf(getComputedStyle(holder), box, names);
  const { unit } = sizes;
  const scale = bodyScale(data, page.figures, box, unit / 2);
  const { parts, edges } = partsOf(page, data, pathway, scale);
  const measure = measureIn(sizes);
  const idsAt = (/** @type {number[]} */ positions) => new Set(positions.map((at) => page.payload.ids[at]));
  const [chosen, seats, added] = [pathway.chosen, state.mode ? pathway.locations : [], pathway.added ?? []].map(idsAt);
  const range = rangeOf(data, scale, sizes.height, unit);
  const origins = branchTree(parts, edges, data.overlaps, !state.mode);
  const options = { counted: counted.bind(null, data.words), measure, unit, range, opened: folds.opened, chosen };
  rows = arrange(selectionRows(origins, options), { ...range, unit });
  // set only now, because parts with different states would not share a row
  for (const row of rows) if (row.ids.every((id) => added.has(id))) row.state = ADDED;
  const { lanes } = assignLanes(rows, sizes.bend);
  const describe = (/** @type {Row} */ row) => ({
    name: nameOf(data.words, row),
    isChosen: chosen.has(row.node) && !row.fold,
    isSeat: !row.fold && row.ids.some((id) => seats.has(id)),
  });
  const columns = { ...sizes, ...columnsOf(sizes, lanes) };
  holder.replaceChildren(drawNetwork(rows, bandsOf(data, scale), columns, describe, HEADING));
}

/**
 * Moves the focus from a row to the one that took its place: the same row, or the first with a part of what it joined.
 * @param {Row | undefined} before  that had the focus
 */
function restoreFocus(before) {
  if (!before) return;
  const { node, fold, ids } = before;
  const same = rows.findIndex((row) => row.node === node && row.fold === fold);
  const at = same < 0 ? rows.findIndex((row) => row.ids.some((id) => ids.includes(id))) : same;
  (items()[at] ?? items().find(({ tabIndex }) => tabIndex === 0))?.focus();
}

/**
 * Shows the network of a state; a hint when nothing is selected.
 * @param {{page: Page, state: State}} settledState
 */
export async function update({ page, state }) {
  const data = await loadData(page.answers.network);
  if (settled().state !== state) return;
  const { payload } = page;
  const select = state.mode === LESION ? state.lesion : state.select;
  const ofMode = state.mode && mode()?.network;
  const pathway = ofMode ? ofMode(state) : shownPathway(payload, { ...state, select });
  const isEmpty = !pathway?.edges.length;
  section.hidden = false;
  hint.hidden = !isEmpty;
  hint.textContent = data.words[state.mode === LESION ? "network.hint.lesion" : "network.hint"];
  holder.hidden = isEmpty;
  folds.reset([state.mode, select, state.with, state.map, ofMode ? state.part : ""].join(" "));
  if (isEmpty) return;
  const start = performance.now();
  const focused = rows[items().findIndex((item) => item === document.activeElement)];
  draw(page, data, state, pathway);
  performance.measure("atlas:network", { start });
  moveTabStop ??= makeRoving(holder, () => payload.words);
  moveTabStop();
  restoreFocus(focused);
}
