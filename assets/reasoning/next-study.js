// The best next nerve study: the one whose expected results separate the leading candidates best.
import { filled } from "../app/dom.js";
import { rounded } from "./candidates.js";
import { isNeedle } from "./study-predictions.js";

const NORMAL = "normal";
const UNCERTAIN = "uncertain";
const LOSSES = ["reduced", "absent"];
const TOLERANCE = 1e-9;
const keyOf = ({ sites }) => sites.map((site) => site.key).join(" + ");
const namesOf = ({ sites }) => sites.map((site) => site.name).join(" + ");

/**
 * How far two expected results are apart, from 0 to 1. What is uncertain separates nothing.
 * @param {string} one
 * @param {string} other
 * @param {[degree: number, otherChange: number]} gaps
 */
export function apart(one, other, [degree, otherChange]) {
  if (one === UNCERTAIN || other === UNCERTAIN || one === other) return 0;
  if (one === NORMAL || other === NORMAL) return 1;
  return LOSSES.includes(one) && LOSSES.includes(other) ? degree : otherChange;
}

/**
 * The study to make next, or null if none separates the candidates.
 * @param {import("./matrix.js").Matrix} matrix
 * @param {import("./study-predictions.js").StudyPredictions} predictions
 * @param {import("./candidates.js").Candidate[]} candidates
 * @param {import("./findings.js").PlainFindings} findings
 */
export function nextStudy(matrix, predictions, candidates, findings) {
  const { studies, words } = matrix;
  const isNear = ({ total }) => rounded(total - candidates[0].total) <= rounded(matrix.within);
  const leading = candidates.slice(0, matrix.leading).filter((one) => isNear(one) && one.shareLost.some(Boolean));
  if (!leading.length) return null;
  const done = new Set((findings.studies ?? []).map(([study]) => study));
  const day = findings.days ?? predictions.usualDay;
  const assumed = findings.injury || predictions.injuries[0];
  const expectedOf = (study) =>
    leading.map(({ sites, studyFit }) => predictions.stage(study, sites, studyFit?.injury || assumed, day).expected);
  let [best, highest] = [{ study: "", expected: [] }, matrix.worth];
  for (const [study, kind] of predictions.kind) {
    if (done.has(study)) continue;
    const expected = expectedOf(study);
    let separation = 0;
    for (let n = 1; n < expected.length; n++) separation += apart(expected[0], expected[n], studies.gaps) / n;
    separation *= studies.sureness[kind];
    if (separation > highest + TOLERANCE) [best, highest] = [{ study, expected }, separation];
  }
  const { study, expected } = best;
  if (!study) return null;
  const gaps = expected.map((other) => apart(expected[0], other, studies.gaps));
  const farthest = gaps.indexOf(Math.max(...gaps));
  const name = predictions.nameOf(study);
  return {
    id: study,
    name: isNeedle(study) ? filled(words["study.needle"], { muscle: name }) : name,
    kind: predictions.kind.get(study),
    expected: Object.fromEntries(leading.map((one, n) => [keyOf(one), expected[n]])),
    why: filled(words["study.why"], {
      site: namesOf(leading[0]),
      expected: words[`study.expected.${expected[0]}`],
      other: namesOf(leading[farthest]),
      differing: words[`study.expected.${expected[farthest]}`],
    }),
  };
}
