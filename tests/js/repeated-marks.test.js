import { describe, expect, test } from "vitest";
import { repeatedMarks } from "../../assets/figures/repeated-marks.js";

// Patches in a row, each bordering the next. Letters are 10 high, so that marks nearer than 40 are close.
const ROW = ["a", "b", "c", "d"];
const areNeighbours = (one, other) => Math.abs(ROW.indexOf(one) - ROW.indexOf(other)) === 1;
const row = (marks, { step = 30, rooms = [] } = {}) =>
  marks.map((mark, at) => ({ of: ROW[at], mark, x: 0, y: at * step, room: rooms[at] ?? 20 }));

describe("marks that repeat a neighbour's", () => {
  test.each([
    ["two neighbours", row(["K1", "K1"]), ["b"]],
    ["two neighbours, the second with more room", row(["K1", "K1"], { rooms: [20, 30] }), ["a"]],
    ["two neighbours with different marks", row(["K1", "K2"]), []],
    ["two neighbours far apart", row(["K1", "K1"], { step: 41 }), []],
    ["close marks of patches that do not touch", row(["K1", "K2", "K1"], { step: 15 }), []],
    [
      "a whole row, of which one keeps its mark",
      row(["K1", "K1", "K1", "K1"], { rooms: [20, 20, 40, 20] }),
      ["a", "b", "d"],
    ],
    ["two pairs", row(["K1", "K1", "K2", "K2"]), ["b", "d"]],
    ["patches without a mark", row(["", "", "K1"]), []],
    ["nothing", [], []],
  ])("%s", (_, marks, repeated) => expect([...repeatedMarks(marks, areNeighbours, 10)].sort()).toEqual(repeated));

  test("closeness is measured in letters", () => {
    const marks = row(["K1", "K1"]);
    expect(repeatedMarks(marks, areNeighbours, 7).size).toBe(0);
    expect(repeatedMarks(marks, areNeighbours, 8).size).toBe(1);
  });
});
