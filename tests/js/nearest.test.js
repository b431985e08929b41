// What is offered to somebody whose address names something that does not exist.
import { describe, expect, test } from "vitest";
import { nearestChoices } from "../../assets/search/nearest.js";

/** @type {[string, string][]} */
const MODES = [
  ["", "Explore"],
  ["lesion", "Lesion"],
  ["quiz", "Quiz"],
  ["cases", "Case"],
  ["maps", "Dermatome maps"],
  ["studies", "Nerve studies"],
];
const ids = (text, choices = MODES, most = 3) => nearestChoices(text, choices, most).map(([id]) => id);

describe("the nearest choices", () => {
  test.each([
    ["lesions", ["lesion"]],
    ["Lesion", ["lesion"]],
    ["leison", ["lesion"]],
    ["quizz", ["quiz"]],
    ["case", ["cases"]],
    ["map", ["maps"]],
    ["dermatomes", ["maps"]],
    ["nerve_study", ["studies"]],
    ["nope", []],
    ["", []],
    ["?!", []],
    ["<b>", []],
  ])("of %j are %j", (text, expected) => expect(ids(text)).toEqual(expected));

  test("the nearest one comes first, and there are not more than asked for", () => {
    const choices = /** @type {[string, string][]} */ ([
      ["a", "tibial nerve"],
      ["b", "tibial"],
      ["c", "tibials"],
      ["d", "something"],
      ["e", "another"],
      ["f", "thing"],
    ]);
    expect(ids("tibial", choices, 2)).toEqual(["b", "a"]);
    expect(ids("tibial", choices, 9)).toEqual(["b", "a", "c"]);
  });

  test("a few are all offered when none is near", () => {
    const few = MODES.slice(0, 5);
    expect(ids("zzz", few)).toEqual(few.map(([id]) => id));
    expect(ids("zzz")).toEqual([]);
  });

  test("a root with a digit too many is near the root", () => {
    expect(ids("l55", [["L5", "L5"], ["S1", "S1"], ...MODES])).toEqual(["L5"]);
  });
});
