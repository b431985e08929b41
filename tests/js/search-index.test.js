import { describe, expect, test } from "vitest";
import { SearchIndex } from "../../assets/search/search-index.js";
import { EMERGENCIES } from "./tiny-matrix.js";

// Three nodes, and behind them a page and an everyday word; no emergencies.
const { speech, short_word, max_gap } = EMERGENCIES;
const none = { flags: [], signs: [], rules: [], speech, short_word, max_gap };
const index = new SearchIndex({
  spelled: [
    ["curler", 0, "Curler"],
    ["bender", 0, "bender"],
    ["long nerve", 1, "Long nerve"],
    ["lower skin", 2, "Lower skin"],
    ["compare", 3, "Compare"],
    ["long arm", 4, "long arm"],
  ],
  pages: [
    ["page", "Compare", "", { mode: "apart" }],
    ["word", "long arm", "the whole limb", null],
  ],
  where: ["Arm", "Knot", "Tip"],
  page_penalty: 10,
  min_score: 60,
  longest: 12,
  most: 3,
  most_emergencies: 3,
  emergencies: none,
  words: {},
});
const found = (text) => index.search(text).map(({ at, matched, score }) => [at, matched, score]);

describe("searching", () => {
  test.each([
    ["", []],
    [" – ", []],
    ["Curler", [[0, "Curler", 100]]],
    ["bender", [[0, "bender", 100]]],
    ["qqqq", []],
  ])("%j", (text, matches) => expect(found(text)).toEqual(matches));

  test("finds what contains a word, and subtracts the penalty of a page", () => {
    expect(found("long")).toEqual([
      [1, "Long nerve", 98],
      [4, "long arm", 88],
    ]);
  });

  test("subtracts no penalty from an exact match", () => {
    expect(found("long arm")[0]).toEqual([4, "long arm", 100]);
  });

  test("finds what sounds alike for one point less", () => {
    expect(found("kurler")).toEqual([[0, "Curler", 99]]);
  });

  test("reads no more letters than the longest name", () => {
    expect(found("lower skin  and much more")).toEqual(found("lower skin an"));
  });
});

test("the nearest are nodes, however unlike", () => {
  const nearest = index.nearest("compare");
  expect(nearest).toHaveLength(3);
  expect(nearest.every(({ at }) => at < 3)).toBe(true);
});

test("the emergencies that a text means come first, once", () => {
  const urgent = new SearchIndex({
    spelled: [
      ["curler", 0, "Curler"],
      ["cord", 1, "Cord"],
      ["tip", 2, "Tip"],
      ["arm", 3, "Arm"],
      ["numb tip", 0, "numb tip"],
    ],
    pages: EMERGENCIES.flags.map(({ name, text }) => ["emergency", name, text, {}]),
    where: ["Arm"],
    page_penalty: 10,
    min_score: 60,
    longest: 120,
    most: 8,
    most_emergencies: 1,
    emergencies: EMERGENCIES,
    words: {},
  });
  expect(urgent.search("numb tip").slice(0, 2)).toEqual([
    { at: 2, matched: "Tip", score: 100 },
    { at: 0, matched: "numb tip", score: 100 },
  ]);
  expect(urgent.search("icy arm")[0].at).toBe(1);
});
