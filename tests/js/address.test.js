import { describe, expect, test } from "vitest";
import { defaultState, queryOf, readable, readQuery, withKnownIds } from "../../assets/app/address.js";
import { leavingMode } from "../../assets/app/mode-parameters.js";

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

describe("leaving a mode", () => {
  const QUIZ = "mode=quiz&seed=3&level=1&asked=region&length=20&n=3";
  test.each([
    // what only the mode that is left reads
    [QUIZ, { mode: "" }, ""],
    [QUIZ, { mode: "apart" }, "?mode=apart"],
    ["mode=apart&pair=K1,K2", { mode: "conditions" }, "?mode=conditions"],
    ["mode=apart&pair=K1,K2", { mode: "quiz" }, "?mode=quiz"],
    ["mode=lesion&lesion=inner&severity=partial", { mode: "" }, ""],
    ["mode=lesion&lesion=inner", { mode: "cases" }, "?mode=cases"],
    ["mode=cases&findings=weak:curler&lesion=inner,outer", { mode: "lesion" }, "?mode=lesion"],
    ["mode=cases&case=first,revealed", { mode: "tours" }, "?mode=tours"],
    ["mode=maps&maps=keepers,divers", { mode: "article" }, "?mode=article"],
    ["mode=article&part=knot", { mode: "sources" }, "?mode=sources"],
    ["mode=quiz&seed=3&n=2", { mode: "drills" }, "?mode=drills"],
    ["mode=drills&seed=3&part=paint:K1", { mode: "quiz" }, "?mode=quiz"],
    // what another mode reads came with an old address
    ["pair=K1,K2&maps=keepers,divers", { mode: "apart" }, "?mode=apart&pair=K1,K2"],
    ["lesion=inner", { mode: "lesion" }, "?mode=lesion&lesion=inner"],
    ["seed=3&n=2&lesion=inner", { mode: "quiz" }, "?mode=quiz&seed=3&n=2"],
    // the plate of a question, and the plate that the reader chose before any
    [`${QUIZ}&plate=foot`, { mode: "" }, ""],
    ["mode=quiz&plate=foot", { mode: "" }, "?plate=foot"],
    ["mode=lesion&plate=foot", { mode: "" }, "?plate=foot"],
    // what the next mode does not offer
    ["layer=nerves&show=bones", { mode: "apart" }, "?mode=apart&show=bones"],
    ["layer=nerves&show=bones", { mode: "sources" }, "?mode=sources&show=bones"],
    ["layer=nerves&show=bones", { mode: "conditions" }, "?mode=conditions&layer=nerves&show=bones"],
    // what all modes read
    ["mode=apart&pair=K1,K2&select=K1&map=divers", { mode: "" }, "?select=K1&map=divers"],
    ["mode=tours&tour=knot&step=2", { mode: "", select: "K1" }, "?select=K1&tour=knot&step=2"],
    // what the change itself names
    ["mode=cases&lesion=inner,outer", { mode: "lesion", lesion: "inner" }, "?mode=lesion&lesion=inner"],
    ["select=K1", { mode: "article", part: "knot", layer: "nerves" }, "?mode=article&select=K1&layer=nerves&part=knot"],
    // no change of mode
    ["mode=apart&pair=K1,K2&layer=nerves", { select: "K1" }, "?mode=apart&select=K1&layer=nerves&pair=K1,K2"],
    ["mode=lesion&lesion=inner", { mode: "lesion", severity: "partial" }, "?mode=lesion&lesion=inner&severity=partial"],
  ])("%s, then %o", (query, change, written) => {
    const state = { ...defaults, ...readQuery(query, defaults) };
    const next = { ...state, ...leavingMode(state, change, defaults) };
    expect(queryOf("", next, defaults)).toBe(written);
  });

  test("every parameter that a mode reads is one of the address", () => {
    const state = Object.fromEntries(Object.keys(defaults).map((key) => [key, "set"]));
    const ended = leavingMode(state, { mode: "" }, defaults);
    for (const key of Object.keys(ended)) expect(Object.keys(defaults)).toContain(key);
  });
});
