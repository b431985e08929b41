// Looks up the effects of a lesion at every place, for each dermatome map. Python computes them all in advance.
import { runningSums } from "../app/payload.js";
import { fetchJson, once } from "../app/fetch-json.js";

/** @import { Lesion, LesionData, LossState, Severity, ShareRange } from "./types" */

const TEN_THOUSANDTHS = 10_000;
/** The kinds of nodes that innervation ends in. */
export const TARGET_KINDS = ["territory", "muscle", "reflex"];

export class Lesions {
  /**
   * @param {LesionData} data
   * @param {Payload} payload
   */
  constructor(data, payload) {
    this.data = data;
    this.payload = payload;
    this.words = data.words;
    /** @type {Map<number, number>} place → its row in the data */
    this.rowOfPlace = new Map(data.places.map((place, row) => [place, row]));
    this.targets = payload.ids.map((_, index) => index).filter((index) => this.isTarget(index));
    /** @type {Map<string, Lesion>} row of `data.lesions` and severity → the unpacked lesion */
    this.unpacked = new Map();
  }

  /** @param {number} index */
  isTarget(index) {
    return TARGET_KINDS.includes(this.payload.kinds[index]);
  }

  /**
   * @param {string} id
   * @returns {number | undefined}  the index of the place; undefined where no lesion can be placed
   */
  placeOf(id) {
    const index = this.payload.indexOf.get(id);
    return this.rowOfPlace.has(index) ? index : undefined;
  }

  /** The nodes that a lesion at a place removes. @param {number} place */
  removedNodes(place) {
    return this.data.removed_nodes[this.rowOfPlace.get(place)];
  }

  /**
   * The ids of a place and of the sites where a lesion removes the same nodes.
   * @param {number} place
   */
  equivalentIds(place) {
    const keyOf = (/** @type {number} */ other) => [...this.removedNodes(other)].sort().join();
    const key = keyOf(place);
    const isSame = (/** @type {number} */ other) =>
      other !== place && this.payload.kinds[other] === "site" && keyOf(other) === key;
    return [place, ...this.data.places.filter(isSame)].map((index) => this.payload.ids[index]);
  }

  /**
   * The places where a lesion of a node can occur: the node itself, or the sites of a condition.
   * @param {number} index
   * @returns {number[]}
   */
  placesOf(index) {
    return this.data.sites_of_condition[index] ?? (this.rowOfPlace.has(index) ? [index] : []);
  }

  /**
   * @param {number} place
   * @param {string} map  id of a dermatome map; it matters only for a lesion of roots
   * @param {string} [severity]  one of the severities; by default the usual one of the place
   * @returns {Lesion}
   */
  lesionAt(place, map, severity = "") {
    const at = this.rowOfPlace.get(place);
    const row = this.data.by_map[map][at];
    const chosen = this.isSeverity(severity) ? severity : this.data.usual[at];
    const key = `${row} ${chosen}`;
    if (!this.unpacked.has(key)) this.unpacked.set(key, this.#withSeverity(this.#unpack(row), chosen));
    return this.unpacked.get(key);
  }

  /**
   * @param {string} text
   * @returns {text is Severity}
   */
  isSeverity(text) {
    return Object.hasOwn(this.data.severities, text);
  }

  /** The severity of the usual lesion at a place. @param {number} place */
  usualSeverity(place) {
    return this.data.usual[this.rowOfPlace.get(place)];
  }

  /**
   * A complete lesion, made less severe: nothing is lost completely, and every share is smaller.
   * @param {Lesion} complete
   * @param {Severity} severity
   * @returns {Lesion}
   */
  #withSeverity(complete, severity) {
    if (severity === "complete") return complete;
    const factors = this.data.severities[severity];
    const scaled = (/** @type {ShareRange} */ shares) => shares.map((share, n) => share * factors[n]);
    const shares = this.targets.flatMap((target) => {
      const share = complete.lost.includes(target) ? [1, 1, 1] : complete.reduced.get(target);
      return share ? [/** @type {[number, ShareRange]} */ ([target, scaled(share)])] : [];
    });
    return {
      ...complete,
      severity,
      lost: [],
      reduced: new Map(shares),
      cut: [],
      thinned: [...complete.cut, ...complete.thinned],
      cutEdges: [],
      thinnedEdges: [...complete.cutEdges, ...complete.thinnedEdges],
      couldNot: [],
    };
  }

  /**
   * @param {number} row
   * @returns {Lesion}
   */
  #unpack(row) {
    const { data } = this;
    const [lost, reduced, cut, thinned, cutEdges, thinnedEdges, couldNot, flags, sometimes] = data.lesions[row].map(
      (list) => data.lists[list],
    );
    const shareOf = (/** @type {number} */ part) => {
      const [target, ...shares] = data.parts[part];
      return /** @type {[number, ShareRange]} */ ([target, shares.map((share) => share / TEN_THOUSANDTHS)]);
    };
    const [lostTargets, reducedTargets] = [runningSums(lost), new Map(reduced.map(shareOf))];
    return {
      severity: "complete",
      lost: lostTargets,
      reduced: reducedTargets,
      sometimes: runningSums(sometimes),
      spared: this.targets.filter((target) => !lostTargets.includes(target) && !reducedTargets.has(target)),
      cut: runningSums(cut),
      thinned: runningSums(thinned),
      cutEdges: runningSums(cutEdges),
      thinnedEdges: runningSums(thinnedEdges),
      couldNot: couldNot.map((text) => data.deficits[text]),
      flags: flags.map((flag) => data.flags[flag]),
    };
  }

  /**
   * The share of a target's innervation that a lesion interrupts, from 0 to 1.
   * @param {Lesion} lesion
   * @param {number} target
   */
  shareLost(lesion, target) {
    return lesion.lost.includes(target) ? 1 : (lesion.reduced.get(target)?.[0] ?? 0);
  }

  /**
   * @param {Lesion} lesion
   * @param {number} target
   * @returns {LossState}
   */
  stateOf(lesion, target) {
    return lesion.lost.includes(target) ? "lost" : lesion.reduced.has(target) ? this.reducedState(lesion) : "spared";
  }

  /**
   * The state of the targets that a lesion reduces.
   * @param {Lesion} lesion
   * @returns {"reduced" | "at-times"}
   */
  reducedState(lesion) {
    return lesion.severity === "intermittent" ? "at-times" : "reduced";
  }

  /**
   * How many targets are in each state.
   * @param {Lesion} lesion
   */
  counts(lesion) {
    return {
      lost: lesion.lost.length,
      [this.reducedState(lesion)]: lesion.reduced.size,
      spared: lesion.spared.length,
    };
  }

  /**
   * How much of a reduced target is lost: the key of the word for it.
   * @param {Lesion} lesion
   * @param {number} target
   * @returns {"mostly" | "partly" | "slightly"}
   */
  amountLost(lesion, target) {
    if (lesion.severity === "intermittent") return "slightly";
    return this.shareLost(lesion, target) > this.data.mostly ? "mostly" : "partly";
  }

  /**
   * The sites where a lesion affects a target, the least extensive lesion first.
   * @param {number} target
   * @param {string} map
   * @returns {{place: number, lesion: Lesion}[]}
   */
  sitesAffecting(target, map) {
    const extent = (/** @type {Lesion} */ { lost, reduced }) => lost.length + reduced.size;
    return this.data.places
      .filter((place) => this.payload.kinds[place] === "site")
      .map((place) => ({ place, lesion: this.lesionAt(place, map) }))
      .filter(({ lesion }) => this.stateOf(lesion, target) !== "spared")
      .sort((a, b) => extent(a.lesion) - extent(b.lesion));
  }

  /**
   * The targets that fare better (`back`) or worse (`gone`) with one lesion than with another.
   * @param {Lesion} before
   * @param {Lesion} after
   */
  changes(before, after) {
    const change = (/** @type {number} */ target) => this.shareLost(after, target) - this.shareLost(before, target);
    return {
      back: this.targets.filter((target) => change(target) < 0),
      gone: this.targets.filter((target) => change(target) > 0),
    };
  }

  /**
   * The nodes and edges that a lesion marks, by the class that marks them.
   * An intermittent lesion, shown at rest, leaves the nerves as they are.
   * @param {Lesion} lesion
   * @returns {{nodes: Record<string, Iterable<number>>, edges: Record<string, number[][]>}}
   */
  classesOf(lesion) {
    const { thinned, cut, spared, reduced, lost, thinnedEdges, cutEdges } = lesion;
    if (this.reducedState(lesion) === "at-times") return { nodes: { spared, "at-times": reduced.keys() }, edges: {} };
    const pairs = (/** @type {number[]} */ edges) => edges.map((edge) => this.data.edges[edge]);
    return {
      nodes: { thinned, severed: cut, spared, reduced: reduced.keys(), lost },
      edges: { thinned: pairs(thinnedEdges), severed: pairs(cutEdges) },
    };
  }
}

/**
 * Fetches the lesions once, for every mode that uses them.
 * @type {(page: Pick<Page, "answers" | "payload">) => Promise<Lesions>}
 */
export const fetchLesions = once(
  async ({ answers, payload }) => new Lesions(await fetchJson(answers.lesions), payload),
);
