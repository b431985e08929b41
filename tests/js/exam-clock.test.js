// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Exam } from "../../assets/quiz/exam.js";

const words = {
  "quiz.exam.left": "{time} left",
  "quiz.exam.over": "over",
  "quiz.exam.took": "took {time}",
  "quiz.exam.within": "{time} of {n}",
  "quiz.exam.beyond": "{time}, more than {n}",
};
let exam;
const wait = (seconds) => vi.advanceTimersByTime(1000 * seconds);
const shown = () => [exam.clock.hidden, exam.time.textContent, exam.over.textContent];

beforeEach(() => {
  vi.useFakeTimers();
  exam = new Exam(words);
});
afterEach(() => vi.useRealTimers());

describe("the clock of an exam", () => {
  test("is hidden before, shows what is left, and only tells that the time is over", () => {
    expect(exam.clock.hidden).toBe(true);
    exam.run("a", "5");
    expect(shown()).toEqual([false, "5:00 left", ""]);
    wait(61);
    expect(shown()).toEqual([false, "3:59 left", ""]);
    wait(238);
    expect(shown()).toEqual([false, "0:01 left", ""]);
    wait(1);
    expect(shown()).toEqual([false, "0:00 left", "over"]);
    wait(100);
    expect(shown()).toEqual([false, "0:00 left", "over"]);
  });

  test("continues in the next question, and restarts in another run", () => {
    exam.run("a", "5");
    wait(30);
    exam.run("a", "5");
    expect(exam.time.textContent).toBe("4:30 left");
    exam.run("b", "10");
    expect(exam.time.textContent).toBe("10:00 left");
    wait(2);
    expect(exam.time.textContent).toBe("9:58 left"); // one clock ticks, not two
    expect(vi.getTimerCount()).toBe(1);
  });

  test("is not shown without a time, and stops with the run", () => {
    exam.run("a", "");
    expect([exam.clock.hidden, vi.getTimerCount()]).toEqual([true, 0]);
    exam.run("b", "5");
    exam.stop();
    expect([exam.clock.hidden, vi.getTimerCount()]).toEqual([true, 0]);
  });
});

describe("how long a run took", () => {
  test.each([
    ["", 65, "took 1:05"],
    ["5", 299, "4:59 of 5"],
    ["5", 300, "5:00 of 5"],
    ["5", 301, "5:01, more than 5"],
  ])("of %j minutes, %i seconds", (minutes, seconds, text) => {
    exam.run("a", minutes);
    wait(seconds);
    exam.finish("a");
    wait(50);
    exam.finish("a"); // the first end counts
    expect(exam.timeText("a", minutes)).toBe(text);
    expect([exam.isFinished("a"), exam.isFinished("b"), exam.clock.hidden]).toEqual([true, false, true]);
  });

  test("is not said of a run whose questions were never shown", () => {
    exam.finish("a");
    expect([exam.isFinished("a"), exam.timeText("a", "5"), exam.timeText("b", "5")]).toEqual([true, "", ""]);
  });
});
