// Builds the sections of the panel from fragments that Python rendered.
import { part } from "./component-tree.js";
import { filled } from "../app/dom.js";
import { pathwaySteps } from "./pathway-steps.js";

const LISTS = { muscle: "muscles", reflex: "reflexes", condition: "conditions", territory: "territories" };
const FOLDED = "sources";
const PATHWAY = "chains";

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

/** A string in the present voice, or in the clinical one if the present voice does not have it. */
const word = (key) => payload.words[`${key}.${voice}`] ?? payload.words[key];

function heading(name, { props }) {
  const count = Array.isArray(props?.children) && name !== PATHWAY ? ` (${props.children.length})` : "";
  return part("H3", { children: word(`panel.${name}`) + count });
}

/**
 * A section with its heading. The sources are folded.
 * @param {string} name  "panel.NAME" is the string of its heading, "panel.NAME.lead" of an introduction
 * @param {Component} children
 * @returns {Component}
 */
export function section(name, children) {
  const lead = word(`panel.${name}.lead`);
  const title = heading(name, children);
  const rest = [...(lead ? [part("P", { children: lead, className: "lead" })] : []), children];
  const folded = () => part("Details", { children: [part("Summary", { children: title }), ...rest] });
  return part("Section", { className: `part ${name}`, children: name === FOLDED ? folded() : [title, ...rest] });
}

/** The roots that the map gives a patch of skin although no nerve of the patch carries them. @param {Pathway} pathway */
function rootsWithoutRoute({ at, nodes, edges }) {
  if (payload.kinds[at] !== "territory") return [];
  const routed = new Set(edges.map((edge) => payload.edges[edge][0]));
  const roots = nodes.filter((node) => payload.kinds[node] === "root" && !routed.has(node));
  return roots.map((root) => payload.ids[root]);
}

function pathwaySection(pathway, map) {
  const lines = pathwaySteps(payload, pathway);
  if (!lines.length) return [];
  const notes = [part("P", { className: "by", children: `${payload.words["panel.by"]}: ${payload.maps[map]}` })];
  const hasRoot = pathway.nodes.some((at) => payload.kinds[at] === "root");
  if (!hasRoot) notes.push(part("P", { className: "by silent", children: payload.words["panel.silent"] }));
  const unrouted = rootsWithoutRoute(pathway);
  if (unrouted.length) {
    const text = filled(payload.words["panel.unrouted"], { roots: unrouted.join(", ") });
    notes.push(part("P", { className: "by", children: text }));
  }
  return [section(PATHWAY, part("Div", { children: [...lines, ...notes] }))];
}

/**
 * A node in a list. A patch of skin names its roots by the selected dermatome map, which the figure shows in colour.
 * @param {number} at
 * @param {string} map
 * @returns {Component}
 */
export function entry(at, map) {
  const item = payload.item(at);
  const patch = payload.skin.indexOf(payload.ids[at]);
  if (patch < 0) return item;
  const [, fill, mark] = payload.layers[map][patch];
  const withoutMark = fill.includes("blank") ? "map.blank" : "map.silent";
  const doubt = fill.includes("unread") ? ` (${payload.words["map.unread"]})` : "";
  const [link, ...rest] = /** @type {Tree[]} */ (item.props.children);
  const roots = part("Span", { className: "by-map", children: (mark || payload.words[withoutMark]) + doubt });
  return part(item.type, { ...item.props, children: [link, roots, ...rest] });
}

/** A button that places a lesion, for a root, a nerve, a segment, or what is located on one. */
function lesionButton(at) {
  const canBeSite = ["root", "segment", "nerve"].includes(payload.kinds[at]) || payload.locations[at]?.length;
  const props = { children: word("panel.lesion"), "data-lesion": payload.ids[at], className: "plain" };
  return canBeSite ? [part("P", { children: part("Button", props), className: "placing" })] : [];
}

/**
 * The panel of a selection.
 * @param {Pick<State, "select" | "map">} state
 * @param {object} parts
 * @param {Component[]} [parts.before]  sections before the pathway
 * @param {Component[]} [parts.after]  sections after it
 * @param {(at: number) => Component} parts.item  makes the entries of lists
 * @returns {Component[]}
 */
export function selectionPanel({ select, map }, { before = [], after = [], item }) {
  const pathway = payload.pathway(select, map);
  const lists = Object.entries(LISTS).map(([kind, name]) => ({
    name,
    items: payload.ofKind(pathway, kind).map(item),
  }));
  lists.push({ name: FOLDED, items: pathway.sources.map((at) => payload.origins[at]) });
  return [
    payload.head(pathway.at),
    ...before,
    ...lesionButton(pathway.at),
    ...pathwaySection(pathway, map),
    ...after,
    ...lists
      .filter(({ items }) => items.length)
      .map(({ name, items }) => section(name, part("Ul", { children: items }))),
  ];
}

/** @param {State} state */
export const clinicalPanel = (state) =>
  selectionPanel(state, {
    after: [payload.card(payload.indexOf.get(state.select))],
    item: (at) => entry(at, state.map),
  });
