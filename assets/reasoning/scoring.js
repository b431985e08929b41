// How well a site explains findings: a sum of costs, one for each finding. The parameters come with the matrix.
export const FOUND = new Set(["weak", "numb", "reduced_reflex", "pain"]);
// The signs of fibres to and from muscle, wanting and well.
const MOTOR = new Set(["weak", "reduced_reflex"]);
const WELL = new Set(["normal", "normal_reflex"]);

function needed(findings, sign, target, parameters) {
  const grade = sign === "weak" ? findings.grades[target] : undefined;
  const { required_share_by_grade: byGrade } = parameters;
  return grade === undefined ? parameters.required_share : byGrade[Math.min(Math.trunc(grade), byGrade.length - 1)];
}

export function cost(sign, share, need, parameters) {
  const { completeness_weight: completeness, sensitivity } = parameters;
  const falsePositive = parameters.false_positive[sign];
  if (falsePositive === undefined) return -Math.log(1 - sensitivity[sign] * share);
  const explained = (1 - completeness) * Math.min(1, share / need) + completeness * share;
  return -Math.log(falsePositive + (1 - falsePositive) * explained);
}

// Findings with their weights: several that every site takes together say one thing, and count as their root.
// Where no power and no reflex is wanting, those that are well count less: the lesion may be too slight for them.
export function weighed(findings, matrix, softened) {
  const { parameters } = matrix;
  const groups = new Map();
  const group = ([sign, target]) => `${sign} ${matrix.profile[matrix.target(target)]}`;
  for (const finding of findings.signs) groups.set(group(finding), (groups.get(group(finding)) ?? 0) + 1);
  const slight = !findings.signs.some(([sign]) => MOTOR.has(sign));
  const counts = ([sign, target]) =>
    (1 / Math.sqrt(groups.get(group([sign, target])))) *
    (softened.has(matrix.kind(target)) ? parameters.softened_factor : 1) *
    (slight && WELL.has(sign) ? parameters.normal_motor_factor : 1);
  return findings.signs.map(([sign, target]) => ({
    target,
    found: FOUND.has(sign),
    sign,
    at: matrix.target(target),
    counts: counts([sign, target]),
    need: needed(findings, sign, target, parameters),
  }));
}
