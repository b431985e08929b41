import { describe, expect, test } from "vitest";
import { placeInColumns } from "../../../assets/solid/label-columns.js";

const SIZE = { width: 600, height: 400 };
const COLUMN = 120;
const label = (x, y, room = 20) => ({ x, y, room });

/** Whether two line segments cross inside of both. */
function isCrossing([a, b], [c, d]) {
  const side = (p, q, r) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return side(a, b, c) * side(a, b, d) < -1e-6 && side(c, d, a) * side(c, d, b) < -1e-6;
}
const leader = ({ x, y, bend, edge, row }) => [
  [
    [x, y],
    [bend, y],
  ],
  [
    [bend, y],
    [edge, row],
  ],
];
const crossings = (placed) =>
  placed.flatMap((one, n) =>
    placed
      .slice(n + 1)
      .filter((other) => leader(one).some((part) => leader(other).some((its) => isCrossing(part, its)))),
  );

describe("labels in columns", () => {
  test("go to the side on which their points lie", () => {
    const placed = placeInColumns([label(200, 50), label(400, 50)], SIZE, COLUMN);
    expect(placed.map(({ x, left }) => [x, left])).toEqual([
      [200, true],
      [400, false],
    ]);
  });

  test("are listed from top to bottom in the order of their points, and the most important are kept", () => {
    const many = Array.from({ length: 30 }, (_, n) => label(400, 380 - 10 * n));
    const placed = placeInColumns(many, SIZE, COLUMN);
    expect(placed).toHaveLength(20);
    expect(new Set(placed.map(({ y }) => y))).toEqual(new Set(many.slice(0, 20).map(({ y }) => y)));
    const rows = placed.map(({ row }) => row);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
  });

  test("leave out points under the columns", () =>
    expect(placeInColumns([label(60, 50), label(599, 50)], SIZE, COLUMN)).toEqual([]));

  test("stay inside, do not overlap, and have leaders that never cross", () => {
    let seed = 1;
    const random = (/** @type {number} */ most) => {
      seed = (seed * 16807) % 2147483647;
      return seed % (most + 1);
    };
    for (let turn = 0; turn < 500; turn += 1) {
      // the points of some pictures are close together, as at an ankle
      const spread = turn % 2 ? 400 : 30;
      const some = Array.from({ length: 16 }, () => label(random(600), 400 - random(spread), 10 + random(50)));
      const placed = placeInColumns(some, SIZE, COLUMN);
      expect(crossings(placed)).toEqual([]);
      for (const left of [true, false]) {
        let end = 0;
        for (const { row, room } of placed.filter((one) => one.left === left)) {
          expect(row - room / 2).toBeGreaterThanOrEqual(end - 1e-6);
          end = row + room / 2;
        }
        expect(end).toBeLessThanOrEqual(SIZE.height + 1e-6);
      }
    }
  });
});
