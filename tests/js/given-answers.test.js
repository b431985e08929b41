// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { Exam } from "../../assets/quiz/exam.js";
import { GivenAnswers } from "../../assets/quiz/given-answers.js";

// One question with three choices, and one that a tap answers.
const choice = { id: "choice", right: ["b"], clicked: false };
const tap = { id: "tap", right: ["x", "y"], clicked: true };
const run = ["choice", "tap"];
const bank = /** @type {any} */ ({
  questions: new Map([choice, tap].map((question) => [question.id, question])),
  choices: () => ["a", "b", "c"],
});
let progress, exam, given;

const fresh = () => {
  exam = new Exam(/** @type {any} */ ({}));
  given = new GivenAnswers(bank, progress, exam);
};
beforeEach(() => {
  sessionStorage.clear();
  progress = { record: vi.fn() };
  fresh();
});

test.each([
  [choice, "b", true, "b"],
  [choice, "c", false, "b"],
  [choice, null, false, "b"],
  [tap, "y", true, "y"],
  [tap, "z", false, "x"],
])("an answer to %o is judged", (question, chosen, isRight, answer) => {
  expect(given.take(question, chosen, "run", "seed")).toEqual({ chosen, isRight, answer });
  expect(given.at(question.id, "run")).toEqual({ chosen, isRight, answer });
  expect(given.at(question.id, "another run")).toBeUndefined();
});

test("only after an exam a question without an answer is explained", () => {
  expect(given.missing(choice, { exam: "", seed: "" })).toBeUndefined();
  expect(given.missing(tap, { exam: "on", seed: "" })).toEqual({ chosen: null, isRight: false, answer: "x" });
});

test("an exam counts its answers once, at its end", () => {
  given.take(choice, "c", "run", "seed");
  given.finishExam([choice, tap], "run");
  given.finishExam([choice, tap], "run");
  expect(progress.record.mock.calls).toEqual([["choice", false]]);
});

test("a tab that is opened again has the answers of its exam, and none of another", () => {
  exam.resume("run", 1000);
  given.take(choice, "b", "run", "seed");
  given.keepExam(run, "run");
  fresh();
  given.resumeExam(run, "another run", "seed");
  expect(given.all(run, "another run")).toEqual([undefined, undefined]);
  given.resumeExam(run, "run", "seed");
  expect(given.all(run, "run")).toEqual([{ chosen: "b", isRight: true, answer: "b" }, undefined]);
  expect(exam.starts.get("run")).toBe(1000);
});

test("a finished exam is not taken up again", () => {
  exam.resume("run", 1000);
  given.take(choice, "b", "run", "seed");
  given.keepExam(run, "run");
  given.finishExam([choice], "run");
  fresh();
  given.resumeExam(run, "run", "seed");
  expect(given.all(run, "run")).toEqual([undefined, undefined]);
});
