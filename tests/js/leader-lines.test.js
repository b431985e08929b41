import { expect, test } from "vitest";
import { lineBetween } from "../../assets/figures/leader-lines.js";

const box = (left, top, right, bottom) => ({ left, top, right, bottom });

test.each([
  ["level in the middle of the box", box(100, 100, 200, 200), box(300, 0, 400, 300), [204, 150, 296, 150]],
  ["level where the heights overlap", box(100, 100, 200, 300), box(300, 0, 400, 150), [204, 146, 296, 146]],
  ["to an enlarged figure at the left", box(300, 100, 400, 200), box(0, 120, 100, 400), [296, 150, 104, 150]],
  ["slanted where they do not overlap", box(100, 100, 200, 200), box(300, 300, 400, 500), [204, 150, 296, 304]],
  ["slanted upwards", box(100, 300, 200, 400), box(300, 0, 400, 200), [204, 350, 296, 196]],
])("a leader line: %s", (_, from, to, line) => {
  expect(lineBetween(/** @type {any} */ (from), /** @type {any} */ (to))).toEqual(line);
});
