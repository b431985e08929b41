import { describe, expect, test } from "vitest";
import { Matrix } from "../../assets/reasoning/matrix.js";
import { cost, weighed } from "../../assets/reasoning/scoring.js";
import { PARAMETERS, findings, tinyMatrix } from "./tiny-matrix.js";

const matrix = new Matrix(tinyMatrix());

describe("the matrix", () => {
  test("unpacks shares by target", () => {
    expect([...matrix.sites[0].shareLost]).toEqual([1, 0, 1, 0]);
    expect([...matrix.sites[3].shareLost]).toEqual([0, 0, 0, 0]);
  });

  test("unpacks what clues say of each site", () => {
    expect([...matrix.clues[1].fits]).toEqual([1, -1, 0, 0]);
  });

  test("knows targets and their kinds", () => {
    expect(matrix.target("tip")).toBe(2);
    expect(matrix.target("nose")).toBe(-1);
    expect(matrix.kind("snap")).toBe("reflex");
    expect(matrix.kind("nose")).toBeUndefined();
  });

  test("what can hardly be examined is missed by nobody", () => {
    const { noticed } = new Matrix(tinyMatrix({ hardly: [1] }));
    expect(noticed.map((weight) => weight > 0)).toEqual([true, false, true, true]);
  });

  test("weighs each target in its group", () => {
    for (const weight of matrix.noticed) expect(weight).toBeCloseTo(Math.SQRT1_2, 12);
  });
});

describe("a cost", () => {
  test.each([
    // without any share only the stray chance explains a deficit
    ["weak", 0, 0.4, 0.1],
    ["pain", 0, 0.4, 0.5],
    // the whole explains it
    ["weak", 1, 0.9, 1],
    // half of what is needed: 0.8 × 0.2/0.4 + 0.2 × 0.2 = 0.44
    ["numb", 0.2, 0.4, 0.1 + 0.9 * 0.44],
    // exactly what is needed: 0.8 + 0.2 × 0.4 = 0.88
    ["numb", 0.4, 0.4, 0.1 + 0.9 * 0.88],
    // a normal target contradicts a site that takes it
    ["normal", 0, 0.4, 1],
    ["normal", 1, 0.4, 0.1],
    ["intact", 0.5, 0.4, 0.6],
  ])("of %s with share %d of %d is −ln of its chance", (sign, share, need, chance) => {
    expect(cost(sign, share, need, PARAMETERS)).toBeCloseTo(-Math.log(chance), 12);
  });
});

describe("weights", () => {
  const weights = (found, softened = new Set()) =>
    weighed(found, matrix, softened).map(({ counts }) => Number(counts.toFixed(6)));

  test("a single finding counts once", () => {
    expect(weights(findings([["weak", "bend"]]))).toEqual([1]);
  });

  test("findings that every site takes together count as the root of their number", () => {
    const same = findings([
      ["weak", "bend"],
      ["weak", "tip"],
      ["weak", "hold"],
    ]);
    expect(weights(same)).toEqual([0.707107, 0.707107, 1]);
  });

  test("different signs of one group are different observations", () => {
    const different = findings([
      ["weak", "bend"],
      ["numb", "tip"],
    ]);
    expect(weights(different)).toEqual([1, 1]);
  });

  test("normal power counts less without any motor deficit", () => {
    expect(
      weights(
        findings([
          ["numb", "tip"],
          ["normal", "hold"],
        ]),
      ),
    ).toEqual([1, 0.6]);
    expect(
      weights(
        findings([
          ["weak", "bend"],
          ["normal", "hold"],
        ]),
      ),
    ).toEqual([1, 1]);
  });

  test("a clue softens a kind of finding", () => {
    expect(weights(findings([["numb", "tip"]]), new Set(["territory"]))).toEqual([0.5]);
  });

  test.each([
    [undefined, 0.4],
    [0, 0.9],
    [2, 0.7],
    [3.5, 0.5],
    [4, 0.3],
    [5, 0.3],
  ])("a muscle of grade %s needs a share of %d", (grade, need) => {
    const grades = grade === undefined ? {} : { bend: grade };
    expect(weighed(findings([["weak", "bend"]], { grades }), matrix, new Set())[0].need).toBe(need);
  });

  test("only deficits count as found", () => {
    const all = ["weak", "numb", "reduced_reflex", "pain", "normal", "intact", "normal_reflex"];
    const found = weighed(findings(all.map((sign) => [sign, "bend"])), matrix, new Set()).map((one) => one.found);
    expect(found).toEqual([true, true, true, true, false, false, false]);
  });
});
