import { describe, expect, test } from "vitest";
import { CanonicalWords, stems } from "../../assets/search/canonical-words.js";

const words = new CanonicalWords(
  [
    ["outer", "lateral", "outer side", "side"],
    ["big toe", "hallux", "great toe"],
  ],
  ["the", "of", "left side"],
);

test.each([
  ["l4 l5 discs", ["l4", "5", "disc"]],
  ["l5 s1", ["l5", "s1"]],
  ["branches reflexes", ["branch", "reflex"]],
  ["plexus brevis cross s", ["plexus", "brevis", "cross", "s"]],
  ["", []],
])("the stems of %j", (text, expected) => expect(stems(text)).toEqual(expected));

describe("canonical words", () => {
  test.each([
    ["the outer side of the foot", ["outer", "foot"]],
    ["lateral foot", ["outer", "foot"]],
    ["left side of the foot", ["foot"]],
    ["hallux", ["big", "toe"]],
    ["great toes", ["big", "toe"]],
    ["great trochanter", ["great", "trochanter"]],
    ["lateral outer", ["outer"]],
    ["of the", ["of", "the"]],
    ["", []],
  ])("%j", (text, expected) => expect(words.of(text)).toEqual(expected));
});
