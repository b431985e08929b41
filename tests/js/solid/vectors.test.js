import { expect, test } from "vitest";
import { add, cross, distance, dot, minus, mirrored, scaled, unit } from "../../../assets/solid/vectors.js";

test("vectors are added, subtracted and scaled by coordinate", () => {
  expect(add([1, 2, 3], [4, 5, 6])).toEqual([5, 7, 9]);
  expect(minus([4, 5, 6], [1, 1, 1])).toEqual([3, 4, 5]);
  expect(scaled([1, -2, 0.5], 4)).toEqual([4, -8, 2]);
});

test("products follow the right-hand rule", () => {
  expect(cross([1, 0, 0], [0, 1, 0])).toEqual([0, 0, 1]);
  expect(dot([1, 2, 3], [4, -5, 6])).toBe(12);
});

test("lengths", () => {
  expect(distance([1, 2, 3], [3, 5, 9])).toBe(7);
  expect(unit([0, 0, -4])[2]).toBe(-1);
  expect(unit([0, 3, 4])[1]).toBeCloseTo(0.6, 12);
  expect(unit([0, 0, 0])).toEqual([0, 0, 0]);
});

test("a point across the body", () => expect(mirrored([1, 2, 3])).toEqual([-1, 2, 3]));
