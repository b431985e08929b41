// Candidate sites for findings, in order of explanation: single sites first, then pairs where one is not enough.
import { cost, weighed } from "./scoring.js";

const MILLIONTH = 1e6;
const unique = (all) => [...new Set(all)];

// Costs are compared to a millionth, so that two machines that sum in another way give one order.
export const rounded = (total) => Math.round(total * MILLIONTH);

function order(one, other) {
  if (one.rank !== other.rank) return one.rank - other.rank;
  if (one.sites.length !== other.sites.length) return one.sites.length - other.sites.length;
  const at = one.sites.findIndex((site, at) => site !== other.sites[at]);
  return at < 0 ? 0 : one.sites[at].place - other.sites[at].place;
}

class Holding {
  constructor(matrix, findings, heard) {
    this.matrix = matrix;
    const softened = new Set(heard.filter((clue) => !clue.denied).flatMap((clue) => clue.row.softens));
    this.signs = weighed(findings, matrix, softened);
    this.examined = unique(
      findings.signs.filter(([sign]) => sign !== "pain").map(([, target]) => matrix.target(target)),
    );
    this.clues = heard.map((clue) => ({ ...clue, worth: matrix.parameters.clue_weight[clue.row.strength] }));
  }

  fit(clue, site) {
    const fit = clue.row.fits[site.at];
    return clue.denied && fit ? -fit * this.matrix.parameters.denied_clue_factor : fit;
  }

  // One or two sites held against the findings.
  of(sites, taken) {
    const { parameters, explains, predicts, off: held, alike } = this.matrix;
    const off = sites[0].standing === "off-graph";
    const patchy = sites.some((site) => site.patchy);
    const [explained, unexplained, contradicted] = [[], [], []];
    let told = 0;
    for (const sign of this.signs) {
      let share = off ? held : taken[sign.at];
      if (patchy && !sign.found) share *= parameters.patchy_factor;
      told += sign.counts * cost(sign.sign, share, off ? 1 : sign.need, parameters);
      if (sign.found) (share >= explains && !off ? explained : unexplained).push(sign.target);
      else if (share >= predicts && !off) contradicted.push(sign.target);
    }
    for (const clue of this.clues) {
      const fits = sites.map((site) => this.fit(clue, site));
      const fit = fits.reduce((best, other) => (Math.abs(other) > Math.abs(best) ? other : best));
      told -= fit * clue.worth;
      if (fit >= explains) explained.push(clue.said);
      else if (fit <= -explains && !clue.denied) contradicted.push(clue.said);
    }
    let beyond = sites.reduce((sum, site) => sum + site.mass, 0);
    for (const at of this.examined) beyond -= taken[at] * alike[at];
    let total = told + parameters.unexamined_loss_cost * Math.max(0, beyond) * (patchy ? parameters.patchy_factor : 1);
    for (const site of sites) total += site.fixed;
    total += parameters.second_lesion_cost * (sites.length - 1);
    return {
      sites,
      taken,
      told,
      total,
      rank: rounded(total),
      explained: unique(explained),
      unexplained: unique(unexplained),
      contradicted: unique(contradicted),
    };
  }

  // Each of the best single sites with those that best explain what it leaves over.
  *likely(focal) {
    for (const one of focal.slice(0, this.matrix.paired)) {
      const over = new Set(one.unexplained);
      const partners = focal.map((other) => [other, other.explained.filter((said) => over.has(said)).length]);
      const best = partners.filter(([, count]) => count).sort(([, a], [, b]) => b - a);
      for (const [other] of best.slice(0, this.matrix.paired)) yield [one, other];
    }
  }

  pairs(found) {
    const focal = found.filter((one) => one.sites[0].standing === "focal" && one.explained.length);
    const pairs = new Map();
    for (const [a, b] of this.likely(focal)) {
      const sites = [a.sites[0], b.sites[0]].sort((one, other) => one.place - other.place);
      const key = `${sites[0].at} ${sites[1].at}`;
      if (pairs.has(key) || !b.unexplained.some((target) => a.explained.includes(target))) continue;
      if (!this.matrix.partners[sites[0].at].has(sites[1].at)) continue;
      pairs.set(
        key,
        this.of(
          sites,
          a.taken.map((share, at) => Math.min(1, share + b.taken[at])),
        ),
      );
    }
    return [...pairs.values()];
  }
}

// Every single site, and pairs where the best single one leaves something over, best first.
export function ranked(matrix, findings, heard) {
  const holding = new Holding(matrix, findings, heard);
  const pointed = (site) => holding.clues.some((clue) => holding.fit(clue, site) > 0);
  const singles = matrix.sites.filter((site) => site.standing !== "off-graph" || pointed(site));
  const found = singles.map((site) => holding.of([site], site.taken)).sort(order);
  if (!found.length || !found[0].unexplained.length || found[0].sites[0].standing === "off-graph") return found;
  return [...found, ...holding.pairs(found)].sort(order);
}
