// Recognises combinations: findings and clues that point to a place only together.

/**
 * The combinations that findings and clues make up, as clues under their own names. Of those that say the same of the
 * same findings, the first counts: "stocking" and "both sides" tell of numb feet once.
 * @param {import("./matrix.js").CombinationRow[]} rows
 * @param {import("./findings.js").PlainFindings} findings
 * @param {import("./clues.js").ClueMatch[]} matches  the clues in the findings
 */
export function combinationsIn(rows, findings, matches) {
  const present = new Set(matches.filter(({ denied }) => !denied).map(({ row }) => row.id));
  const anywhere = new Set(findings.signs.map(([sign]) => sign));
  const isMet = ({ clues, signs, targets, without }) => {
    const isPlace = (target) => !targets.length || targets.includes(target);
    const found = new Set(findings.signs.filter(([, target]) => isPlace(target)).map(([sign]) => sign));
    return (
      clues.every((clue) => present.has(clue)) &&
      signs.every((sign) => found.has(sign)) &&
      !without.some((sign) => anywhere.has(sign))
    );
  };
  const met = rows.filter(isMet);
  const first = new Map(met.toReversed().map((row) => [row.says, row]));
  const counting = met.filter((row) => !row.targets.length || first.get(row.says) === row);
  return counting.map((row) => ({ text: row.name, row, denied: false }));
}
