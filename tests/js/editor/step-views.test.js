import { describe, expect, test } from "vitest";
import { addView, filledSteps, takeView } from "../../../assets/editor/step-views.js";
import { Draft } from "../../../assets/packs/draft.js";

const BLANK = { title: "", text: "", notes: "", state: "" };
const draftOf = (...steps) => new Draft({ title: "", tours: [{ title: "t", steps: structuredClone(steps) }] });
const stepsOf = ({ pack }) => pack.tours[0].steps;

describe("a view that is added to a tour", () => {
  test.each([
    ["fills the first step, which is blank", [BLANK], 0, [{ ...BLANK, title: "L5", state: "?select=L5" }]],
    ["becomes a step after the last", [{ title: "a", text: "b", state: "" }], 1,
      [{ title: "a", text: "b", state: "" }, { ...BLANK, title: "L5", state: "?select=L5" }]],
    ["leaves a step that has only notes", [{ ...BLANK, notes: "n" }], 1,
      [{ ...BLANK, notes: "n" }, { ...BLANK, title: "L5", state: "?select=L5" }]],
  ])("%s", (_, steps, at, expected) => {
    const draft = draftOf(...steps);
    expect(addView(draft, 0, "?select=L5", "L5")).toBe(at);
    expect(stepsOf(draft)).toEqual(expected);
    draft.undo();
    expect(stepsOf(draft)).toEqual(steps);
  }); // prettier-ignore

  test("of five are five steps in their order", () => {
    const draft = draftOf(BLANK);
    const places = [..."abcde"].map((view) => addView(draft, 0, `?select=${view}`, view));
    expect(places).toEqual([0, 1, 2, 3, 4]);
    expect(stepsOf(draft).map(({ title }) => title)).toEqual([..."abcde"]);
  });
});

test.each([
  ["", "Tibial nerve"],
  ["  ", "Tibial nerve"],
  ["My own", "My own"],
])("a step with the title “%s” that takes a view is called %s", (title, expected) => {
  const draft = draftOf({ ...BLANK, title });
  takeView(draft, ["tours", 0, "steps", 0], "?select=tibial", "Tibial nerve");
  expect(stepsOf(draft)).toEqual([{ ...BLANK, title: expected, state: "?select=tibial" }]);
  draft.undo();
  expect(stepsOf(draft)[0].title).toBe(title);
});

test("a question that takes a view gets no title", () => {
  const draft = new Draft({ title: "", quizzes: [{ title: "q", questions: [{ text: "", state: "" }] }] });
  takeView(draft, ["quizzes", 0, "questions", 0], "?select=tibial", "Tibial nerve");
  expect(draft.pack.quizzes[0].questions).toEqual([{ text: "", state: "?select=tibial" }]);
});

test.each([
  [[], 0],
  [[BLANK], 0],
  [[BLANK, BLANK], 1],
  [[{ ...BLANK, state: "?select=L5" }], 1],
])("only a blank last step is not counted", (steps, n) => expect(filledSteps(steps)).toHaveLength(n));
