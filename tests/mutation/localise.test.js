// The page's reasoning gives the answers of Python, the independent second program; contract.py writes them.
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { Localiser } from "../../assets/reasoning/localise.js";
import { Matrix } from "../../assets/reasoning/matrix.js";
import { StudyPredictions } from "../../assets/reasoning/study-predictions.js";

const limbs = JSON.parse(await readFile(process.env.CONTRACT, "utf8"));

describe.each(limbs)("$limb", ({ matrix, studies, nodes, groups }) => {
  test.each(Object.entries(groups))("%s", (_, cases) => {
    const places = new Map(nodes.map((id, at) => [id, at]));
    const localiser = new Localiser(new Matrix(matrix), new StudyPredictions(studies, (site) => places.get(site)));
    for (const { findings, answer } of cases) expect(localiser.localise(findings)).toMatchObject(answer);
  });
});
