// The pathways of all selections, downloaded once and looked up by node id and dermatome map.
import { fetchJson, fetchOk, once } from "./fetch-json.js";

const NEWLINE = 10;

/**
 * Decodes deltas.
 * @param {number[]} differences
 * @returns {number[]}
 */
export function runningSums(differences) {
  let total = 0;
  return differences.map((step) => (total += step));
}

/** Nodes, edges and sources are known by their position ("at"). */
export class Payload {
  /** @type {Map<string, Pathway>} */
  #unpacked = new Map();
  /** @type {((at: number) => any) | null} */
  #readPanel = null;

  /** @param {object} raw  the bundle, whose fields payload-bundle.d.ts describes */
  constructor(raw) {
    Object.assign(this, raw);
    /** @type {Map<string, number>} position of each node */
    this.indexOf = new Map(this.ids.map((id, at) => [id, at]));
    /** @type {Component[]} each source in full; empty until features.js has loaded them */
    this.origins = Array.from({ length: this.source_count }, () => ({
      namespace: "dash_html_components",
      type: "Li",
      props: { children: [""] },
    }));
  }

  /** @param {string} id */
  has(id) {
    return this.indexOf.has(id);
  }

  /** The name of a node. @param {string} id @returns {string | undefined}  undefined if there is no such node */
  nameOf(id) {
    return this.names[this.indexOf.get(id)];
  }

  /**
   * What a selection highlights.
   * @param {string} id  of a node
   * @param {string} map  id of a dermatome map
   * @returns {Pathway}
   */
  pathway(id, map) {
    const key = `${map} ${id}`;
    let pathway = this.#unpacked.get(key);
    if (!pathway) {
      const at = this.indexOf.get(id);
      const positions = this.pathways[this.by_map[map][at]];
      const [nodes, edges, sources, chains] = /** @type {number[][]} */ (positions.map((n) => this.lists[n]));
      pathway = {
        id,
        at,
        nodes: runningSums(nodes),
        edges: runningSums(edges),
        sources: runningSums(sources),
        chains: /** @type {number[][]} */ (chains.map((n) => this.lists[n])),
        chosen: [at, ...(this.whole[at] ?? [])],
        locations: this.locations[at] ?? [],
      };
      this.#unpacked.set(key, pathway);
    }
    return pathway;
  }

  /** Whether the contents of the panel have been loaded. */
  get hasPanels() {
    return this.#readPanel !== null;
  }

  /** Loads the contents of the panel from a URL. */
  loadPanels = once(async (/** @type {string} */ url) => {
    const response = await fetchOk(url);
    this.#readPanel = lineReader(new Uint8Array(await response.arrayBuffer()));
  });

  // The file holds the headings of all nodes, then their cards, then their entries in lists, then their answers.

  /**
   * The heading of a node.
   * @param {number} at
   * @returns {Component}
   */
  head(at) {
    return this.#readPanel(at);
  }

  /**
   * The text about a node.
   * @param {number} at
   * @returns {Component}
   */
  card(at) {
    return this.#readPanel(this.ids.length + at);
  }

  /**
   * The entry of a node in a list.
   * @param {number} at
   * @returns {Component}
   */
  item(at) {
    return this.#readPanel(2 * this.ids.length + at);
  }

  /**
   * What a panel answers first about a node: a sentence, facts and actions.
   * @param {number} at
   * @returns {Component}
   */
  answer(at) {
    return this.#readPanel(3 * this.ids.length + at);
  }

  /**
   * The highlighted nodes of a kind, without the selected one.
   * @param {Pathway} pathway
   * @param {string} kind
   */
  ofKind(pathway, kind) {
    return pathway.nodes.filter((at) => this.kinds[at] === kind && at !== pathway.at);
  }
}

/** Reads a JSON list with one item per line, ending with null; an item is parsed only when it is asked for. */
function lineReader(bytes) {
  const ends = [0];
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) ends.push(at);
  const decoder = new TextDecoder();
  const [before, after] = [1, 1]; // a bracket or the end of the line before; a comma after each item
  return (at) => JSON.parse(decoder.decode(bytes.subarray(ends[at] + before, ends[at + 1] - after)));
}

/**
 * @param {string} url
 * @returns {Promise<Payload>}
 */
export async function loadPayload(url) {
  return new Payload(await fetchJson(url));
}
