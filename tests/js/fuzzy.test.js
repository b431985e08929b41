import { describe, expect, test } from "vitest";
import { fold, phonetic, ratio, rounded, similarity } from "../../assets/search/fuzzy.js";

describe("fold", () => {
  test.each([
    ["Tibialis  anterior", "tibialis anterior"],
    ["Größe (GROẞ)", "grosse gross"],
    ["Näme, (old)", "name old"],
    ["L4/5", "l4 5"],
    ["⠀ – 漢", ""],
    ["ﬁbula²", "fibula2"],
  ])("%s", (text, folded) => expect(fold(text)).toBe(folded));
});

describe("phonetic", () => {
  test.each([
    ["psoas phalanx", "psoas falanks"],
    ["oedema", "edema"],
    ["gastrocnemius", "gastroknemius"],
    ["calcaneus", "kalkaneus"],
    ["back", "bak"],
    ["tibbia", "tibia"],
    ["gyrus", "girus"],
  ])("%s", (folded, sound) => expect(phonetic(folded)).toBe(sound));
});

describe("ratio", () => {
  test.each([
    ["", "", 100],
    ["a", "", 0],
    ["abc", "abc", 100],
    // "tibal" is contained in "tibial": 5 + 5 of 11 letters
    ["tibial", "tibal", (10 / 11) * 100],
    ["ab", "ba", 50],
  ])("%s %s", (a, b, expected) => {
    expect(ratio(a, b)).toBeCloseTo(expected, 10);
    expect(ratio(b, a)).toBeCloseTo(expected, 10);
  });
});

describe("similarity", () => {
  test.each([
    ["the same", "sural nerve", "sural nerve", 100],
    ["the same words in another order", "nerve sural", "sural nerve", 99],
    ["one word of two", "sural", "sural nerve", 98],
    ["one word of three", "sural", "lateral sural nerve", 97],
    // 5 letters of 6 and 6 in common, at most 89
    ["a misspelt word", "tibeal", "tibial", (10 / 12) * 100],
    ["a misspelling is never as good as a part", "ankel", "ankle", 80],
    ["nothing in common", "xyz", "ankle", 0],
  ])("%s", (_, wanted, spelling, expected) => expect(similarity(wanted, spelling)).toBeCloseTo(expected, 10));
});

describe("rounded", () => {
  test.each([
    [83.333333, 83.3],
    [87.25, 87.2],
    [87.75, 87.8],
    [99, 99],
    [66.66666, 66.7],
  ])("%d", (score, expected) => expect(rounded(score)).toBe(expected));
});
