import { expect, test } from "vitest";
import { dropExam, keepExam, keptExam } from "../../assets/quiz/exam-memory.js";

/** A storage as a tab has it. */
function tab() {
  const items = new Map();
  const storage = {
    getItem: (/** @type {string} */ key) => items.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void items.set(key, value),
    removeItem: (/** @type {string} */ key) => void items.delete(key),
  };
  return { items, of: () => /** @type {any} */ (storage) };
}

const EXAM = { start: 1000, chosen: { "skin.1": "L4" } };

test("an exam is kept for its run only, and the next one replaces it", () => {
  const { of, items } = tab();
  keepExam("run a", EXAM, of);
  expect(keptExam("run a", of)).toEqual(EXAM);
  expect(keptExam("run b", of)).toBeNull();
  keepExam("run b", { start: 2000, chosen: {} }, of);
  expect([keptExam("run a", of), keptExam("run b", of)]).toEqual([null, { start: 2000, chosen: {} }]);
  expect(items.size).toBe(1);
});

test("nothing is left of an exam that has ended", () => {
  const { of, items } = tab();
  keepExam("run a", EXAM, of);
  dropExam(of);
  expect(keptExam("run a", of)).toBeNull();
  expect(items.size).toBe(0);
});

test("without storage an exam goes on and nothing is kept", () => {
  const denied = () => {
    throw new DOMException("denied", "SecurityError");
  };
  expect(() => keepExam("run a", EXAM, denied)).not.toThrow();
  expect(() => dropExam(denied)).not.toThrow();
  expect(keptExam("run a", denied)).toBeNull();
});

test.each([
  "",
  "{",
  "null",
  "[]",
  '{"run":"run a"}',
  '{"run":"run a","start":"1","chosen":{}}',
  '{"run":"run a","start":1,"chosen":"x"}',
])(
  // prettier-ignore
  "what is no exam is left alone: %s",
  (text) => {
    const { of } = tab();
    of().setItem("nerve-atlas-exam", text);
    expect(keptExam("run a", of)).toBeNull();
  },
);

test("answers that are none are left out", () => {
  const { of } = tab();
  of().setItem("nerve-atlas-exam", '{"run":"run a","start":1,"chosen":{"a":"L4","b":5,"c":null}}');
  expect(keptExam("run a", of)).toEqual({ start: 1, chosen: { a: "L4" } });
});
