// Builds the sections of the panel from fragments that Python rendered.
import { part } from "./component-tree.js";
import { filled } from "../app/dom.js";
import { pathTree } from "./path-tree.js";

const LISTS = { muscle: "muscles", territory: "territories", reflex: "reflexes", condition: "conditions" };
const SOURCES = "sources";
const PATHWAY = "chains";
const BY_MAP = "by-map-roots";

/** @type {Payload} */
let payload = null;
let voice = "";

/**
 * Sets what the sections are built from.
 * @param {Payload} source
 * @param {string} [ofState]  the voice of the state that is shown
 */
export function setContext(source, ofState = "") {
  payload = source;
  voice = ofState;
}

/** @type {(state: State) => Component[]} */
let belowHead = () => [];

/**
 * Adds to the panel of a selection, below its heading.
 * @param {(state: State) => Component[]} build
 */
export const addBelowHead = (build) => void (belowHead = build);

/** A string in the present voice, or in the clinical one if the present voice does not have it. */
const word = (key) => payload.words[`${key}.${voice}`] ?? payload.words[key];

function heading(name, { type, props }, count = props.children.length) {
  return part("H3", { children: word(`panel.${name}`) + (type === "Ul" ? ` (${count})` : "") });
}

/**
 * A section with its heading.
 * @param {string} name  "panel.NAME" is the string of its heading, "panel.NAME.lead" of an introduction
 * @param {Component} children
 * @param {object} [options]
 * @param {boolean} [options.isFolded]  by default only the sources are
 * @param {Component[]} [options.notes]  above the children
 * @param {string} [options.count]  in the heading of a list, if not the number of its entries
 * @returns {Component}
 */
export function section(name, children, { isFolded = name === SOURCES, notes = [], count } = {}) {
  const lead = name === PATHWAY ? "" : word(`panel.${name}.lead`);
  const title = heading(name, children, count);
  const rest = [...(lead ? [part("P", { children: lead, className: "lead" })] : []), ...notes, children];
  const folded = () => part("Details", { children: [part("Summary", { children: title }), ...rest] });
  return part("Section", { className: `part ${name}`, children: isFolded ? folded() : [title, ...rest] });
}

/** The roots that the map gives a patch of skin although no nerve of the patch carries them. @param {Pathway} pathway */
function rootsWithoutRoute({ at, nodes, edges }) {
  if (payload.kinds[at] !== "territory") return [];
  const routed = new Set(edges.map((edge) => payload.edges[edge][0]));
  const roots = nodes.filter((node) => payload.kinds[node] === "root" && !routed.has(node));
  return roots.map((root) => payload.ids[root]);
}

/** Whether the skin of a pathway is that of the map: of a root, of a patch, or of a place on roots. @param {Pathway} pathway */
const followsMap = ({ at, locations }) =>
  ["root", "territory"].includes(payload.kinds[at]) || locations.some((place) => payload.kinds[place] === "root");

/** Which map says the roots of the skin, if one does. */
function mapNote(pathway, map) {
  const text = `${payload.words["panel.by"]}: ${payload.maps[map]}`;
  return followsMap(pathway) ? [part("P", { className: "by", children: text })] : [];
}

function pathwaySection(pathway, map) {
  const tree = pathTree(payload, pathway, word(`panel.${PATHWAY}.lead`));
  if (!tree.length) return [];
  const notes = payload.kinds[pathway.at] === "territory" ? mapNote(pathway, map) : [];
  const hasRoot = pathway.nodes.some((at) => payload.kinds[at] === "root");
  if (!hasRoot) notes.push(part("P", { className: "by silent", children: payload.words["panel.silent"] }));
  const unrouted = rootsWithoutRoute(pathway);
  if (unrouted.length) {
    const text = filled(payload.words["panel.unrouted"], { roots: unrouted.join(", ") });
    notes.push(part("P", { className: "by", children: text }));
  }
  return [section(PATHWAY, part("Div", { children: [...tree, ...notes] }))];
}

/** The roots of a patch of skin by the selected dermatome map, which the figure shows in colour; null for other nodes. */
function rootsByMap(at, map) {
  const patch = payload.skin.indexOf(payload.ids[at]);
  if (patch < 0) return null;
  const [, fill, mark] = payload.layers[map][patch];
  const withoutMark = fill.includes("blank") ? "map.blank" : "map.silent";
  const doubt = fill.includes("unread") ? ` (${payload.words["map.unread"]})` : "";
  return (mark || payload.words[withoutMark]) + doubt;
}

/**
 * A node in a list. A patch of skin names its roots by the selected dermatome map.
 * @param {number} at
 * @param {string} map
 * @returns {Component}
 */
export function entry(at, map) {
  const item = payload.item(at);
  const roots = rootsByMap(at, map);
  if (roots === null) return item;
  const [link, ...rest] = /** @type {Tree[]} */ (item.props.children);
  const byMap = part("Span", { className: "by-map", children: roots });
  return part(item.type, { ...item.props, children: [link, byMap, ...rest] });
}

/** A tree in which the places for the roots by the selected map are filled. */
function withRootsByMap(tree, at, map) {
  if (Array.isArray(tree)) return tree.map((child) => withRootsByMap(child, at, map));
  if (!tree?.props) return tree;
  const isPlace = tree.props.className === BY_MAP;
  const children = isPlace ? rootsByMap(at, map) : withRootsByMap(tree.props.children, at, map);
  return { ...tree, props: { ...tree.props, children } };
}

/**
 * What the panel answers first: a sentence, facts, and what can be done.
 * @param {number} at
 * @param {string} map
 * @param {object} [plain]  in the place of the clinical texts
 * @param {Tree} [plain.sentence]
 * @param {Tree} [plain.flags]  the red flags of a condition
 * @returns {Component}
 */
export function answerOf(at, map, { sentence = null, flags = null } = {}) {
  const answer = withRootsByMap(payload.answer(at), at, map);
  const inWords = (child) => {
    if (sentence && child.props.className === "brief-lead")
      return { ...child, props: { ...child.props, children: sentence } };
    if (!flags || child.props.className !== "flags") return child;
    const [title] = child.props.children;
    return { ...child, props: { ...child.props, children: [title, flags] } };
  };
  return part(answer.type, { ...answer.props, children: answer.props.children.map(inWords) });
}

/**
 * The panel of a selection: the answer, the path, and everything else in folds.
 * @param {State} state
 * @param {object} parts
 * @param {Tree} [parts.sentence]  the answer in one sentence, if not the clinical one
 * @param {Component[]} [parts.words]  sections between the answer and the path
 * @param {(at: number) => Component} parts.item  makes the entries of lists
 * @returns {Component[]}
 */
export function selectionPanel(state, { sentence, words = [], item }) {
  const { select, map } = state;
  const pathway = payload.pathway(select, map);
  const lists = Object.entries(LISTS).map(([kind, name]) => ({
    name,
    items: payload.ofKind(pathway, kind).map(item),
  }));
  const { props: counts } = payload.answer(pathway.at);
  const sources = { name: SOURCES, items: pathway.sources.map((at) => payload.origins[at]) };
  const fold = ({ name, items }) => {
    const notes = name === LISTS.territory ? mapNote(pathway, map) : [];
    const options = { isFolded: true, notes, count: counts[`data-count-${name}`] };
    return items.length ? [section(name, part("Ul", { children: items }), options)] : [];
  };
  return [
    payload.head(pathway.at),
    ...belowHead(state),
    answerOf(pathway.at, map, { sentence }),
    ...words,
    ...pathwaySection(pathway, map),
    ...lists.flatMap(fold),
    section("details", payload.card(pathway.at), { isFolded: true }),
    ...fold(sources),
  ];
}

/** @param {State} state */
export const clinicalPanel = (state) => selectionPanel(state, { item: (at) => entry(at, state.map) });
