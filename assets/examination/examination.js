// The tests of the examination in their order, their groups, what each lights on the body, and its accuracy in words.
import { filled } from "../app/dom.js";
import { fetchJson } from "../app/fetch-json.js";
import { joined } from "../app/shown-with.js";

/** @import { Words } from "../lesion/types" */

/** @typedef {[value: number | null, low: number | null, high: number | null]} Found */
/** @typedef {"sensitivity" | "specificity" | "lr_positive" | "lr_negative"} Measure */

/**
 * @typedef {object} ExamTest
 * @property {string} id
 * @property {string} name
 * @property {string} group
 * @property {string[]} targets  ids of what it tests
 * @property {string[]} roots
 * @property {string} how
 * @property {string} positive
 * @property {string} means
 * @property {string} plain
 * @property {string} pose  id of the movement in three dimensions, or ""
 * @property {boolean} midline  whether it has no right and left
 * @property {number[]} accuracy  positions of its rows
 */

/**
 * @typedef {object} Accuracy
 * @property {string} finds
 * @property {string} criterion  how the test was done or counted, or ""
 * @property {string} reference
 * @property {string} people
 * @property {string} whom  the kind of people alone
 * @property {Partial<Record<Measure, Found>>} numbers
 */

/**
 * The JSON of the bundle (atlas/web/bundles/examination.py, atlas/web/layout/examination_page.py).
 * @typedef {object} ExaminationData
 * @property {ExamTest[]} tests
 * @property {[group: string, tests: number[]][]} groups
 * @property {Accuracy[]} accuracy
 * @property {Component[]} test_marks
 * @property {Component[][]} test_notes
 * @property {Component[]} accuracy_marks
 * @property {string[]} accuracy_notes
 * @property {string[]} accuracy_summaries  what the studies of each test show together
 * @property {Words} words
 */

/** The measures that are shares of people; the others are likelihood ratios. */
export const SHARES = /** @type {const} */ (["sensitivity", "specificity"]);
const RATIOS = /** @type {const} */ (["lr_positive", "lr_negative"]);

/** The groups whose tests light the way to what is tested, and the group whose tests tap or press a nerve. */
const UP_TO_TARGET = ["reflex", "nerve_tension"];
const TAPPED = "tinel";

/** @param {number | null} share */
export const percent = (share) => (share === null ? null : Math.round(share * 100));

/**
 * Which numbers were found, as the end of the name of the text that says them.
 * @param {Found} found
 */
function formOf([value, low, high]) {
  if (value !== null) return low === null || high === null ? "value" : "interval";
  if (low === null) return "most";
  return high === null ? "least" : "range";
}

/**
 * All nodes that can be reached from some, and these.
 * @param {number[]} starts
 * @param {(node: number) => number[]} nextOf
 */
function reached(starts, nextOf) {
  const found = new Set(starts);
  for (const node of found) for (const next of nextOf(node)) found.add(next);
  return found;
}

export class Examination {
  /**
   * @param {Payload} payload
   * @param {ExaminationData} data
   */
  constructor(payload, data) {
    this.payload = payload;
    this.data = data;
    this.words = data.words;
    this.tests = data.tests;
    this.groups = data.groups;
    this.placeOf = new Map(data.tests.map(({ id }, at) => [id, at]));
  }

  /** @param {string} id */
  has(id) {
    return this.placeOf.has(id);
  }

  /** @param {string} id */
  testOf(id) {
    return this.tests[this.placeOf.get(id)];
  }

  /**
   * @param {string} id
   * @returns {(ExamTest | undefined)[]}  the previous and the next test
   */
  neighboursOf(id) {
    const at = this.placeOf.get(id);
    return [this.tests[at - 1], this.tests[at + 1]];
  }

  /**
   * What a test lights: the pathways of all that it tests as one, or else those of its roots. Where a nerve is stretched
   * or a reflex runs, the way ends at what is tested; where a nerve is tapped, its skin is lit, in which it tingles.
   * @param {string} id  of a test, or ""
   * @param {string} map
   * @returns {Pathway | null}  null if it tests nothing of the graph
   */
  pathwayOf(id, map) {
    if (!this.has(id)) return null;
    const { targets, roots, group } = this.testOf(id);
    const shown = (targets.length ? targets : roots).filter((one) => this.payload.has(one));
    if (!shown.length) return null;
    const parts = shown.map((one) => this.payload.pathway(one, map));
    const whole = { ...parts.reduce(joined), added: [], parts };
    if (UP_TO_TARGET.includes(group)) return this.#upToTarget(whole, roots);
    return group === TAPPED ? this.#without("muscle", whole) : whole;
  }

  /**
   * The ways from the roots of a test to what it tests, without what lies beyond.
   * @param {Pathway} whole
   * @param {string[]} roots
   * @returns {Pathway}
   */
  #upToTarget(whole, roots) {
    const { indexOf, edges } = this.payload;
    const pairs = whole.edges.map((at) => edges[at]);
    const before = reached(whole.chosen, (node) => pairs.filter(([, to]) => to === node).map(([from]) => from));
    const after = reached(
      roots.map((root) => indexOf.get(root)),
      (node) => pairs.filter(([from]) => from === node).map(([, to]) => to),
    );
    const nodes = new Set(whole.nodes.filter((at) => whole.chosen.includes(at) || (before.has(at) && after.has(at))));
    return {
      ...whole,
      nodes: [...nodes],
      edges: whole.edges.filter((at) => edges[at].every((node) => nodes.has(node))),
      chains: whole.chains.map((chain) => chain.filter((at) => nodes.has(at))).filter((chain) => chain.length),
      parts: undefined,
    };
  }

  /**
   * A pathway without the nodes of a kind.
   * @param {string} kind
   * @param {Pathway} whole
   * @returns {Pathway}
   */
  #without(kind, whole) {
    const keeps = (/** @type {number} */ at) => this.payload.kinds[at] !== kind;
    return { ...whole, nodes: whole.nodes.filter(keeps), chains: whole.chains.filter((chain) => chain.every(keeps)) };
  }

  /**
   * The places where a nerve is tapped or pressed: for each, the ids of the sites there and of the tested nerve.
   * @param {string} id  of a test, or ""
   * @returns {{sites: string[], nerves: string[]}[]}
   */
  placesOf(id) {
    if (!this.has(id) || this.testOf(id).group !== TAPPED) return [];
    const { ids, indexOf, kinds, whole, locations } = this.payload;
    return this.testOf(id).targets.map((target) => {
      const own = [indexOf.get(target), ...(whole[indexOf.get(target)] ?? [])];
      const isHere = ([site, nodes]) => kinds[site] === "site" && nodes.some((at) => own.includes(at));
      const sites = Object.entries(locations).filter(isHere);
      return { sites: sites.map(([site]) => ids[site]), nerves: own.map((at) => ids[at]) };
    });
  }

  /**
   * A share of people with its interval or range.
   * @param {Found} found
   */
  shareInWords(found) {
    const [value, low, high] = found.map(percent);
    return filled(this.words[`examination.${formOf(found)}`], { value, low, high });
  }

  /** @param {Found} found */
  #ratioInWords(found) {
    const [value, low, high] = found;
    return filled(this.words[`examination.ratio.${formOf(found)}`], { value, low, high });
  }

  /** The likelihood ratios of a study in a sentence; empty if it has none. @param {Accuracy} accuracy */
  ratiosInWords({ numbers }) {
    const ratios = RATIOS.flatMap((name) =>
      numbers[name] ? [filled(this.words[`examination.${name}`], { number: this.#ratioInWords(numbers[name]) })] : [],
    ).join("; ");
    return ratios && filled(this.words["examination.ratios"], { ratios });
  }

  /** @param {ExamTest} test */
  rootsInWords({ roots }) {
    return roots.join(", ");
  }
}

/** @param {Page} page */
export async function fetchExamination(page) {
  return new Examination(page.payload, await fetchJson(page.answers.examination));
}
