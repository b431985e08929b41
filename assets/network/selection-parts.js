// What the network needs to know about a selection, from the payload and from the whole network below the figures.
import { ENDINGS } from "../app/pathway-graph.js";

/** @import { NetworkData, Part } from "./types" */

const DRAWN = ["root", "segment", ...ENDINGS];
/** Classes that modes give to the nodes of the whole network; the first that is found counts. */
const STATES = ["severed", "thinned", "lost", "reduced", "at-times", "spared"];

/** @type {WeakMap<Payload, Map<number, [string, string][]>>} */
const nerves = new WeakMap();

/**
 * Segment → ids and names of the nerves that it is part of, the smallest first.
 * @param {Payload} payload
 */
function nervesBySegment(payload) {
  const { ids, names, whole } = payload;
  if (!nerves.has(payload)) {
    /** @type {Map<number, [string, string][]>} */
    const found = new Map();
    const bySize = Object.entries(whole).sort(([, a], [, b]) => a.length - b.length);
    for (const [nerve, segments] of bySize)
      for (const at of segments) found.set(at, [...(found.get(at) ?? []), [ids[nerve], names[nerve]]]);
    nerves.set(payload, found);
  }
  return nerves.get(payload);
}

/**
 * The class that a mode has given to a node of the whole network.
 * @param {Pick<Page, "graph" | "highlighter">} page
 * @param {string} id
 */
function stateOf({ graph, highlighter }, id) {
  const marked = highlighter.byId.get(id)?.find((element) => graph.contains(element));
  return (marked && STATES.find((state) => marked.classList.contains(state))) ?? "";
}

/**
 * @param {Page} page
 * @param {NetworkData} data
 * @param {Pathway} pathway
 * @param {(units: number) => number} scale  from units of the figure to pixels
 * @returns {{parts: Part[], edges: [string, string][]}}
 */
export function partsOf(page, { heights }, pathway, scale) {
  const { ids, kinds, names, edges } = page.payload;
  const pairs = pathway.edges.map((at) => edges[at]);
  const used = new Set([...pairs.flat(), ...pathway.chosen.filter((at) => DRAWN.includes(kinds[at]))]);
  const nervesOf = nervesBySegment(page.payload);
  const parts = [...used].map((at) => {
    const id = ids[at];
    const [top, bottom] = heights[id]?.map(scale) ?? [];
    return {
      id,
      kind: kinds[at],
      name: names[at],
      state: stateOf(page, id),
      nerves: nervesOf.get(at) ?? [],
      top,
      bottom,
    };
  });
  return { parts, edges: pairs.map(([from, to]) => [ids[from], ids[to]]) };
}
