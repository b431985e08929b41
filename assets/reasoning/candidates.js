// Ranks the sites that may explain findings: single sites, and pairs where one site is not enough.
import { cost, weighed } from "./scoring.js";
import { StudyEvidence } from "./study-scoring.js";

const MILLIONTH = 1e6;
const FOCAL = "focal";
const OFF_GRAPH = "off-graph";
const NORMAL = "normal";
const PAIN = "pain";
const LOSSES = new Set(["weak", "numb", "reduced_reflex"]);
const unique = (all) => [...new Set(all)];

/**
 * A cost in whole millionths, so that machines that sum in a different order agree on the ranking.
 * @param {number} total
 */
export const rounded = (total) => Math.round(total * MILLIONTH);

/**
 * One or two sites, compared with the findings.
 * @typedef {object} Candidate
 * @property {import("./matrix.js").Site[]} sites
 * @property {Float64Array | number[]} shareLost  by target: the share that a lesion removes
 * @property {number} findingCost  cost of the findings, less what the clues are worth
 * @property {number} knownCost  total cost without what was not examined
 * @property {number} total  total cost
 * @property {number} rank  total cost in millionths
 * @property {string[]} explained  targets, texts of clues, and studies with their results
 * @property {string[]} unexplained
 * @property {string[]} contradicted
 * @property {import("./matrix.js").Variant | null} variant  the variant of the anatomy with which it explains most
 * @property {import("./study-scoring.js").StudyFit | null} studyFit  how the results of nerve studies fit; null without any
 */

function byRank(a, b) {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.sites.length !== b.sites.length) return a.sites.length - b.sites.length;
  const at = a.sites.findIndex((site, n) => site !== b.sites[n]);
  return at < 0 ? 0 : a.sites[at].place - b.sites[at].place;
}

/** The part of the loss of sites that counts against them where it is not found. */
const expectedPart = (sites) => Math.min(...sites.map((site) => site.expected));

/** Whether a clue says more than the findings, which a combination of findings alone does not. */
const addsToFindings = ({ row }) => !row.combines || row.clues.length > 0;

class Comparison {
  constructor(matrix, findings, matches, predictions) {
    this.matrix = matrix;
    this.studies = predictions && findings.studies?.length ? new StudyEvidence(findings, predictions, matrix) : null;
    /** @type {Map<string, import("./study-scoring.js").StudyFit>} sites → how studies fit them, in any person */
    this.studyFits = new Map();
    const softened = new Set(matches.filter((match) => !match.denied).flatMap((match) => match.row.softens));
    this.findings = weighed(findings, matrix, softened);
    this.examined = unique(
      findings.signs.filter(([sign]) => sign !== "pain").map(([, target]) => matrix.target(target)),
    );
    this.lossKinds = unique(findings.signs.map(([sign]) => sign)).filter((sign) => LOSSES.has(sign)).length;
    this.clues = matches.map((match) => ({ ...match, worth: matrix.parameters.clue_weight[match.row.strength] }));
  }

  /** How far a clue speaks for a site. */
  fit(clue, site) {
    const fit = clue.row.fits[site.at];
    if (!clue.denied || !fit) return fit;
    const { denied_clue_factor: factor, denied_clue_limit: limit } = this.matrix.parameters;
    return clue.worth ? -fit * Math.min(factor, limit / clue.worth) : 0;
  }

  /**
   * The candidate that one or two sites make.
   * @param {import("./matrix.js").Site[]} sites
   * @param {Float64Array | number[]} shareLost
   * @param {import("./matrix.js").Variant | null} variant
   */
  candidate(sites, shareLost, variant = null) {
    const verdicts = { explained: [], unexplained: [], contradicted: [] };
    const studyFit = this.#compareStudies(sites);
    let findingCost = this.#compareFindings(sites, shareLost, verdicts) - this.#compareClues(sites, verdicts);
    findingCost += studyFit?.cost ?? 0;
    this.#judgeStudies(studyFit, verdicts);
    const assumed = (variant?.cost ?? 0) + (studyFit?.injuryCost ?? 0);
    const knownCost = findingCost + this.#siteCost(sites) + assumed;
    const total = knownCost + this.#unexaminedCost(sites, shareLost, variant);
    const { explained, unexplained, contradicted } = verdicts;
    return {
      sites,
      shareLost,
      findingCost,
      knownCost,
      total,
      rank: rounded(total),
      explained: unique(explained),
      unexplained: unique(unexplained),
      contradicted: unique(contradicted),
      variant,
      studyFit,
    };
  }

  /** How the results of nerve studies fit sites; null without any. */
  #compareStudies(sites) {
    if (!this.studies) return null;
    const key = sites.map(({ at }) => at).join(" ");
    const known = this.studyFits.get(key);
    if (known) return known;
    const isOffGraph = sites[0].standing === OFF_GRAPH;
    const fit = isOffGraph ? this.studies.fitOff(this.matrix.off, sites[0].spares) : this.studies.fit(sites);
    this.studyFits.set(key, fit);
    return fit;
  }

  /** Adds the results of studies to the verdicts. Normal results that fit are in no list. */
  #judgeStudies(studyFit, { explained, unexplained, contradicted }) {
    studyFit?.verdicts.forEach((fits, n) => {
      const [study, result] = this.studies.results[n];
      const text = `${study} ${result}`;
      if (result === NORMAL) {
        if (fits === false) contradicted.push(text);
      } else if (fits !== null) (fits ? explained : unexplained).push(text);
    });
  }

  /** The cost of the findings; adds their targets to the verdicts. */
  #compareFindings(sites, shareLost, { explained, unexplained, contradicted }) {
    const { parameters, explains, predicts } = this.matrix;
    const isOffGraph = sites[0].standing === OFF_GRAPH;
    const expected = expectedPart(sites);
    let total = 0;
    for (const finding of this.findings) {
      const { sign, found, at } = finding;
      const further = found ? sites.reduce((sum, site) => sum + site.further[at], 0) : 0;
      const near = sign === PAIN && sites.some((site) => site.hurts.includes(at)) ? this.matrix.hurting : 0;
      const onNerves = found ? Math.min(1, shareLost[at] + further + near) : shareLost[at] * expected;
      const share = isOffGraph ? this.#shareOff(sites[0], finding) : onNerves;
      const need = isOffGraph ? 1 : finding.need;
      const isAutonomous = finding.isAutonomous && sites[0].below_roots;
      total += (isOffGraph ? finding.countsOff : finding.counts) * cost(sign, share, need, parameters, isAutonomous);
      if (finding.found) (share >= explains ? explained : unexplained).push(finding.target);
      else if (share >= predicts && !isOffGraph) contradicted.push(finding.target);
    }
    return total;
  }

  /** The share that a site off the nerves takes. Where it is known where it hurts, it explains pain only there. */
  #shareOff(site, { sign, target, found, at }) {
    const near = this.matrix.off[0] + this.matrix.hurting;
    if (sign === PAIN && site.hurts.length) return site.hurts.includes(at) ? near : 0;
    if (site.spares.includes(this.matrix.kind(target))) return 0;
    const [ofAbnormal, ofNormal] = this.matrix.off;
    return found ? ofAbnormal : ofNormal;
  }

  /** The cost that the findings have if nothing explains any of them. */
  nullCost() {
    const { parameters } = this.matrix;
    const ofSigns = this.findings.reduce(
      (sum, { counts, sign, need }) => sum + counts * cost(sign, 0, need, parameters),
      0,
    );
    return ofSigns + (this.studies?.nullCost() ?? 0);
  }

  /** What the clues are worth; adds their texts to the verdicts. Of two sites the one that a clue fits more counts. */
  #compareClues(sites, { explained, contradicted }) {
    const { explains } = this.matrix;
    let total = 0;
    for (const clue of this.clues) {
      const fits = sites.map((site) => this.fit(clue, site));
      const fit = fits.reduce((best, other) => (Math.abs(other) > Math.abs(best) ? other : best));
      total += fit * clue.worth;
      if (sites[0].standing !== OFF_GRAPH && !addsToFindings(clue)) continue;
      if (fit >= explains) explained.push(clue.text);
      else if (fit <= -explains && !clue.denied) contradicted.push(clue.text);
    }
    return total;
  }

  /** The cost of sites themselves, of a deficit there, and of a second lesion. */
  #siteCost(sites) {
    let total = this.matrix.parameters.second_lesion_cost * (sites.length - 1);
    for (const site of sites) total += site.fixed + this.lossKinds * site.deficit;
    return total;
  }

  /** The cost of what sites would affect that was not examined; nothing if there is no finding at all. */
  #unexaminedCost(sites, shareLost, variant) {
    if (!this.findings.length) return 0;
    const { parameters, noticed } = this.matrix;
    let beyond = sites.reduce((sum, site) => sum + (variant?.bySite.get(site.at).mass ?? site.mass), 0);
    for (const at of this.examined) beyond -= shareLost[at] * noticed[at];
    return parameters.unexamined_loss_cost * Math.max(0, beyond) * expectedPart(sites);
  }

  /** Each of the best single sites with those that explain most of what it leaves over. */
  *#likelyPairs(focal) {
    const { paired } = this.matrix;
    for (const first of focal.slice(0, paired)) {
      const leftOver = new Set(first.unexplained);
      const scored = focal.map((second) => [second, second.explained.filter((item) => leftOver.has(item)).length]);
      const best = scored.filter(([, count]) => count).sort(([, a], [, b]) => b - a);
      for (const [second] of best.slice(0, paired)) yield [first, second];
    }
  }

  /** The candidates of two sites, each of which explains something that the other does not. */
  pairs(singles) {
    const focal = singles.filter(({ sites, explained }) => sites[0].standing === FOCAL && explained.length);
    const pairs = new Map();
    for (const [a, b] of this.#likelyPairs(focal)) {
      const sites = [a.sites[0], b.sites[0]].sort((one, other) => one.place - other.place);
      const key = `${sites[0].at} ${sites[1].at}`;
      if (pairs.has(key) || !b.unexplained.some((target) => a.explained.includes(target))) continue;
      if (!this.matrix.partners[sites[0].at].has(sites[1].at)) continue;
      const shareLost = a.shareLost.map((share, at) => Math.min(1, share + b.shareLost[at]));
      pairs.set(key, this.candidate(sites, shareLost));
    }
    return [...pairs.values()];
  }
}

/** The candidate of a site in the person in whom it costs least; the usual person where none costs less. */
function bestForm(usual, variants, comparison) {
  const [site] = usual.sites;
  const forms = variants
    .filter(({ bySite }) => bySite.has(site.at))
    .map((variant) => comparison.candidate([site], variant.bySite.get(site.at).shareLost, variant));
  return forms.reduce((best, form) => (form.rank < best.rank ? form : best), usual);
}

/**
 * Every single site, and pairs if the best single site leaves something over; the best first. A candidate that explains
 * nothing is none.
 * @param {import("./matrix.js").Matrix} matrix
 * @param {import("./findings.js").PlainFindings} findings
 * @param {import("./clues.js").ClueMatch[]} matches  the clues in the findings
 * @param {import("./study-predictions.js").StudyPredictions | null} [predictions]  without them studies say nothing
 * @returns {{candidates: Candidate[], nullCost: number}}  with the cost of the findings without a lesion
 */
export function ranked(matrix, findings, matches, predictions = null) {
  const comparison = new Comparison(matrix, findings, matches, predictions);
  const candidates = order(matrix, comparison).filter(({ explained }) => explained.length);
  return { candidates, nullCost: comparison.nullCost() };
}

function order(matrix, comparison) {
  const hasClue = (site) => comparison.clues.some((clue) => comparison.fit(clue, site) > 0);
  const sites = matrix.sites.filter((site) => site.standing !== OFF_GRAPH || hasClue(site));
  const singles = sites.map((site) => comparison.candidate([site], site.shareLost)).sort(byRank);
  const [best] = singles;
  const needsPairs = best?.unexplained.length && best.sites[0].standing !== OFF_GRAPH;
  const pairs = needsPairs ? comparison.pairs(singles) : [];
  const found = new Set(comparison.findings.map(({ at }) => at));
  const variants = matrix.variants.filter(({ touches }) => [...touches].some((at) => found.has(at)));
  return [...singles.map((one) => bestForm(one, variants, comparison)), ...pairs].sort(byRank);
}
