import { expect, test } from "vitest";
import { rightOf, rowsOf } from "../../../assets/rooms/result-bars.js";

test("choices keep their order and are listed without an answer too", () => {
  expect(rowsOf({ S1: 4, L5: 7, "?": 2 }, ["L4", "L5", "S1", "S2"])).toEqual([
    ["L4", 0],
    ["L5", 7],
    ["S1", 4],
    ["S2", 0],
    ["?", 2],
  ]);
});

test("of taps the most frequent come first, at most eight, and who does not know comes last", () => {
  const counts = Object.fromEntries([..."abcdefghij"].map((id, at) => [id, 10 - at]));
  const rows = rowsOf({ "?": 99, ...counts }, []);
  expect(rows.map(([id]) => id).join("")).toBe("abcdefgh?");
  expect(rowsOf({ b: 1, a: 1, c: 2 }, []).map(([id]) => id)).toEqual(["c", "a", "b"]);
});

test("right answers are counted over all right places", () => {
  expect(rightOf({ knee: 3, shin: 2, heel: 5 }, ["knee", "shin", "toe"])).toBe(5);
});
