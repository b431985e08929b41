import { describe, expect, test } from "vitest";
import { SearchIndex } from "../../assets/search/search-index.js";
import { EMERGENCIES } from "./tiny-matrix.js";

// Four nodes, and behind them a page and an everyday word.
const WHOLE = 99;
// There are no emergencies.
const { speech, short_word, max_gap } = EMERGENCIES;
const none = { flags: [], signs: [], rules: [], speech, short_word, max_gap };
const RAW = {
  spelled: [
    ["curler 1", 0, "curler_1", WHOLE],
    ["curler", 0, "Curler"],
    ["bender", 0, "bender"],
    ["long nerve", 1, "Long nerve"],
    ["lower skin", 2, "Lower skin"],
    ["upper skin", 3, "Upper skin"],
    ["whole skin", 3, "whole skin", 0],
    ["whole skin", 2, "whole skin", 1],
    ["compare", 4, "Compare"],
    ["long arm", 5, "long arm"],
  ],
  described: [
    [0, "curls and holds the wing"],
    [2, "Along the wing, the long nerve meets the outer side of every wall, door, roof, floor and gate"],
  ],
  pages: [
    ["page", "Compare", "", { mode: "apart" }],
    ["word", "long arm", "the whole limb", null],
  ],
  where: ["Arm", "Knot", "Tip", "Tip"],
  equivalents: [["lower", "under"]],
  ignored: ["the"],
  optional: ["area"],
  common: ["skin"],
  elsewhere: ["bander"],
  points: {
    exact: 100,
    contained: 99,
    inexact: 89,
    described: 59,
    min_score: 60,
    max_further: 9,
    incomplete: 2,
    by_ear: 1,
    slip: 6,
    absent: 3,
    min_prefix: 3,
    rare_share: 0.4,
    min_described: 2,
    max_dilution: 5,
    resolved: 97,
    named: 98,
    whole: WHOLE,
    page_penalty: 10,
    nearest: 3,
    longest: 21,
  },
  most: 3,
  most_emergencies: 3,
  emergencies: none,
  words: {},
};
const index = new SearchIndex(RAW);
const found = (text) => index.search(text).map(({ at, matched, score }) => [at, matched, score]);
const near = (text) => index.near(text).map(({ at }) => at);

describe("searching", () => {
  test.each([
    ["nothing", "", []],
    ["no words", " – ", []],
    ["a name", "Curler", [[0, "Curler", 100]]],
    ["a synonym", "bender", [[0, "bender", 100]]],
    ["an id as a whole", "curler_1", [[0, "curler_1", 100]]],
    ["noise", "qqqq", []],
    ["a word that is nowhere", "long qqqq", []],
    ["a misspelling", "bendr", [[0, "bender", 83]]],
    ["a word of another region", "bander", []],
    ["what sounds alike", "kurler", [[0, "Curler", 88]]],
    ["the beginning of a word", "cur", [[0, "Curler", 87]]],
    ["an equivalent word", "the under skin", [[2, "Lower skin", 99]]],
    ["an optional word", "curler area", [[0, "Curler", 86]]],
    ["a page", "compare", [[4, "Compare", 100]]],
    ["a description", "holds the wing", [[0, "curls and holds the wing", 57]]],
    ["one word of a description", "wing", []],
    ["too few words of a long description", "wing wall", []],
  ])("finds %s", (_, text, matches) => expect(found(text)).toEqual(matches));

  test("subtracts the penalty of a page from an inexact match", () => {
    expect(found("long")).toEqual([
      [1, "Long nerve", 98],
      [5, "long arm", 88],
    ]);
    expect(found("long arm")[0]).toEqual([5, "long arm", 100]);
  });

  test("lists the things that an expression means in its order", () => {
    expect(found("whole skin").map(([at]) => at)).toEqual([3, 2]);
  });

  test("reads no more letters than the longest name", () => {
    expect(found("curler area area area qqqq")).toEqual([[0, "Curler", 86]]);
  });
});

test("a text that is far too long finds nothing, and says why", () => {
  const long = new SearchIndex({ ...RAW, points: { ...RAW.points, longest_query: 30 } });
  expect([long.search("curler area area area area")[0].at, long.isTooLong("curler area area area area")]).toEqual([
    0,
    false,
  ]);
  const text = "curler area area area area area area";
  expect([long.search(text), long.near(text), long.isTooLong(text)]).toEqual([[], [], true]);
});

describe("near", () => {
  test.each([
    ["a rare word in common", "curler qqqq", [0]],
    ["a common word in common", "red skin", []],
    ["less than half of the words", "curler qqqq zzzz", []],
    ["nothing", "qqqq", []],
  ])("%s", (_, text, ats) => expect(near(text)).toEqual(ats));
});

test("the emergencies that a text means come first, once", () => {
  const urgent = new SearchIndex({
    ...RAW,
    spelled: [
      ["curler", 0, "Curler"],
      ["cord", 1, "Cord"],
      ["tip", 2, "Tip"],
      ["arm", 3, "Arm"],
      ["numb tip", 0, "numb tip"],
    ],
    described: [],
    pages: EMERGENCIES.flags.map(({ name, text }) => ["emergency", name, text, {}]),
    where: ["Arm"],
    most_emergencies: 1,
    emergencies: EMERGENCIES,
  });
  const first = urgent.search("numb tip").map(({ at, matched, score }) => ({ at, matched, score }));
  expect(first.slice(0, 2)).toEqual([
    { at: 2, matched: "Tip", score: 100 },
    { at: 0, matched: "numb tip", score: 100 },
  ]);
  expect(urgent.search("icy arm")[0].at).toBe(1);
});
