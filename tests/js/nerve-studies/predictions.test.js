// What the page reads from the courses that Python computed.
import { expect, test } from "vitest";
import { DAYS, Predictions } from "../../../assets/nerve-studies/predictions.js";

const study = (id) => ({ id, name: id, kind: "motor", points: [["ankle", 90, []]], curve: {}, path: [1, 2] });
const data = {
  studies: [study("one"), study("two")],
  needle: [{ id: "soleus", name: "Soleus", at: 5, root: "" }],
  injuries: ["axon-loss", "conduction-block"],
  expected: ["normal", "reduced", "absent"],
  sentences: ["whole", "falling", "gone"],
  plain_sentences: ["it works", "it fades", "it is lost"],
  day_marks: ["the row of the days"],
  exceptions: { two: { 0: [["seldom", {}]] } },
  courses: [
    [[0, 0, 0, 0, -1]],
    [
      [0, 0, 1, 0, 0],
      [3, 1, 0, 1, 0],
      [7, 2, 0, 2, -1],
    ],
  ],
  // one place; by injury, the course of both studies and of the muscle
  rows: [
    [
      [1, 0, 1],
      [0, 0, 0],
    ],
  ],
  row_of: { 9: 0, 7: 1 },
  untested: [1],
  usual_day: 21,
  last_day: 730,
  words: {},
};
const predictions = new Predictions(/** @type {any} */ (data));
const expectedOn = (day, injury = "axon-loss") => {
  const { studies, needle } = predictions.on(9, injury, day);
  return [...studies, ...needle].map(({ expected }) => expected);
};

test.each([
  [0, ["normal", "normal", "normal"]],
  [2, ["normal", "normal", "normal"]],
  [3, ["reduced", "normal", "reduced"]],
  [6, ["reduced", "normal", "reduced"]],
  [7, ["absent", "normal", "absent"]],
  [730, ["absent", "normal", "absent"]],
])("day %i belongs to the last stage that has begun", (day, expected) => expect(expectedOn(day)).toEqual(expected));

test("each injury has courses of its own", () =>
  expect(expectedOn(7, "conduction-block")).toEqual(["normal", "normal", "normal"]));

test("a stage says why, how many stimuli lie below the lesion, and what studies counted against it", () => {
  const [one, two] = predictions.on(9, "axon-loss", 0).studies;
  expect(one).toEqual({
    expected: "normal",
    whole: 1,
    why: "whole",
    plain: "it works",
    mark: "the row of the days",
    exceptions: [],
  });
  expect(two.mark).toBe(null);
  expect(two.exceptions).toEqual([["seldom", {}]]);
});

test("without a lesion everything is normal, and there is no reason to give", () => {
  const { studies, needle } = predictions.on(null, "axon-loss", 21);
  expect(studies).toHaveLength(2);
  expect([...studies, ...needle].every(({ expected, why }) => expected === "normal" && why === "")).toBe(true);
});

test("only places with a prediction are known", () => {
  expect(predictions.knows(9)).toBe(true);
  expect(predictions.knows(8)).toBe(false);
});

test.each([
  ["", "axon-loss"],
  ["conduction-block", "conduction-block"],
  ["cold", null],
])("the injury of the address %o is %o", (text, injury) => expect(predictions.injuryOf(text)).toBe(injury));

test.each([
  ["", 21],
  ["0", 0],
  ["730", 730],
  ["731", null],
  ["-1", null],
  ["2.5", null],
  ["soon", null],
])("the day of the address %o is %o", (text, day) => expect(predictions.dayOf(text)).toBe(day));

test("a place that nothing tests is known as such", () => {
  expect(predictions.isUntested(7)).toBe(true);
  expect(predictions.isUntested(9)).toBe(false);
});

test("the stops of the slider ascend from the onset to the last day", () => {
  expect([DAYS[0], DAYS.at(-1)]).toEqual([0, data.last_day]);
  expect(DAYS).toContain(data.usual_day);
  expect(DAYS).toEqual([...DAYS].sort((a, b) => a - b));
});
