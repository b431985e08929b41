import { describe, expect, test } from "vitest";
import { chosen, endingWith, joined, shownPathway } from "../../assets/app/shown-with.js";
import { sharedParts } from "../../assets/together/shared-parts.js";
import { K1, tinyPayload } from "./tiny-limb.js";

// By the positions of the tiny limb: K1 runs through the knot and the inner half to the curler, K2 through the knot and
// the outer half to the skin.
const K2 = {
  id: "K2",
  at: 1,
  nodes: [1, 2, 4, 8],
  edges: [4, 5, 6],
  sources: [0, 1],
  chains: [[1, 2, 4, 8]],
  chosen: [1],
  locations: [],
};
const RING = { id: "ring", at: 9, nodes: [9], edges: [], sources: [], chains: [], chosen: [9], locations: [6] };
const pathways = { K1, K2, ring: RING };
const payload = { has: (id) => id in pathways, pathway: (id) => pathways[id] };

describe("two pathways as one", () => {
  test("have the nodes, edges and sources of both, each once and in order", () => {
    expect(joined(K2, K1)).toEqual({
      id: "K2",
      at: 1,
      nodes: [0, 1, 2, 4, 5, 6, 7, 8],
      edges: [0, 1, 2, 3, 4, 5, 6],
      sources: [0, 1],
      chains: [
        [1, 2, 4, 8],
        [0, 2, 5, 6, 7],
      ],
      chosen: [0, 1],
      locations: [],
      added: [0, 5, 6, 7],
      parts: [K2, K1],
    });
  });

  test("are located where either is", () => expect(joined(K1, RING).locations).toEqual([6]));

  test("add nothing that the first has already", () =>
    expect(joined(K1, { ...K1, id: "knot", at: 2 }).added).toEqual([]));
});

describe("what is shown", () => {
  test.each([
    ["nothing", { select: "", with: "" }, null],
    ["nothing for an unknown id", { select: "K9", with: "K1" }, null],
    ["the selection alone", { select: "K1", with: "" }, K1],
    ["the selection alone beside an unknown id", { select: "K1", with: "K9" }, K1],
    ["both", { select: "K1", with: "K2" }, joined(K1, K2)],
  ])("is %s", (_, state, expected) => expect(shownPathway(payload, { map: "", ...state })).toEqual(expected));
});

describe("a choice", () => {
  test.each([
    ["selects", "", "", "K1", false, { select: "K1" }],
    ["selects another thing", "K1", "", "K2", false, { select: "K2" }],
    ["clears what is selected", "K1", "", "K1", false, { select: "" }],
    ["of one of two leaves it alone", "K1", "K2", "K1", false, { select: "K1" }],
    ["of the other of two leaves that alone", "K1", "K2", "K2", false, { select: "K2" }],
    ["that adds to nothing selects", "", "", "K1", true, { select: "K1" }],
    ["that adds", "K1", "", "K2", true, { with: "K2" }],
    ["that adds a third thing replaces the second", "K1", "K2", "ring", true, { with: "ring" }],
    ["that adds the second thing again removes it", "K1", "K2", "K2", true, { with: "" }],
    ["that adds the selection leaves the other", "K1", "K2", "K1", true, { select: "K2" }],
    ["that adds the only selection clears it", "K1", "", "K1", true, { select: "" }],
  ])("%s", (_, select, other, id, adds, change) => expect(chosen({ select, with: other }, id, adds)).toEqual(change));
});

describe("a pair", () => {
  const state = { mode: "", select: "K1", with: "K2", theme: "" };
  const lesions = { mode: "studies", select: "", lesion: "K1", with: "K2" };
  test.each([
    ["ends with a new selection", state, { select: "ring" }, { select: "ring", with: "" }],
    ["ends when nothing is selected", state, { select: "" }, { select: "", with: "" }],
    ["ends in a mode", state, { mode: "maps" }, { mode: "maps", with: "" }],
    ["is not of the same thing twice", state, { with: "K1" }, { with: "" }],
    ["needs a selection", { ...state, select: "", with: "" }, { with: "K1" }, { with: "" }],
    ["lasts while only the look changes", state, { theme: "dark" }, { theme: "dark" }],
    ["lasts when both are named", state, { select: "K2", with: "K1" }, { select: "K2", with: "K1" }],
    ["may get another second thing", state, { with: "ring" }, { with: "ring" }],
    ["of lesions lasts in nerve studies", lesions, { days: "10" }, { days: "10" }],
    ["of lesions ends without the first", lesions, { lesion: "" }, { lesion: "", with: "" }],
    ["of lesions is not at one place", lesions, { lesion: "K2" }, { lesion: "K2", with: "" }],
    ["of lesions ends with the mode", lesions, { mode: "lesion" }, { mode: "lesion", with: "" }],
    [
      "of things is none of lesions",
      state,
      { mode: "studies", lesion: "K1" },
      { mode: "studies", lesion: "K1", with: "" },
    ],
    ["that is none needs no end", { ...state, with: "" }, { select: "ring" }, { select: "ring" }],
  ])("%s", (_, before, change, expected) => expect(endingWith(before, change)).toEqual(expected));
});

describe("what two pathways share", () => {
  const parts = (first, second) => sharedParts(tinyPayload(), first, second);

  test("is counted by kind, without the two themselves; segments count as their nerve", () => {
    expect(parts(K1, K2)).toEqual({
      both: { nerve: [2] },
      onlyFirst: { muscle: [7], nerve: [3] },
      onlySecond: { territory: [8], nerve: [4] },
    });
  });

  test("lists first what only the first has, then what only the second has", () => {
    const { onlyFirst, onlySecond } = parts(K2, K1);
    expect([onlyFirst, onlySecond]).toEqual([
      { territory: [8], nerve: [4] },
      { muscle: [7], nerve: [3] },
    ]);
  });

  test("is all but itself of a thing on the other's way", () => {
    const curler = { ...K1, id: "curler", at: 7, chosen: [7] };
    expect(parts(K1, curler)).toEqual({ both: { nerve: [2, 3] }, onlyFirst: {}, onlySecond: {} });
  });

  test("may be nothing", () => {
    const skin = { ...K2, nodes: [8], at: 8 };
    expect(parts(K1, skin).both).toEqual({});
  });

  test("does not count a nerve of which a segment is selected", () => {
    const tip = { ...K1, id: "inner.tip", at: 6, chosen: [6] };
    expect(parts(tip, K2).onlyFirst).toEqual({ root: [0], muscle: [7] });
  });
});
