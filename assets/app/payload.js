// The pathways of all selections, downloaded once and looked up by node id and dermatome map.
import { fetchJson, fetchOk, once } from "./fetch-json.js";

const NEWLINE = 10;

/**
 * The numbers whose differences these are.
 * @param {number[]} differences
 * @returns {number[]}
 */
export function runningSums(differences) {
  let total = 0;
  return differences.map((step) => (total += step));
}

/** Nodes, edges and sources are known by their position ("at"). */
export class Payload {
  #raw;
  #pathways = new Map();
  /** @type {((at: number) => any) | null} */
  #readPanel = null;

  /** @param {Record<string, any>} raw  the bundle of atlas/web/bundles/pathways.py */
  constructor(raw) {
    this.#raw = raw;
    /** @type {string[]} ids of the nodes */
    this.ids = raw.ids;
    /** @type {string[]} names of the nodes */
    this.names = raw.names;
    /** @type {string[]} kinds of the nodes */
    this.kinds = raw.kinds;
    /** @type {[number, number][]} proximal and distal node of each edge */
    this.edges = raw.edges;
    /** @type {Record<number, number>} segment → its nerve */
    this.nerve_of = raw.nerve_of;
    /** @type {Record<number, number[]>} site or condition → the nodes on which it has its seat */
    this.seats = raw.seats;
    /** @type {string[]} ids of the patches of skin */
    this.skin = raw.skin;
    /** @type {Record<string, [string, string, string?, string?][]>} layer → tone, fill, mark and brief mark by patch */
    this.layers = raw.layers;
    /** @type {{pairs: string[], layers: Record<string, string>}} pairs of patches, and by layer the kind of each border */
    this.borders = raw.borders;
    /** @type {string} */
    this.default_map = raw.default_map;
    /** @type {Record<string, string>} dermatome map → its name */
    this.maps = raw.maps;
    /** @type {Record<string, string>} dermatome map → how it was made */
    this.methods = raw.methods;
    /** @type {Record<string, string>} strings of the page */
    this.words = raw.words;
    /** @type {Component[]} entries of the panel's lists by node */
    this.items = raw.items;
    /** @type {Map<string, number>} position of each node */
    this.place = new Map(raw.ids.map((id, at) => [id, at]));
    /** @type {Component[]} each source in full; empty until features.js has loaded them */
    this.origins = raw.sources.map(() => ({
      namespace: "dash_html_components",
      type: "Li",
      props: { children: [""] },
    }));
  }

  /** @param {string} id */
  has(id) {
    return this.place.has(id);
  }

  /**
   * What a selection highlights.
   * @param {string} id  of a node
   * @param {string} map  id of a dermatome map
   * @returns {Pathway}
   */
  pathway(id, map) {
    const key = `${map} ${id}`;
    let pathway = this.#pathways.get(key);
    if (!pathway) {
      const { pathways, by_map: byMap, lists, whole } = this.#raw;
      const at = this.place.get(id);
      const [nodes, edges, sources, chains] = pathways[byMap[map][at]].map((position) => lists[position]);
      pathway = {
        id,
        at,
        nodes: runningSums(nodes),
        edges: runningSums(edges),
        sources: runningSums(sources),
        chains: chains.map((position) => lists[position]),
        chosen: [at, ...(whole[at] ?? [])],
        seats: this.seats[at] ?? [],
      };
      this.#pathways.set(key, pathway);
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

  // The file holds the headings of all nodes, then their cards.

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
   * The highlighted nodes of a kind, without the selected one.
   * @param {Pathway} pathway
   * @param {string} kind
   */
  ofKind(pathway, kind) {
    return pathway.nodes.filter((at) => this.kinds[at] === kind && at !== pathway.at);
  }
}

/** Reads a JSON list that has each item on a line of its own; an item is parsed only when it is asked for. */
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
