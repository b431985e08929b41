import { describe, expect, test } from "vitest";
import { movedApart } from "../../assets/lesion/markers-apart.js";

const ring = (letter, x, y, radius = 10) => ({ letter, x, y, radius });
const between = ([a, b]) => Math.hypot(b.x - a.x, b.y - a.y);

describe("markers of two lesions", () => {
  test("that lie on each other stand side by side", () => {
    const moved = movedApart([ring("A", 50, 50), ring("B", 50, 50)]);
    expect(between(moved)).toBeCloseTo(23);
    expect(moved.map(({ y }) => y)).toEqual([50, 50]);
    expect((moved[0].x + moved[1].x) / 2).toBeCloseTo(50);
  });

  test("that overlap keep their direction and their middle", () => {
    const moved = movedApart([ring("A", 50, 58), ring("B", 50, 50)]);
    expect(between(moved)).toBeCloseTo(23);
    expect(moved.map(({ x }) => x)).toEqual([50, 50]);
    expect(moved[0].y).toBeGreaterThan(moved[1].y);
    expect((moved[0].y + moved[1].y) / 2).toBeCloseTo(54);
  });

  test.each([
    ["far apart", [ring("A", 50, 50), ring("B", 80, 50)]],
    ["of one lesion", [ring("A", 50, 50), ring("A", 51, 50)]],
    ["alone", [ring("", 50, 50)]],
    ["not there", []],
  ])("that are %s stay where they are", (_, rings) => expect(movedApart(rings)).toEqual(rings));
});
