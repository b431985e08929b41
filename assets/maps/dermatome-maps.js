// The dermatome maps compared: the answers for each patch of skin, how two maps relate, and how far all of them differ.
import { fetchJson } from "../app/fetch-json.js";

/** @import { Words } from "../lesion/types" */

/** @typedef {"read" | "all"} Counted  which rows count: those whose source was read, or all */
/** @typedef {"differ" | "same" | "only-a" | "only-b" | "neither"} Relation  how two maps relate on one patch */
/** @typedef {[maps: number, answers: number, degree: number | null, step: number | null]} Tally */
/** @typedef {[mark: string, maps: number[]][]} Answers  printed roots → the maps that give them */

/**
 * @typedef {object} PatchAnswers
 * @property {Answers} answers
 * @property {Answers} pain  answers of maps of pain
 * @property {number[]} blank  maps that leave the patch blank
 * @property {number[]} silent  maps that do not show it
 * @property {Tally} read
 * @property {Tally} all
 */

/**
 * The JSON of the map bundle (atlas/web/bundles/maps.py). Parallel arrays describe maps; patches are numbered as in the
 * payload's `skin`.
 * @typedef {object} MapData
 * @property {string[]} ids
 * @property {string[]} names
 * @property {string[]} years
 * @property {string[]} methods
 * @property {[read: number, all: number][]} read  rows whose source was read
 * @property {Component[]} made  sources of the map
 * @property {PatchAnswers[]} patches
 * @property {number[]} order  patches, those that differ most first
 * @property {Record<string, string>} pairs  two map ids → a letter for each patch
 * @property {Record<string, string>} choices  id → name of the maps that can be drawn
 * @property {[text: string, plain: string, foot: Component][]} reasons  why maps differ
 * @property {Record<string, Component>} said  map and patch → details of the answer
 * @property {number[]} sources
 * @property {Words} words
 */

/** @type {Record<string, Relation>} */
const RELATIONS = { d: "differ", s: "same", a: "only-a", b: "only-b", n: "neither" };
/** @type {Partial<Record<Relation, Relation>>} the relations that change when two maps trade places */
const REVERSED = { "only-a": "only-b", "only-b": "only-a" };

export const ALL = "all";

export class DermatomeMaps {
  /**
   * @param {Payload} payload
   * @param {MapData} data
   */
  constructor(payload, data) {
    this.payload = payload;
    this.data = data;
    this.words = data.words;
    this.drawableIds = Object.keys(data.choices);
  }

  /**
   * @param {string} text  from the address
   * @returns {string[] | null}  two different maps
   */
  readPair(text) {
    const ids = text.split(",");
    return ids.length === 2 && ids[0] !== ids[1] && ids.every((id) => this.drawableIds.includes(id)) ? ids : null;
  }

  /** @param {string} id */
  nameOf(id) {
    return this.data.names[this.data.ids.indexOf(id)];
  }

  /** The drawable map after another one. @param {string} id */
  nextOf(id) {
    return this.drawableIds[(this.drawableIds.indexOf(id) + 1) % this.drawableIds.length];
  }

  /**
   * How two maps relate on each patch.
   * @param {string[]} pair
   * @returns {Relation[]}
   */
  relations([a, b]) {
    const { pairs } = this.data;
    const letters = pairs[`${a} ${b}`];
    if (letters) return [...letters].map((letter) => RELATIONS[letter]);
    return [...pairs[`${b} ${a}`]].map((letter) => REVERSED[RELATIONS[letter]] ?? RELATIONS[letter]);
  }

  /**
   * The roots that a map prints on a patch.
   * @param {string} map
   * @param {number} patch
   */
  markOf(map, patch) {
    return this.payload.layers[map][patch][2];
  }

  /** @param {number} patch */
  patchName(patch) {
    return this.payload.nameOf(this.payload.skin[patch]);
  }

  /**
   * @param {number} patch
   * @param {Counted} counted
   */
  tally(patch, counted) {
    const [maps, answers, degree, step] = this.data.patches[patch][counted];
    return { maps, answers, degree, step };
  }

  /**
   * The patches in order of disagreement, the most disputed first.
   * @param {Counted} counted
   */
  ranked(counted) {
    const degree = (/** @type {number} */ patch) => this.tally(patch, counted).degree ?? -1;
    return [...this.data.order].sort((a, b) => degree(b) - degree(a));
  }
}

/** @param {Page} page */
export async function fetchMaps(page) {
  return new DermatomeMaps(page.payload, await fetchJson(page.answers.maps));
}
