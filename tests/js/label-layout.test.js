import { expect, test } from "vitest";
import { place } from "../../assets/figures/label-layout.js";

/** Numbers from 0 to 1, the same in every run. */
function randomNumbers(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

const side = (a, b, c) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const cross = ([a, b], [c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

const random = randomNumbers(7);
const cases = Array.from({ length: 300 }, () => {
  const [width, height, gap] = [80 + 300 * random(), 300 + 400 * random(), 20];
  const labels = Array.from({ length: Math.floor(30 * random()) }, () => ({
    x: width * random(),
    y: height * random(),
    room: 14 + 30 * random(),
  }));
  place(labels, width, height, gap);
  const columns = [true, false].map((left) => labels.filter((label) => label.left === left));
  return { width, height, gap, columns: columns.map((column) => column.sort((a, b) => a.row - b.row)) };
});

test("labels of a column do not overlap", () => {
  for (const { columns } of cases)
    for (const column of columns)
      column.slice(1).forEach((label, at) => {
        expect(label.row - column[at].row).toBeGreaterThanOrEqual((label.room + column[at].room) / 2 - 0.01);
      });
});

test("leader lines of neighbouring labels do not cross", () => {
  for (const { width, gap, columns } of cases)
    for (const column of columns) {
      const lines = column.map(({ left, row, x, y }) => [
        [left ? -gap : width + gap, row],
        [x, y],
      ]);
      lines.slice(1).forEach((line, at) => expect(cross(lines[at], line)).toBe(false));
    }
});

test("labels stay within the height of the figure if they fit", () => {
  for (const { height, columns } of cases)
    for (const column of columns) {
      if (column.reduce((sum, { room }) => sum + room, 0) >= height) continue;
      for (const { row, room } of column) {
        expect(row - room / 2).toBeGreaterThanOrEqual(-0.01);
        expect(row + room / 2).toBeLessThanOrEqual(height + 0.01);
      }
    }
});
