// How well the results of nerve studies fit what is expected after a lesion at a site.
const NORMAL = "normal";
const FIBRILLATIONS = "fibrillations";
const LOSSES = ["reduced", "absent"];
const MILLIONTH = 1e6;

/**
 * How study results fit a candidate.
 * @typedef {object} StudyFit
 * @property {string} injury  the injury that they were compared with; "" for a site off the nerves
 * @property {number} cost  of the results
 * @property {number} injuryCost  of assuming that injury
 * @property {(boolean | null)[]} verdicts  of each result; null where nothing certain is expected
 */

/**
 * Whether a result fits what is expected, and what it costs.
 * @param {string} kind  of study
 * @param {string} result
 * @param {string} expected
 * @param {Record<string, any>} parameters
 * @returns {[fits: boolean | null, cost: number]}
 */
export function compared(kind, result, expected, parameters) {
  if (expected === "uncertain") return [null, 0];
  if (result === NORMAL) {
    const isFitting = expected === NORMAL;
    return [isFitting, isFitting ? 0 : -Math.log(1 - parameters.sensitivity[kind])];
  }
  if (expected === NORMAL) return [false, -Math.log(parameters.false_positive[kind])];
  if (result === expected || result === FIBRILLATIONS) return [true, 0];
  if (LOSSES.includes(result) && LOSSES.includes(expected)) {
    return [true, result === "absent" ? parameters.degree_cost : 0];
  }
  return [false, parameters.other_change_cost];
}

/** How often each key occurs. */
function tally(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** 1/√n of the number of keys that are the same. */
function weightsOf(keys) {
  const counts = tally(keys);
  return keys.map((key) => counts.get(key) ** -0.5);
}

/** Results of nerve studies, ready to be compared with sites. Results that all sites predict alike count together. */
export class StudyEvidence {
  /**
   * @param {import("./findings.js").PlainFindings} findings
   * @param {import("./study-predictions.js").StudyPredictions} predictions
   * @param {import("./matrix.js").Matrix} matrix
   */
  constructor(findings, predictions, matrix) {
    this.predictions = predictions;
    this.parameters = matrix.studies.parameters;
    this.tests = matrix.studies.tests;
    this.results = differentResults(findings);
    this.day = findings.days ?? predictions.usualDay;
    this.injuries = findings.injury ? [findings.injury] : predictions.injuries;
    const onNerves = matrix.sites.filter(({ standing }) => standing !== "off-graph");
    const profileOf = ([study, result]) =>
      [result, ...onNerves.flatMap((site) => this.injuries.map((one) => this.#expected(study, [site], one)))].join();
    this.weights = weightsOf(this.results.map(profileOf));
    this.weightsOff = weightsOf(this.results.map(([study, result]) => `${this.#tested(study)} ${result === NORMAL}`));
  }

  #tested(study) {
    return this.tests[this.predictions.kind.get(study)];
  }

  #expected(study, sites, injury) {
    return this.predictions.stage(study, sites, injury, this.day).expected;
  }

  /** The cost that the results have if no lesion explains any of them. */
  nullCost() {
    return this.results.reduce((sum, [study, result], n) => {
      const [, cost] = compared(this.predictions.kind.get(study), result, NORMAL, this.parameters);
      return sum + this.weights[n] * cost;
    }, 0);
  }

  /**
   * How the results fit lesions of sites on the nerves, with the injury that fits best.
   * @param {import("./matrix.js").Site[]} sites
   * @returns {StudyFit}
   */
  fit(sites) {
    const rank = ({ cost, injuryCost }) => Math.round((cost + injuryCost) * MILLIONTH);
    const fits = this.injuries.map((injury) => this.#with(sites, injury));
    return fits.reduce((best, fit) => (rank(fit) < rank(best) ? fit : best));
  }

  /** @returns {StudyFit} */
  #with(sites, injury) {
    const verdicts = [];
    let total = 0;
    this.results.forEach(([study, result], n) => {
      const kind = this.predictions.kind.get(study);
      const [fits, cost] = compared(kind, result, this.#expected(study, sites, injury), this.parameters);
      total += this.weights[n] * cost;
      verdicts.push(fits);
    });
    const injuryCost = injury === this.injuries[0] ? 0 : this.parameters.injury_cost;
    return { injury, cost: total, injuryCost, verdicts };
  }

  /**
   * How the results fit a cause off the nerves, which takes shares of what is abnormal and of what is normal.
   * @param {[ofAbnormal: number, ofNormal: number]} shares
   * @param {string[]} spared  the kinds of target that the cause leaves alone
   * @returns {StudyFit}
   */
  fitOff([ofAbnormal, ofNormal], spared) {
    const verdicts = [];
    let total = 0;
    this.results.forEach(([study, result], n) => {
      const kind = this.predictions.kind.get(study);
      const isSpared = spared.includes(this.tests[kind]);
      const falsePositive = this.parameters.false_positive[kind];
      const share = isSpared ? 0 : result === NORMAL ? ofNormal : ofAbnormal;
      const chance =
        result === NORMAL ? 1 - this.parameters.sensitivity[kind] * share : falsePositive + (1 - falsePositive) * share;
      total -= this.weightsOff[n] * Math.log(chance);
      verdicts.push(result === NORMAL ? isSpared || null : !isSpared);
    });
    return { injury: "", cost: total, injuryCost: 0, verdicts };
  }
}

/**
 * The results of studies, each once.
 * @param {import("./findings.js").PlainFindings} findings
 * @returns {[study: string, result: string][]}
 */
export function differentResults({ studies = [] }) {
  return [...new Map(studies.map((one) => [one.join(" "), one])).values()];
}
