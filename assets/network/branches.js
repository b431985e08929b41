// The tree of the network: the roots are one node, the segments of a nerve another, and an ending hangs on one branch.
import { depthsOf, ENDINGS } from "../app/pathway-graph.js";

/** @import { Branch, Part } from "./types" */

/** Parts with this key may share a node: all roots, or segments of one nerve, that a lesion leaves in the same state. */
const keyOf = (/** @type {Part} */ { id, kind, nerves, state }) =>
  kind === "root" ? `roots ${state}` : ENDINGS.includes(kind) ? id : `${nerves.at(-1)?.[0] ?? id} ${state}`;

/**
 * Part → the first part of the group that it is joined with. Segments of a nerve are joined with the one they continue,
 * and with those that come from the same place.
 * @param {Part[]} parts
 * @param {[string, string][]} edges
 */
function groupsOf(parts, edges) {
  const keys = new Map(parts.map((part) => [part.id, keyOf(part)]));
  /** @type {Map<string, string>} part → another one of its group, nearer to the first */
  const before = new Map();
  /** @type {Map<string, string>} */
  const firsts = new Map();
  const joinWithFirst = (/** @type {string} */ place, /** @type {string} */ id) => {
    const first = firsts.get(place);
    if (first === undefined) firsts.set(place, id);
    else if (first !== id) before.set(id, first);
  };
  for (const { id, kind } of parts) if (kind === "root") joinWithFirst(keys.get(id), id);
  for (const [from, to] of edges)
    if (keys.get(from) === keys.get(to)) before.set(to, from);
    else if (!before.has(to)) joinWithFirst(`${from} ${keys.get(to)}`, to);
  const first = (/** @type {string} */ id) => {
    let found = id;
    while (before.has(found)) found = before.get(found);
    return found;
  };
  return new Map(parts.map(({ id }) => [id, first(id)]));
}

/**
 * @param {Part[]} own  the parts of a branch, from proximal to distal
 * @param {boolean} selectsNerve  whether a joined nerve is selected as a whole
 * @returns {Branch}
 */
function branchOf(own, selectsNerve) {
  const [{ id, kind, name, nerves, state }] = own;
  const isNerve = kind !== "root" && !ENDINGS.includes(kind);
  const shared = nerves.find(([nerve]) => own.every((part) => part.nerves.some(([other]) => other === nerve)));
  const [nerve, nerveName] = (isNerve && own.length > 1 && shared) || [];
  const tops = own.flatMap(({ top }) => top ?? []);
  return {
    key: `${id} ${state}`,
    node: nerve && selectsNerve ? nerve : id,
    kind: isNerve ? "nerve" : kind,
    name: nerveName ?? (own.length > 1 ? own.map((part) => part.id).join(", ") : name),
    state,
    ids: own.map((part) => part.id),
    top: tops.length ? Math.min(...tops) : undefined,
    bottom: tops.length ? Math.max(...own.flatMap(({ bottom }) => bottom ?? [])) : undefined,
    children: [],
  };
}

/** How far an ending lies above or below a branch; 0 beside it. */
const distance = (/** @type {Branch} */ { top = 0, bottom = 0 }, /** @type {Branch} */ ending) =>
  Math.max(0, top - (ending.top ?? top), (ending.top ?? bottom) - bottom);

/**
 * Joins a pathway to a tree. What has several origins hangs on one: an ending on the main branch that lies nearest to
 * it, a nerve on the origin farthest from the roots.
 * @param {Part[]} parts
 * @param {[string, string][]} edges  ids of parts, proximal first
 * @param {[string, string][]} [overlaps]  edges to endings that are not their main supply
 * @param {boolean} [selectsNerve]  whether a click on joined segments selects their nerve, not the first of them
 * @returns {Branch[]}  those without an origin
 */
export function branchTree(parts, edges, overlaps = [], selectsNerve = true) {
  const firstOf = groupsOf(parts, edges);
  /** @type {Map<string, Part[]>} */
  const members = new Map();
  for (const part of parts) {
    const first = firstOf.get(part.id);
    members.set(first, [...(members.get(first) ?? []), part]);
  }
  const byFirst = new Map([...members].map(([first, own]) => [first, branchOf(own, selectsNerve)]));
  const branches = [...byFirst.values()];
  const branchAt = (/** @type {string} */ id) => byFirst.get(firstOf.get(id));
  const lesser = new Set(overlaps.map((pair) => pair.join(" ")));
  const noParents = () => new Map(branches.map((branch) => [branch, /** @type {Set<Branch>} */ (new Set())]));
  const [parentsOf, mainParentsOf] = [noParents(), noParents()];
  for (const [from, to] of edges) {
    const [parent, child] = [branchAt(from), branchAt(to)];
    if (parent === child) continue;
    parentsOf.get(child).add(parent);
    if (!lesser.has(`${from} ${to}`)) mainParentsOf.get(child).add(parent);
  }
  const depths = depthsOf(parentsOf);
  const cost = (/** @type {Branch} */ parent, /** @type {Branch} */ child) =>
    ENDINGS.includes(child.kind) ? distance(parent, child) : -depths.get(parent);
  const origins = [];
  for (const branch of branches) {
    const wanted = mainParentsOf.get(branch).size ? mainParentsOf.get(branch) : parentsOf.get(branch);
    const [parent] = [...wanted].sort((a, b) => cost(a, branch) - cost(b, branch));
    if (parent) parent.children.push(branch);
    else origins.push(branch);
  }
  return origins;
}
