// Localises a lesion: from findings to candidate sites, with the same answer as in Python.
import { ranked, rounded } from "./candidates.js";
import { Clues } from "./clues.js";
import { combinationsIn } from "./combinations.js";
import { Emergencies } from "./emergencies.js";
import { nextStudy } from "./next-study.js";
import { differentResults } from "./study-scoring.js";

const VERDICTS = ["explained", "unexplained", "contradicted"];
const TOLERANCE = 1e-9;
const NOTHING = { candidates: [], nullCost: 0 };
const keyOf = ({ sites }) => sites.map((site) => site.key).join(" + ");
const haveSameItems = (a, b) => a.length === b.length && a.every((item) => b.includes(item));

/** A share in hundredths. A half is rounded to the even one, as in Python. */
function hundredths(share) {
  const isHalf = Number.isInteger(share * 8) && (share * 8) % 2 === 1;
  return isHalf ? (2 * Math.round(share * 50)) / 100 : Number(share.toFixed(2));
}

function matchClues(findings, clues, emergencies) {
  const byRow = new Map();
  const unrecognised = [...findings.unrecognised];
  for (const text of new Set(findings.clues)) {
    const matches = clues.match(text);
    for (const match of matches) {
      // where one text denies a clue and another has it, it is present
      const known = byRow.get(match.row);
      if (!known || (known.denied && !match.denied)) byRow.set(match.row, match);
    }
    if (!matches.length && !emergencies.inText(text).size) unrecognised.push(text);
  }
  return { matches: [...byRow.values()], unrecognised: [...new Set(unrecognised)] };
}

/** The emergencies that the findings and the words given may mean, the most urgent first. */
function redFlags({ clues, said = [], signs }, emergencies) {
  return emergencies.recognise([...clues, ...said], signs).map(([flag, shownBy]) => {
    const { id, urgency, name, text } = emergencies.flags[flag];
    return { id, urgency, clue: shownBy.join("; "), name, says: text, text };
  });
}

const examinedTargets = (findings) =>
  new Set(findings.signs.filter(([sign]) => sign !== "pain").map(([, target]) => target));

export class Localiser {
  /**
   * @param {import("./matrix.js").Matrix} matrix
   * @param {import("./study-predictions.js").StudyPredictions | null} [predictions]  of nerve studies
   */
  constructor(matrix, predictions = null) {
    this.matrix = matrix;
    /** Without predictions, studies say nothing and none is suggested. */
    this.predictions = predictions;
    this.clues = new Clues(matrix.clues, matrix.denials, matrix.clueWords, matrix.denied);
    this.emergencies = new Emergencies(matrix.emergencies);
  }

  /**
   * The answer of `atlas.localise`, and in `leading` the shown candidates with their sites.
   * @param {import("./findings.js").PlainFindings} findings
   */
  localise(findings) {
    const { matches, unrecognised } = matchClues(findings, this.clues, this.emergencies);
    const together = [...matches, ...combinationsIn(this.matrix.combinations, findings, matches)];
    const isEmpty = !findings.signs.length && !findings.studies?.length && !matches.length;
    const { candidates, nullCost } = isEmpty ? NOTHING : ranked(this.matrix, findings, together, this.predictions);
    const fits = this.#fits(candidates, nullCost);
    const all = fits ? candidates : candidates.slice(0, this.matrix.nearest);
    const examined = examinedTargets(findings);
    const leading = all.slice(0, this.matrix.shown);
    return {
      red_flags: redFlags(findings, this.emergencies),
      unrecognised,
      candidates: leading.map((candidate) => this.#describe(candidate, all, examined, findings)),
      next_examination: this.#nextExamination(all, examined),
      next_study: this.predictions ? nextStudy(this.matrix, this.predictions, all, findings) : undefined,
      fits,
      leading,
    };
  }

  /** Whether the best candidate explains enough, compared with no lesion at all. */
  #fits(candidates, nullCost) {
    if (!candidates.length) return false;
    const [best] = candidates;
    const [part, low] = this.matrix.fitting;
    return rounded(best.knownCost - Math.max(low, part * nullCost)) <= 0;
  }

  #describe(candidate, all, examined, findings) {
    const { explained, unexplained, contradicted, findingCost, sites, shareLost, variant, studyFit } = candidate;
    const isAlike = (other) =>
      other !== candidate &&
      rounded(Math.abs(findingCost - other.findingCost)) < rounded(this.matrix.indistinct) &&
      VERDICTS.every((verdict) => haveSameItems(candidate[verdict], other[verdict]));
    return {
      site: sites.map((site) => site.name).join(" + "),
      site_key: keyOf(candidate),
      explained,
      unexplained,
      contradicted,
      would_also_predict: this.matrix.targets.filter(
        (id, at) => shareLost[at] >= this.matrix.predicts && !examined.has(id),
      ),
      alike: all.filter(isAlike).map(keyOf),
      variant: variant?.id ?? null,
      injury: studyFit?.injury || null,
      studies: this.#comparedStudies(candidate, findings),
    };
  }

  /** The results of nerve studies beside what a candidate predicts. */
  #comparedStudies({ sites, studyFit }, findings) {
    if (!studyFit) return [];
    const day = findings.days ?? this.predictions.usualDay;
    return differentResults(findings).map(([study, result], n) => {
      const { injury, verdicts } = studyFit;
      const nothing = { expected: "", why: "" };
      const { expected, why } = injury ? this.predictions.stage(study, sites, injury, day) : nothing;
      return { study, result, expected, fits: verdicts[n], why };
    });
  }

  /** The examination not yet made on which the leading candidates differ most. */
  #nextExamination(all, examined) {
    if (!all.length) return null;
    const { targets, kindOf, sureness, ease, names, tests } = this.matrix;
    const isNear = ({ total }) => rounded(total - all[0].total) <= rounded(this.matrix.within);
    const leading = all.slice(0, this.matrix.leading).filter((one) => isNear(one) && one.shareLost.some(Boolean));
    let [best, highest] = [-1, this.matrix.worth];
    targets.forEach((id, at) => {
      if (examined.has(id)) return;
      const shares = leading.map(({ shareLost }) => shareLost[at]);
      let difference = 0;
      for (let n = 1; n < shares.length; n++) difference += Math.abs(shares[0] - shares[n]) / n;
      difference *= sureness[kindOf[at]] * (ease[at] ?? 1);
      if (difference > highest + TOLERANCE) [best, highest] = [at, difference];
    });
    if (best < 0) return null;
    const expected = Object.fromEntries(leading.map((one) => [keyOf(one), hundredths(one.shareLost[best])]));
    return { id: targets[best], name: names[best], kind: kindOf[best], how: tests[best] ?? "", expected };
  }
}
