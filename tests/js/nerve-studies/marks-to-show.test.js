// Which figures show an electrode.
import { expect, test } from "vitest";
import { marksToShow } from "../../../assets/nerve-studies/marks-to-show.js";

/** @type {import("../../../assets/nerve-studies/predictions.js").Mark[]} */
const marks = [
  ["front", 1, 1, 0.9],
  ["outer", 2, 2, 0.3],
  ["back", 3, 3, 0.1],
  ["sole", 4, 4, 0],
];
const shownIn = (...views) => marksToShow(marks, (view) => views.includes(view)).map(([view]) => view);

test.each([
  [
    ["front", "outer", "back"],
    ["front", "outer"],
  ],
  [["sole", "back"], ["back"]],
  [["sole"], ["sole"]],
  [["spine"], []],
])("of the figures %o, %o show it", (views, expected) => expect(shownIn(...views)).toEqual(expected));
