// The pathway as a small tree: the roots, and below them every nerve on the way, branch by branch.
import { filled } from "../app/dom.js";
import { depthsOf, ENDINGS } from "../app/pathway-graph.js";
import { part } from "./component-tree.js";

const MOST_NODES = 17; // in what is shown before anything is unfolded
const LEAST_LEVELS = 1; // that are unfolded all the same

/**
 * @typedef {object} Line  nodes that follow each other without a branch, and what branches off after the last one
 * @property {number[]} nodes
 * @property {Line[]} branches
 */

/** The node that stands for another one in the tree: all stretches of a nerve are one, by the name of the selected one. */
function standIns(payload, selected) {
  const nerveOf = (at) => payload.nerve_of[at] ?? at;
  const nerve = payload.kinds[selected] === "segment" ? nerveOf(selected) : null;
  const own = payload.whole[selected] ?? []; // a nerve that consists of two divisions is one node
  return (at) => (nerveOf(at) === nerve || own.includes(at) ? selected : nerveOf(at));
}

/** Node → the nodes directly before it. Of the endings only the selected one is part of the tree. */
function parentsOf(payload, { at: selected, edges }) {
  const standIn = standIns(payload, selected);
  const parents = new Map();
  for (const edge of edges) {
    const [from, to] = payload.edges[edge];
    if (ENDINGS.includes(payload.kinds[to]) && to !== selected) continue;
    const [a, b] = [standIn(from), standIn(to)];
    if (!parents.has(a)) parents.set(a, new Set());
    if (!parents.has(b)) parents.set(b, new Set());
    if (a !== b) parents.get(b).add(a);
  }
  return parents;
}

/** Node → its branches; each node branches off the last of those before it. The first nodes are those of null. */
function branchesOf(parents) {
  const depths = depthsOf(parents);
  const branches = new Map([[null, []]]);
  for (const node of [...parents.keys()].sort((a, b) => a - b)) {
    const before = [...parents.get(node)].filter((parent) => depths.get(parent) < depths.get(node));
    const last = before.sort((a, b) => depths.get(b) - depths.get(a) || a - b)[0] ?? null;
    branches.set(last, [...(branches.get(last) ?? []), node]);
  }
  return branches;
}

/** A line from a node on, as far as it does not branch. */
function lineFrom(node, branches) {
  const nodes = [node];
  let next = branches.get(node) ?? [];
  while (next.length === 1) {
    nodes.push(next[0]);
    next = branches.get(next[0]) ?? [];
  }
  return { nodes, branches: next.map((branch) => lineFrom(branch, branches)) };
}

/**
 * The tree of a pathway: its roots in one line, and what branches off them.
 * @param {Payload} payload
 * @param {Pathway} pathway
 * @returns {{roots: number[]} & Line | null}  null if nothing leads to the selected node
 */
export function treeOf(payload, pathway) {
  const branches = branchesOf(parentsOf(payload, pathway));
  const first = branches.get(null);
  if (!first.length) return null;
  const isRoot = (at) => payload.kinds[at] === "root";
  const roots = first.filter(isRoot);
  const others = first.filter((at) => !isRoot(at));
  const next = [...new Set([...others, ...roots.flatMap((root) => branches.get(root) ?? [])])].sort((a, b) => a - b);
  if (next.length === 1) return { roots, ...lineFrom(next[0], branches) };
  return { roots, nodes: [], branches: next.map((node) => lineFrom(node, branches)) };
}

/** @param {Line} line  @returns {number} */
const lineCount = ({ branches }) => 1 + branches.reduce((sum, branch) => sum + lineCount(branch), 0);

/** The nodes in the first line and so many levels below it. @param {Line} line  @returns {number} */
const nodesWithin = ({ nodes, branches }, levels) =>
  nodes.length + (levels > 0 ? branches.reduce((sum, branch) => sum + nodesWithin(branch, levels - 1), 0) : 0);

/** How many levels below the first line are unfolded: as many as have few nodes together. */
function unfoldedLevels(tree) {
  const all = nodesWithin(tree, Infinity);
  let levels = LEAST_LEVELS;
  while (nodesWithin(tree, levels) < all && nodesWithin(tree, levels + 1) <= MOST_NODES) levels += 1;
  return levels;
}

/** @param {Line} line  @returns {boolean} */
const leadsTo = (line, at) => line.nodes.includes(at) || line.branches.some((branch) => leadsTo(branch, at));

/**
 * The tree as nested lists; none if nothing leads to the selected node.
 * @param {Payload} payload
 * @param {Pathway} pathway
 * @param {string} label  says what the tree shows
 * @returns {Component[]}
 */
export function pathTree(payload, pathway, label) {
  const selected = pathway.at;
  const tree = treeOf(payload, pathway);
  if (!tree) return [];
  const levels = unfoldedLevels(tree);

  const button = (at, text = payload.names[at]) => {
    const props = { children: text, "data-node": payload.ids[at], className: `step ${payload.kinds[at]}` };
    return part("Button", at === selected ? { ...props, "aria-current": "step" } : props);
  };
  const joined = (buttons, sign) => buttons.flatMap((one, n) => (n ? [sign, one] : [one]));
  const arrow = part("Span", { children: " → ", className: "then", "aria-hidden": "true" });

  const list = (branches, level) => {
    const items = branches.map((branch) => item(branch, level));
    const branchList = part("Ul", { children: items });
    const isFolded = level > levels && !branches.some((branch) => leadsTo(branch, selected));
    if (!isFolded) return branchList;
    const n = branches.reduce((sum, branch) => sum + lineCount(branch), 0);
    const text = n === 1 ? payload.words["panel.tree.one"] : filled(payload.words["panel.tree.many"], { n });
    const summary = part("Summary", { children: `+${n}`, title: text, "aria-label": text });
    return part("Details", { children: [summary, branchList] });
  };
  const item = ({ nodes, branches }, level, before = []) => {
    const steps = joined([...before, ...nodes.map((at) => button(at))], arrow);
    const line = part("Span", { children: steps });
    return part("Li", { children: branches.length ? [line, list(branches, level + 1)] : [line] });
  };

  const roots = joined(
    tree.roots.map((root) => button(root, payload.ids[root])),
    " + ",
  );
  const start = roots.length ? [part("Span", { children: roots, className: "roots-of-path" })] : [];
  return [part("Ul", { className: "path-tree", "aria-label": label, children: [item(tree, 0, start)] })];
}
