import { expect, test } from "vitest";
import { storyOf } from "../../assets/article/story.js";

const STORIES = { K1: "To the upper skin" };

test.each([
  [{ part: "", select: "K1" }, "K1"],
  [{ part: "", select: "K2" }, ""],
  [{ part: "", select: "" }, ""],
  [{ part: "", select: "constructor" }, ""],
])("%o tells the story %o", (state, root) => expect(storyOf(state, STORIES)).toBe(root));

test("a passage comes before a story", () => expect(storyOf({ part: "gate", select: "K1" }, STORIES)).toBe(""));
