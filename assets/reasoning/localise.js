// From findings back to sites, for teaching cases: the same answer as in Python, an order by explanation.
import { Clues } from "./clues.js";
import { ranked, rounded } from "./candidates.js";

const WRONG = new Set(["weak", "numb", "reduced_reflex"]);
const NEAR = 1e-9;
const key = (one) => one.sites.map((site) => site.key).join(" + ");
const same = (some, others) => some.length === others.length && some.every((said) => others.includes(said));

// Hundredths, a half to the even one, as Python rounds.
function hundredths(share) {
  const half = Number.isInteger(share * 8) && (share * 8) % 2 === 1;
  return half ? (2 * Math.round(share * 50)) / 100 : Number(share.toFixed(2));
}

function heardIn(findings, clues) {
  const [byRow, unrecognised] = [new Map(), [...findings.unrecognised]];
  for (const said of new Set(findings.clues)) {
    const meant = clues.hear(said);
    for (const clue of meant) if (!byRow.has(clue.row)) byRow.set(clue.row, clue);
    if (!meant.length) unrecognised.push(said);
  }
  return { heard: [...byRow.values()], unrecognised: [...new Set(unrecognised)] };
}

// What leaves the map. Some findings are such a sign by themselves; they only warn, as findings they are weighed already.
function redFlags(findings, heard, rows) {
  const wrong = new Set(findings.signs.filter(([sign]) => WRONG.has(sign)).map(([, target]) => target));
  const seen = rows.flatMap((row) =>
    row.seen_in.filter((e) => wrong.has(e)).map((said) => ({ said, row, denied: false })),
  );
  const flags = new Map();
  for (const clue of [...seen, ...heard]) if (clue.row.red_flag && !clue.denied) flags.set(clue.row, clue);
  return [...flags.values()].map(({ said, row }) => ({ clue: said, name: row.name, says: row.red_flag }));
}

export class Localising {
  constructor(matrix) {
    this.matrix = matrix;
    this.clues = new Clues(matrix.clues, matrix.denials);
  }

  of(findings) {
    const { heard, unrecognised } = heardIn(findings, this.clues);
    const all = findings.signs.length || heard.length ? ranked(this.matrix, findings, heard) : [];
    const examined = new Set(findings.signs.filter(([sign]) => sign !== "pain").map(([, target]) => target));
    return {
      red_flags: redFlags(findings, heard, this.matrix.clues),
      unrecognised,
      candidates: all.slice(0, this.matrix.shown).map((one) => this.told(one, all, examined)),
      next_examination: this.next(all, examined),
      // what the page shows beside the answer: the places themselves
      leading: all.slice(0, this.matrix.shown),
    };
  }

  told(one, all, examined) {
    const alike = (other) =>
      other !== one &&
      rounded(Math.abs(one.told - other.told)) < rounded(this.matrix.indistinct) &&
      ["explained", "unexplained", "contradicted"].every((verdict) => same(one[verdict], other[verdict]));
    return {
      site: one.sites.map((site) => site.name).join(" + "),
      site_key: key(one),
      explained: one.explained,
      unexplained: one.unexplained,
      contradicted: one.contradicted,
      would_also_predict: this.matrix.targets.filter(
        (id, at) => one.taken[at] >= this.matrix.predicts && !examined.has(id),
      ),
      alike: all.filter(alike).map(key),
    };
  }

  // The one examination not yet made on which the leading candidates differ most.
  next(all, examined) {
    if (!all.length) return null;
    const { targets, kindOf, sureness, ease, names, tests } = this.matrix;
    const near = (one) => rounded(one.total - all[0].total) <= rounded(this.matrix.within);
    const leading = all.slice(0, this.matrix.leading).filter((one) => near(one) && one.taken.some(Boolean));
    let [best, worth] = [-1, this.matrix.worth];
    targets.forEach((id, at) => {
      if (examined.has(id)) return;
      const shares = leading.map((one) => one.taken[at]);
      let apart = 0;
      for (let n = 1; n < shares.length; n++) apart += Math.abs(shares[0] - shares[n]) / n;
      apart *= sureness[kindOf[at]] * (ease[at] ?? 1);
      if (apart > worth + NEAR) [best, worth] = [at, apart];
    });
    if (best < 0) return null;
    const expected = Object.fromEntries(leading.map((one) => [key(one), hundredths(one.taken[best])]));
    return { id: targets[best], name: names[best], kind: kindOf[best], how: tests[best] ?? "", expected };
  }
}
