// Scores how well a site explains findings: a sum of costs, one for each finding. The parameters come with the matrix.
const AUTONOMOUS = "autonomous"; // the name of the sensitivity in skin that one nerve supplies alone
const DEFICITS = new Set(["weak", "numb", "reduced_reflex", "pain"]);
const MOTOR = new Set(["weak", "reduced_reflex"]);
const NORMAL_MOTOR = new Set(["normal", "normal_reflex"]);

/** The share of a target's innervation that must be lost to explain a sign fully. */
function neededShare(findings, sign, target, parameters) {
  const grade = sign === "weak" ? findings.grades[target] : undefined;
  const { required_share_by_grade: byGrade } = parameters;
  return grade === undefined ? parameters.required_share : byGrade[Math.min(Math.trunc(grade), byGrade.length - 1)];
}

/**
 * What a finding costs a site.
 * @param {string} sign
 * @param {number} share  of the target's innervation that a lesion of the site removes, from 0 to 1
 * @param {number} need  the share that explains the sign fully
 * @param {Record<string, any>} parameters  scoring parameters
 * @param {boolean} [isAutonomous]  whether one nerve supplies the target alone
 * @returns {number}
 */
export function cost(sign, share, need, parameters, isAutonomous = false) {
  const { completeness_weight: completeness, sensitivity } = parameters;
  const falsePositive = parameters.false_positive[sign];
  if (falsePositive === undefined) {
    return -Math.log(1 - sensitivity[isAutonomous ? AUTONOMOUS : sign] * share);
  }
  const explained = (1 - completeness) * Math.min(1, share / need) + completeness * share;
  return -Math.log(falsePositive + (1 - falsePositive) * explained);
}

/**
 * A finding with its weight.
 * @typedef {object} WeightedFinding
 * @property {string} target  id
 * @property {number} at  position of the target
 * @property {string} sign
 * @property {boolean} found  whether it is a deficit
 * @property {number} counts  weight of its cost
 * @property {number} countsOff  the same for a site off the nerves, which does not tell targets apart
 * @property {boolean} isAutonomous  whether one nerve supplies the target alone
 * @property {number} need  the share that explains it fully
 */

/**
 * Weighs findings. Findings that every site affects together are one observation, and count as the root of their number;
 * for a site off the nerves that is true of all findings of one sign.
 * Normal power and reflexes count less if no motor deficit was found: the lesion may be too slight for one.
 * @param {import("./findings.js").PlainFindings} findings
 * @param {import("./matrix.js").Matrix} matrix
 * @param {Set<string>} softened  kinds of targets whose findings count less
 * @returns {WeightedFinding[]}
 */
export function weighed(findings, matrix, softened) {
  const { parameters } = matrix;
  const groupOf = ([sign, target]) => `${sign} ${matrix.profile[matrix.target(target)]}`;
  const groupSizes = new Map();
  for (const finding of findings.signs) groupSizes.set(groupOf(finding), (groupSizes.get(groupOf(finding)) ?? 0) + 1);
  const isSlight = !findings.signs.some(([sign]) => MOTOR.has(sign));
  const signCounts = new Map();
  for (const [sign] of findings.signs) signCounts.set(sign, (signCounts.get(sign) ?? 0) + 1);
  const factorOf = ([sign, target]) =>
    (softened.has(matrix.kind(target)) ? parameters.softened_factor : 1) *
    (isSlight && NORMAL_MOTOR.has(sign) ? parameters.normal_motor_factor : 1);
  return findings.signs.map(([sign, target]) => ({
    target,
    found: DEFICITS.has(sign),
    sign,
    at: matrix.target(target),
    counts: factorOf([sign, target]) / Math.sqrt(groupSizes.get(groupOf([sign, target]))),
    countsOff: factorOf([sign, target]) / Math.sqrt(signCounts.get(sign)),
    isAutonomous: matrix.autonomous.has(matrix.target(target)),
    need: neededShare(findings, sign, target, parameters),
  }));
}
