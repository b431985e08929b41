import { describe, expect, test } from "vitest";
import { clockTime, isTime, MINUTES, scoreByKind } from "../../assets/quiz/exam.js";

test.each([
  [0, "0:00"],
  [9, "0:09"],
  [65, "1:05"],
  [3600, "60:00"],
])("%i seconds are %s", (seconds, text) => expect(clockTime(seconds)).toBe(text));

test("the time of an exam is 1 to 180 whole minutes, or none", () => {
  for (const minutes of [...MINUTES, "1", "180"]) expect(isTime(minutes), minutes).toBe(true);
  for (const minutes of ["0", "-5", "181", "1e2", "2.5", "05", " 5", "five"])
    expect(isTime(minutes), minutes).toBe(false);
});

describe("the result by kind", () => {
  const questions = ["skin", "nerve", "skin", "reflex", "skin"].map((kind) => ({ kind }));
  const [right, wrong] = [{ isRight: true }, { isRight: false }];

  test("counts what was not answered as not right, in the order of the questions", () => {
    expect(scoreByKind(questions, [right, wrong, undefined, undefined, right])).toEqual([
      ["skin", 2, 3],
      ["nerve", 0, 1],
      ["reflex", 0, 1],
    ]);
    expect(scoreByKind([], [])).toEqual([]);
  });
});
