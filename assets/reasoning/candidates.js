// Ranks the sites that may explain findings: single sites, and pairs where one site is not enough.
import { cost, weighed } from "./scoring.js";

const MILLIONTH = 1e6;
const FOCAL = "focal";
const OFF_GRAPH = "off-graph";
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
 * @property {number} findingCost  cost of the findings alone
 * @property {number} total  total cost
 * @property {number} rank  total cost in millionths
 * @property {string[]} explained  targets and texts of clues
 * @property {string[]} unexplained
 * @property {string[]} contradicted
 */

function byRank(a, b) {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.sites.length !== b.sites.length) return a.sites.length - b.sites.length;
  const at = a.sites.findIndex((site, n) => site !== b.sites[n]);
  return at < 0 ? 0 : a.sites[at].place - b.sites[at].place;
}

class Comparison {
  constructor(matrix, findings, matches) {
    this.matrix = matrix;
    const softened = new Set(matches.filter((match) => !match.denied).flatMap((match) => match.row.softens));
    this.findings = weighed(findings, matrix, softened);
    this.examined = unique(
      findings.signs.filter(([sign]) => sign !== "pain").map(([, target]) => matrix.target(target)),
    );
    this.clues = matches.map((match) => ({ ...match, worth: matrix.parameters.clue_weight[match.row.strength] }));
  }

  /** How far a clue speaks for a site. */
  fit(clue, site) {
    const fit = clue.row.fits[site.at];
    return clue.denied && fit ? -fit * this.matrix.parameters.denied_clue_factor : fit;
  }

  /** The candidate that one or two sites make. */
  candidate(sites, shareLost) {
    const verdicts = { explained: [], unexplained: [], contradicted: [] };
    const findingCost = this.#compareFindings(sites, shareLost, verdicts) - this.#compareClues(sites, verdicts);
    const total = findingCost + this.#siteCost(sites, shareLost);
    const { explained, unexplained, contradicted } = verdicts;
    return {
      sites,
      shareLost,
      findingCost,
      total,
      rank: rounded(total),
      explained: unique(explained),
      unexplained: unique(unexplained),
      contradicted: unique(contradicted),
    };
  }

  /** The cost of the findings; adds their targets to the verdicts. */
  #compareFindings(sites, shareLost, { explained, unexplained, contradicted }) {
    const { parameters, explains, predicts, off } = this.matrix;
    const isOffGraph = sites[0].standing === OFF_GRAPH;
    const isPatchy = sites.some((site) => site.patchy);
    let total = 0;
    for (const finding of this.findings) {
      let share = isOffGraph ? off : shareLost[finding.at];
      if (isPatchy && !finding.found) share *= parameters.patchy_factor;
      total += finding.counts * cost(finding.sign, share, isOffGraph ? 1 : finding.need, parameters);
      if (finding.found) (share >= explains && !isOffGraph ? explained : unexplained).push(finding.target);
      else if (share >= predicts && !isOffGraph) contradicted.push(finding.target);
    }
    return total;
  }

  /** What the clues are worth; adds their texts to the verdicts. Of two sites the one that a clue fits more counts. */
  #compareClues(sites, { explained, contradicted }) {
    const { explains } = this.matrix;
    let total = 0;
    for (const clue of this.clues) {
      const fits = sites.map((site) => this.fit(clue, site));
      const fit = fits.reduce((best, other) => (Math.abs(other) > Math.abs(best) ? other : best));
      total += fit * clue.worth;
      if (fit >= explains) explained.push(clue.text);
      else if (fit <= -explains && !clue.denied) contradicted.push(clue.text);
    }
    return total;
  }

  /** The cost of sites themselves, and of what they would affect that was not examined. */
  #siteCost(sites, shareLost) {
    const { parameters, alike } = this.matrix;
    let beyond = sites.reduce((sum, site) => sum + site.mass, 0);
    for (const at of this.examined) beyond -= shareLost[at] * alike[at];
    const isPatchy = sites.some((site) => site.patchy);
    let total = parameters.unexamined_loss_cost * Math.max(0, beyond) * (isPatchy ? parameters.patchy_factor : 1);
    for (const site of sites) total += site.fixed;
    return total + parameters.second_lesion_cost * (sites.length - 1);
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

/**
 * Every single site, and pairs if the best single site leaves something over; the best first.
 * @param {import("./matrix.js").Matrix} matrix
 * @param {import("./findings.js").PlainFindings} findings
 * @param {import("./clues.js").ClueMatch[]} matches  the clues in the findings
 * @returns {Candidate[]}
 */
export function ranked(matrix, findings, matches) {
  const comparison = new Comparison(matrix, findings, matches);
  const hasClue = (site) => comparison.clues.some((clue) => comparison.fit(clue, site) > 0);
  const sites = matrix.sites.filter((site) => site.standing !== OFF_GRAPH || hasClue(site));
  const singles = sites.map((site) => comparison.candidate([site], site.shareLost)).sort(byRank);
  const [best] = singles;
  if (!best?.unexplained.length || best.sites[0].standing === OFF_GRAPH) return singles;
  return [...singles, ...comparison.pairs(singles)].sort(byRank);
}
