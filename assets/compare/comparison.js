// Compares two places: the targets that lesions at both affect, those that only one affects, and what distinguishes them.
import { fetchLesions } from "../lesion/lesions.js";
import { fetchJson } from "../app/fetch-json.js";

/** @import { Words } from "../lesion/types" */
/** @import { Lesions } from "../lesion/lesions.js" */

/** @typedef {"a" | "b"} Side */
/** @typedef {[least: number, most: number]} Range  the share of a target that is lost, over all sites of one side */

/**
 * A finding that differs between two places, as in the bundle.
 * @typedef {object} DiscriminatorData
 * @property {string} finding
 * @property {string} a  what a lesion at the first place shows
 * @property {string} b
 * @property {number[]} targets
 * @property {string} strength
 * @property {string} by  how the finding is made
 */
/** @typedef {DiscriminatorData & {foot: Component, against: Side[]}} Discriminator  `against`: sides where the graph disagrees */

/**
 * The JSON of the comparison bundle (atlas/web/bundles/comparisons.py). Numbers are node indexes.
 * @typedef {object} ComparisonData
 * @property {[number, number][]} pairs
 * @property {number[][]} triples
 * @property {DiscriminatorData[][]} discriminators  for each pair, the best discriminator first
 * @property {Component[][]} feet  for each discriminator, its sources
 * @property {Record<string, [number, Side][][]>} against  map id → for each pair: [discriminator, side]
 * @property {number[]} off  places that are not on a nerve
 * @property {number[][]} sources  for each pair
 * @property {Words} words
 */

/**
 * @typedef {object} Overlap  targets that two places affect
 * @property {Map<number, Range>} ofA
 * @property {Map<number, Range>} ofB
 * @property {number[]} both
 * @property {number[]} onlyA
 * @property {number[]} onlyB
 */

const STRENGTHS = ["strong", "moderate", "weak", "none"];
const PAIRS_OF_THREE = [
  [0, 1],
  [0, 2],
  [1, 2],
];
/** @type {Record<Side, Side>} */
const OPPOSITE = { a: "b", b: "a" };
const haveSameNodes = (/** @type {number[]} */ a, /** @type {number[]} */ b) =>
  a.length === b.length && a.every((node) => b.includes(node));

export class Comparison {
  /**
   * @param {Lesions} lesions
   * @param {ComparisonData} data
   */
  constructor(lesions, data) {
    this.data = data;
    this.words = data.words;
    this.lesions = lesions;
    this.payload = lesions.payload;
  }

  /**
   * @param {string} id
   * @returns {number | undefined}  a node that can be compared: a place, a condition, or what sources compare off a nerve
   */
  comparable(id) {
    const index = this.payload.indexOf.get(id);
    return this.lesions.placesOf(index).length || this.data.off.includes(index) ? index : undefined;
  }

  /**
   * @param {string} text  ids from the address, joined by commas
   * @returns {number[] | null}  two places, or three that the sources compare
   */
  readPlaces(text) {
    const places = text.split(",").map((id) => this.comparable(id));
    const isCounted = places.length === 2 || (places.length === 3 && this.#isTriple(places));
    return isCounted && !places.includes(undefined) && new Set(places).size === places.length ? places : null;
  }

  /** @param {number[]} places */
  #isTriple(places) {
    return this.data.triples.some((triple) => places.every((place) => triple.includes(place)));
  }

  /**
   * For each target, the least and the most of it that is lost, over the sites where a lesion of this place can sit.
   * @param {number} place
   * @param {string} map
   * @returns {Map<number, Range>}
   */
  #sharesLost(place, map) {
    const lesions = this.lesions.placesOf(place).map((site) => this.lesions.lesionAt(site, map, "complete"));
    const rangeOf = (/** @type {number} */ target) => {
      const shares = lesions.map((lesion) => this.lesions.shareLost(lesion, target));
      return /** @type {Range} */ (shares.length ? [Math.min(...shares), Math.max(...shares)] : [0, 0]);
    };
    return new Map(this.lesions.targets.map((target) => [target, rangeOf(target)]));
  }

  /**
   * @param {number} a
   * @param {number} b
   * @param {string} map
   * @returns {Overlap}
   */
  overlap(a, b, map) {
    const [ofA, ofB] = [this.#sharesLost(a, map), this.#sharesLost(b, map)];
    const affected = (/** @type {boolean} */ byA, /** @type {boolean} */ byB) =>
      this.lesions.targets.filter((target) => ofA.get(target)[1] > 0 === byA && ofB.get(target)[1] > 0 === byB);
    return { ofA, ofB, both: affected(true, true), onlyA: affected(true, false), onlyB: affected(false, true) };
  }

  /**
   * Whether one side of a listed pair is at a place, or within the whole nerve that the place is.
   * @param {number} listed
   * @param {number} place
   */
  #sitsAt(listed, place) {
    const removed = this.lesions.placesOf(place).map((site) => this.lesions.removedNodes(site));
    const wholeNerve = this.payload.kinds[place] === "nerve" ? removed.flat() : [];
    return this.lesions.placesOf(listed).some((site) => {
      const nodes = this.lesions.removedNodes(site);
      return removed.some((other) => haveSameNodes(other, nodes)) || nodes.every((node) => wholeNerve.includes(node));
    });
  }

  /**
   * The listed pair for two places: the pair that names them or, failing that, a pair at the same places.
   * @param {number} a
   * @param {number} b
   * @returns {{pair: number, isReversed: boolean} | null}
   */
  #listedPair(a, b) {
    const isSame = (/** @type {number} */ listed, /** @type {number} */ place) => listed === place;
    const sitsAt = (/** @type {number} */ listed, /** @type {number} */ place) => this.#sitsAt(listed, place);
    for (const matches of [isSame, sitsAt])
      for (const [pair, [first, second]] of this.data.pairs.entries()) {
        const isInOrder = matches(first, a) && matches(second, b);
        const isReversed = matches(first, b) && matches(second, a);
        if (isInOrder !== isReversed) return { pair, isReversed };
      }
    return null;
  }

  /**
   * What sources say about two places, the best discriminator first; `a` is always the first place asked for.
   * @param {number} a
   * @param {number} b
   * @param {string} map
   * @returns {Discriminator[]}
   */
  discriminators(a, b, map) {
    const listed = this.#listedPair(a, b);
    if (!listed) return [];
    const { pair, isReversed } = listed;
    const side = (/** @type {Side} */ name) => (isReversed ? OPPOSITE[name] : name);
    return this.data.discriminators[pair].map((discriminator, n) => ({
      ...discriminator,
      a: discriminator[side("a")],
      b: discriminator[side("b")],
      foot: this.data.feet[pair][n],
      against: this.data.against[map][pair].filter(([at]) => at === n).map(([, name]) => side(name)),
    }));
  }

  /**
   * Every finding that distinguishes any two of three places, the strongest first.
   * @param {number[]} places
   * @param {string} map
   * @returns {(Discriminator & {shows: (string | null)[]})[]}  `shows`: what each place shows; null where not compared
   */
  discriminatorsOfThree(places, map) {
    const rows = new Map();
    const rank = (/** @type {Discriminator} */ { strength }) => STRENGTHS.indexOf(strength);
    for (const [a, b] of PAIRS_OF_THREE)
      for (const found of this.discriminators(places[a], places[b], map)) {
        const row = rows.get(found.finding) ?? { ...found, shows: [null, null, null] };
        row.shows[a] ??= found.a;
        row.shows[b] ??= found.b;
        if (rank(found) < rank(row)) row.strength = found.strength;
        rows.set(found.finding, row);
      }
    return [...rows.values()].sort((x, y) => rank(x) - rank(y));
  }

  /**
   * The sources of the discriminators between these places.
   * @param {number[]} places
   */
  sourcesOf(places) {
    const listed = places.flatMap((a, n) => places.slice(n + 1).map((b) => this.#listedPair(a, b))).filter(Boolean);
    return [...new Set(listed.flatMap(({ pair }) => this.data.sources[pair]))].sort((a, b) => a - b);
  }
}

/** @param {Page} page */
export async function fetchComparison(page) {
  const [lesions, data] = await Promise.all([fetchLesions(page), fetchJson(page.answers.comparisons)]);
  return new Comparison(lesions, data);
}
