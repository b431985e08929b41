// Two lesions beside each other.
import { expect, test } from "vitest";
import { isNormal, paired } from "../../../assets/nerve-studies/paired-results.js";

const after = (...words) => words.map((expected) => /** @type {any} */ ({ expected }));

test("what differs comes first, each group in the order of the data", () => {
  const rows = paired(
    ["sural", "fibular", "tibial", "femoral"],
    after("normal", "reduced", "normal", "normal"),
    after("normal", "absent", "normal", "slowed"),
  );
  expect(rows.map(({ of, differs }) => [of, differs])).toEqual([
    ["fibular", true],
    ["femoral", true],
    ["sural", false],
    ["tibial", false],
  ]);
  expect(rows.map(isNormal)).toEqual([false, false, true, true]);
});
