// The drill of building a plexus: its steps, their choices, and what is built so far. Without a page.
import { shuffled } from "../quiz/seeded-random.js";

/** @typedef {[kind: "join" | "next", nerve: string, origins: string[], right: string[], wrong: string[][]]} RawStep */
/** @typedef {{kind: "join" | "next", nerve: string, origins: string[], right: string}} BuildStep */

const WRONG = 3; // choices besides the right one
const NEAREST = 5; // of the wrong choices, the most plausible come first

/** A choice as one text: the ids of roots and nerves. @param {string[]} ids */
const asText = (ids) => ids.join(" ");

export const idsOf = (/** @type {string} */ choice) => choice.split(" ");

/** @param {RawStep} raw @returns {BuildStep} */
export const stepOf = ([kind, nerve, origins, right]) => ({ kind, nerve, origins, right: asText(right) });

/**
 * The choices of a step in an order of the seed: the right one and up to three wrong ones.
 * @param {RawStep} raw
 * @param {string} seed
 * @returns {string[]}
 */
export function choicesOf([, nerve, , right, wrong], seed) {
  const nearest = wrong.slice(0, NEAREST).map(asText);
  const drawn = shuffled(nearest, seed, nerve).slice(0, WRONG);
  return shuffled([asText(right), ...drawn], seed, nerve, "order");
}

/**
 * The number of the step that is asked, from 0; the number of steps at the summary.
 * @param {string} at  of the address, from 1
 * @param {number} count
 */
export const stepIndex = (at, count) => Math.min(Math.max(Number(at || 1), 1) - 1, count);

/**
 * What is built: the nerves of some steps and the roots that join them, as a pathway.
 * @param {Pick<Payload, "indexOf" | "edges" | "kinds">} payload
 * @param {{origins: Record<string, string[]>, segments: Record<string, string[]>}} data
 * @param {string[]} nerves
 * @param {string[]} chosen  roots or nerves that stand out
 * @returns {Pathway | null}  null if nothing is built
 */
export function builtPathway({ indexOf, edges, kinds }, { origins, segments }, nerves, chosen) {
  if (!nerves.length) return null;
  const roots = nerves.flatMap((nerve) => origins[nerve].filter((id) => !(id in segments)));
  const positions = (/** @type {string[]} */ ids) => ids.map((id) => indexOf.get(id)).filter((at) => at !== undefined);
  const parts = (/** @type {string[]} */ ids) => positions(ids.flatMap((id) => segments[id] ?? [id]));
  const nodes = [...new Set(parts([...roots, ...nerves]))].sort((a, b) => a - b);
  const lit = new Set(nodes);
  const isLit = (/** @type {number[]} */ [from, to]) => lit.has(from) && lit.has(to);
  const isNerve = (/** @type {number} */ at) => !["muscle", "territory", "reflex"].includes(kinds[at]);
  return {
    id: "",
    at: nodes[0],
    nodes: nodes.filter(isNerve),
    edges: edges.flatMap((edge, n) => (isLit(edge) ? [n] : [])),
    sources: [],
    chains: [],
    chosen: parts(chosen.filter((id) => nerves.includes(id) || roots.includes(id))),
    locations: [],
  };
}
