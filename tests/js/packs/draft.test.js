import { describe, expect, test } from "vitest";
import { Draft } from "../../../assets/packs/draft.js";
import { seeded } from "./random-packs.js";

const steps = ["tours", 0, "steps"];
const draftOf = (...titles) =>
  new Draft({ title: "T", tours: [{ title: "t", steps: titles.map((title) => ({ title })) }] });
const titles = ({ pack }) => pack.tours[0].steps.map(({ title }) => title).join("");

describe("one change", () => {
  test.each([
    ["insert at the start", (draft) => draft.insert(steps, 0, { title: "x" }), "xabc"],
    ["insert at the end", (draft) => draft.insert(steps, 3, { title: "x" }), "abcx"],
    ["remove", (draft) => draft.remove(steps, 1), "ac"],
    ["duplicate", (draft) => draft.duplicate(steps, 1), "abbc"],
    ["move down", (draft) => draft.move(steps, 0, 1), "bac"],
    ["move up", (draft) => draft.move(steps, 2, -1), "acb"],
    ["move up from the top", (draft) => draft.move(steps, 0, -1), "abc"],
    ["move down from the end", (draft) => draft.move(steps, 2, 1), "abc"],
    ["write", (draft) => draft.write([...steps, 1, "title"], "x"), "axc"],
  ])("%s", (_, work, expected) => {
    const draft = draftOf("a", "b", "c");
    work(draft);
    expect(titles(draft)).toBe(expected);
    draft.undo();
    expect(titles(draft)).toBe("abc");
  });
});

test("a copy is a value of its own", () => {
  const draft = draftOf("a");
  draft.duplicate(steps, 0);
  draft.write([...steps, 1, "title"], "b");
  expect(titles(draft)).toBe("ab");
});

test("typing in one field is one change, and in another one another", () => {
  const draft = draftOf("", "");
  for (const text of ["x", "xy", "xyz"]) draft.write([...steps, 0, "title"], text);
  for (const text of ["u", "uv"]) draft.write([...steps, 1, "title"], text);
  draft.undo();
  expect(titles(draft)).toBe("xyz");
  draft.undo();
  expect([titles(draft), draft.canUndo]).toEqual(["", false]);
});

test("a list that is missing is made", () => {
  const draft = draftOf("a");
  draft.insert(["quizzes"], 0, { title: "q" });
  expect(draft.pack.quizzes).toEqual([{ title: "q" }]);
});

test("a draft is saved until it is changed", () => {
  const draft = new Draft({ title: "T" }, true);
  draft.write(["title"], "T");
  expect(draft.isSaved).toBe(true);
  draft.write(["title"], "U");
  expect(draft.isSaved).toBe(false);
});

test("undo leads back through any changes, one by one", () => {
  for (let seed = 0; seed < 40; seed++) {
    const random = seeded(seed);
    const draft = new Draft(random.pack());
    const seen = [JSON.stringify(draft.pack)];
    for (let n = 0; n < 12; n++) {
      const at = random.below(draft.pack.tours[0].steps.length);
      const changes = [
        () => draft.insert(steps, at, random.step()),
        () => draft.duplicate(steps, at),
        () => draft.move(steps, at, random.below(2) ? 1 : -1),
        () => draft.pack.tours[0].steps.length > 1 && draft.remove(steps, at),
        () => draft.write([...steps, at, "text"], `${n}`),
      ];
      const before = draft.past.length;
      changes[random.below(changes.length)]();
      if (draft.past.length > before) seen.push(JSON.stringify(draft.pack));
      else seen[seen.length - 1] = JSON.stringify(draft.pack);
    }
    for (const state of seen.reverse()) {
      expect(JSON.stringify(draft.pack)).toBe(state);
      draft.undo();
    }
  }
});
