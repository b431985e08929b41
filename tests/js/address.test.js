import { describe, expect, test } from "vitest";
import { defaultState, queryOf, readable, readQuery, withKnownIds } from "../../assets/app/address.js";

const defaults = defaultState({ map: "keepers", layer: "dermatomes", plate: "all", voice: "clinical" });

describe("reading", () => {
  test.each([
    ["", {}],
    ["?select=K1", { select: "K1" }],
    ["?select=", { select: "" }],
    ["?select=K1&select=K2", { select: "K1" }],
    ["?findings=weak:curler:3%2Cnumb:tip", { findings: "weak:curler:3,numb:tip" }],
    ["?names=latin&constructor=1&__proto__=2", {}],
    ["?select=a%20b+c", { select: "a b c" }],
  ])("%s", (query, state) => expect(readQuery(query, defaults)).toEqual(state));
});

describe("writing", () => {
  test.each([
    ["leaves out defaults", "", {}, ""],
    ["leaves out a value that is the default of the page", "?map=divers", { map: "keepers" }, ""],
    ["writes an empty value that is not the default", "", { plate: "" }, "?plate="],
    ["keeps the order of the state", "", { select: "K1", mode: "lesion" }, "?mode=lesion&select=K1"],
    ["keeps parameters that are not its own", "?names=latin&select=K2", { select: "K1" }, "?names=latin&select=K1"],
    ["keeps commas and colons readable", "", { findings: "weak:a:3,numb:b" }, "?findings=weak:a:3,numb:b"],
    ["escapes all else", "", { select: 'a&b="c"' }, "?select=a%26b%3D%22c%22"],
  ])("%s", (_, query, change, written) => {
    expect(queryOf(query, { ...defaults, ...change }, defaults)).toBe(written);
  });

  test("is undone by reading, for every key", () => {
    for (const key of Object.keys(defaults)) {
      const state = { ...defaults, [key]: "ä&=?#%2C, +" };
      expect({ ...defaults, ...readQuery(queryOf("", state, defaults), defaults) }).toEqual(state);
    }
  });
});

describe("ids whatever their case", () => {
  const known = new Map(["L5", "root_L5", "sural", "KEEPERS-1948"].map((id) => [id.toLowerCase(), id]));
  test.each([
    ["l5", "L5"],
    ["ROOT_L5", "root_L5"],
    ["keepers-1948", "KEEPERS-1948"],
    ["Sural,l5", "sural,L5"],
    ["weak:SURAL:4,clue:Fever", "weak:sural:4,clue:Fever"],
    ["unknown", "unknown"],
    ["", ""],
  ])("%s", (text, expected) => expect(withKnownIds(text, known)).toBe(expected));
});

test("a readable query is empty without parameters", () => {
  expect(readable(new URLSearchParams())).toBe("");
  expect(readable(new URLSearchParams({ pair: "a,b" }))).toBe("?pair=a,b");
});
