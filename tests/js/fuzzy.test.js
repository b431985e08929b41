import { describe, expect, test } from "vitest";
import { fold, phonetic, slips, slipsAllowed } from "../../assets/search/fuzzy.js";

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
    ["psoas phalanx", "soas falanks"],
    ["oedema", "edema"],
    ["gastrocnemius", "gastroknemius"],
    ["calcaneus", "kalkaneus"],
    ["back", "bak"],
    ["tibbia", "tibia"],
    ["gyrus", "girus"],
    ["quadriceps", "kwadrikeps"],
    ["psoaz", "soas"],
  ])("%s", (folded, sound) => expect(phonetic(folded)).toBe(sound));
});

describe("slips", () => {
  test.each([
    ["the same", "tibial", "tibial", 0],
    ["a letter too few", "tibal", "tibial", 1],
    ["a letter too many", "tibiial", "tibial", 1],
    ["two letters swapped", "ankel", "ankle", 1],
    ["a wrong vowel", "tibeal", "tibial", 1],
    ["a wrong vowel in a short word", "calf", "culf", 2],
    ["a wrong consonant counts twice", "sural", "sural".replace("r", "l"), 2],
    ["two slips", "gastoknemus", "gastroknemius", 2],
    ["more slips than looked for", "carpal", "tarsal", null],
    ["another first letter", "gout", "out", null],
    ["a word that is short for a mistake", "helo", "hel", null],
  ])("%s", (_, word, other, count) => expect(slips(word, other, 2)).toBe(count));
});

test.each([
  ["ab", 0],
  ["abc", 1],
  ["l45", 0],
  ["gastrocne", 1],
  ["gastrocnem", 2],
])("%s may have %d slips", (word, count) => expect(slipsAllowed(word)).toBe(count));
