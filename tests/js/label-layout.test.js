import { describe, expect, test } from "vitest";
import { place, placeFitting, spaced } from "../../assets/figures/label-layout.js";

describe("spaced", () => {
  test.each([
    ["nothing", [], [], 0, 100, []],
    ["labels with room stay where they should be", [20, 60], [10, 10], 0, 100, [20, 60]],
    ["two that overlap move apart equally", [50, 50], [10, 10], 0, 100, [45, 55]],
    ["heights differ", [50, 50], [10, 20], 0, 100, [42.5, 57.5]],
    ["a block that meets another joins it", [50, 50, 58], [10, 10, 10], 0, 100, [42 + 2 / 3, 52 + 2 / 3, 62 + 2 / 3]],
    ["the upper end", [0, 0], [10, 10], 0, 100, [5, 15]],
    ["the lower end", [100, 100], [10, 10], 0, 100, [85, 95]],
    ["a column that is too long begins at the upper end", [5, 5, 5], [10, 10, 10], 0, 20, [5, 15, 25]],
  ])("%s", (_, wanted, rooms, low, high, rows) => {
    const found = spaced(wanted, rooms, low, high);
    expect(found).toHaveLength(rows.length);
    found.forEach((row, at) => expect(row).toBeCloseTo(rows[at], 10));
  });

  test("what counts more moves less", () => {
    // three quarters of the way falls to the second of two that want the same place
    expect(spaced([50, 50], [10, 10], 0, 100, [3, 1])).toEqual([47.5, 57.5]);
  });
});

describe("place", () => {
  const label = (x, y) => ({ x, y, room: 10 });

  test("puts points on the left into the left column, and so on", () => {
    const labels = place([label(90, 30), label(10, 30)], 100, 100, 20);
    expect(labels.map(({ left, row }) => [left, row])).toEqual([
      [false, 30],
      [true, 30],
    ]);
  });

  test("returns the same labels, without any too", () => {
    const labels = [label(1, 1)];
    expect(place(labels, 100, 100, 20)[0]).toBe(labels[0]);
    expect(place([], 100, 100, 20)).toEqual([]);
  });
});

describe("placeFitting", () => {
  const label = (x, y) => ({ x, y, room: 10 });

  test("keeps everything that fits", () => {
    const labels = [label(10, 30), label(90, 30), label(90, 60)];
    expect(placeFitting(labels, 100, 20, 20)).toEqual(labels);
  });

  test("leaves out the least important of a column that is too high", () => {
    const labels = [10, 20, 30, 70, 80, 90].map((x) => label(x, 15));
    const kept = placeFitting(labels, 100, 20, 20);
    expect(kept.map(({ x }) => x)).toEqual([10, 20, 70, 80]);
    const rows = (left) => kept.filter((one) => one.left === left).map(({ row }) => row);
    for (const left of [true, false]) expect(rows(left).sort((a, b) => a - b)).toEqual([5, 15]);
  });

  test("leaves out a label that is higher than the figure", () => {
    expect(placeFitting([{ x: 1, y: 1, room: 30 }], 100, 20, 20)).toEqual([]);
  });
});

// The same numbers every time (Lehmer).
function generator(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

const side = (a, b, c) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const cross = ([a, b], [c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

describe("random labels", () => {
  const random = generator(7);
  const GAP = 20;
  const columns = Array.from({ length: 300 }, () => {
    const [width, height] = [80 + 300 * random(), 300 + 400 * random()];
    const labels = Array.from({ length: Math.floor(30 * random()) }, () => ({
      x: width * random(),
      y: height * random(),
      room: 14 + 30 * random(),
    }));
    place(labels, width, height, GAP);
    return [true, false].map((left) => ({
      edge: left ? -GAP : width + GAP,
      height,
      labels: labels.filter((one) => one.left === left).sort((a, b) => a.row - b.row),
    }));
  }).flat();

  test("do not overlap", () => {
    for (const { labels } of columns)
      for (const [at, below] of labels.slice(1).entries())
        expect(below.row - labels[at].row).toBeGreaterThan((below.room + labels[at].room) / 2 - 0.01);
  });

  test("have lines that do not cross those of their neighbours", () => {
    for (const { edge, labels } of columns) {
      const lines = labels.map(({ x, y, row }) => [
        [edge, row],
        [x, y],
      ]);
      for (const [at, line] of lines.slice(1).entries()) expect(cross(line, lines[at])).toBe(false);
    }
  });

  test("stay next to the figure if they fit there", () => {
    for (const { height, labels } of columns) {
      if (labels.reduce((sum, { room }) => sum + room, 0) >= height) continue;
      for (const { row, room } of labels) {
        expect(row - room / 2).toBeGreaterThan(-0.01);
        expect(row + room / 2).toBeLessThan(height + 0.01);
      }
    }
  });
});
