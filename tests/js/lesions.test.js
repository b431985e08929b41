import { describe, expect, test } from "vitest";
import { Lesions } from "../../assets/lesion/lesions.js";

// A root (0), a nerve (1), a muscle (2) and two patches of skin (3, 4). A complete lesion of the nerve takes the muscle,
// three quarters of the first patch, and in some people the second. The nerve's usual lesion is intermittent.
// At one site (5) a lesion takes the nerve and all that it supplies, at another (6) the same as one of the nerve.
// A condition (7) occurs at both.
const ids = ["K1", "nerve", "muscle", "skin", "other_skin", "wide_site", "nerve_site", "condition"];
const payload = {
  ids,
  kinds: ["root", "segment", "muscle", "territory", "territory", "site", "site", "condition"],
  indexOf: new Map(ids.map((id, index) => [id, index])),
};
const data = {
  words: {},
  places: [0, 1, 5, 6],
  removed_nodes: [[0], [1], [3, 1], [1]],
  sites_of_condition: { 7: [5, 6] },
  slider_lines: [],
  lists: [[], [2], [0], [1], [4], [2, 1, 1]],
  parts: [[3, 7500, 5000, 10000]],
  edges: [[1, 2]],
  deficits: ["cannot curl", "lets go"],
  flags: ["see at once"],
  // lost, reduced, cut, thinned, edges cut, edges thinned, deficits, flags, skin that some people lose
  lesions: [
    [0, 0, 0, 0, 0, 0, 0, 0, 0],
    [1, 2, 3, 0, 2, 0, 2, 0, 4],
    [5, 0, 3, 0, 0, 0, 0, 2, 0],
  ],
  by_map: { keepers: [0, 1, 2, 1] },
  severities: { complete: [1, 1, 1], partial: [0.5, 0.2, 0.8], intermittent: [0.1, 0, 0.4] },
  usual: ["complete", "intermittent", "complete", "complete"],
  mostly: 0.5,
};
const lesions = new Lesions(/** @type {any} */ (data), /** @type {any} */ (payload));
const at = (severity) => lesions.lesionAt(1, "keepers", severity);

test("a complete lesion is what Python packed", () => {
  const lesion = at("complete");
  expect(lesion).toMatchObject({ severity: "complete", lost: [2], spared: [4], sometimes: [4], cut: [1] });
  expect([...lesion.reduced]).toEqual([[3, [0.75, 0.5, 1]]]);
  expect(lesion.couldNot).toEqual(["cannot curl"]);
  expect(lesions.amountLost(lesion, 3)).toBe("mostly");
  expect(lesions.classesOf(lesion).edges.severed).toEqual([[1, 2]]);
});

test("a partial lesion loses nothing wholly and scales the rest", () => {
  const lesion = at("partial");
  expect(lesion).toMatchObject({ lost: [], spared: [4], cut: [], thinned: [1], cutEdges: [], thinnedEdges: [0] });
  expect([...lesion.reduced]).toEqual([
    [2, [0.5, 0.2, 0.8]],
    [3, [0.375, 0.1, 0.8]],
  ]);
  expect(lesion.couldNot).toEqual([]);
  expect(lesions.amountLost(lesion, 2)).toBe("partly");
  expect(lesions.counts(lesion)).toEqual({ lost: 0, reduced: 2, spared: 1 });
});

describe("an intermittent lesion", () => {
  const lesion = at("");
  test("is the usual one at this place", () => {
    expect(lesion.severity).toBe("intermittent");
    expect(lesions.usualSeverity(1)).toBe("intermittent");
    expect(lesions.lesionAt(0, "keepers").severity).toBe("complete");
  });
  test("affects at times and marks no nerve", () => {
    expect(lesions.stateOf(lesion, 2)).toBe("at-times");
    expect(lesions.amountLost(lesion, 2)).toBe("slightly");
    expect(lesions.counts(lesion)).toEqual({ lost: 0, "at-times": 2, spared: 1 });
    expect(lesions.classesOf(lesion).edges).toEqual({});
  });
});

test.each([
  ["partial", true],
  ["awful", false],
  ["toString", false],
])("%s is a severity: %s", (text, expected) => expect(lesions.isSeverity(text)).toBe(expected));

describe("places", () => {
  test.each([
    ["nerve", 1],
    ["nerve_site", 6],
    ["muscle", undefined],
    ["nowhere", undefined],
  ])("%s is the place %s", (id, place) => expect(lesions.placeOf(id)).toBe(place));

  test("of a condition are its sites, of a node the node itself, of a muscle none", () => {
    expect(lesions.placesOf(7)).toEqual([5, 6]);
    expect(lesions.placesOf(1)).toEqual([1]);
    expect(lesions.placesOf(2)).toEqual([]);
  });

  test("where a lesion removes the same are named together, sites only", () => {
    expect(lesions.equivalentIds(1)).toEqual(["nerve", "nerve_site"]);
    expect(lesions.equivalentIds(6)).toEqual(["nerve_site"]);
    expect(lesions.equivalentIds(5)).toEqual(["wide_site"]);
  });

  test("that affect a target: sites only, the one that takes least first", () => {
    const found = (target) => lesions.sitesAffecting(target, "keepers").map(({ place }) => place);
    expect(found(2)).toEqual([6, 5]);
    expect(found(3)).toEqual([6, 5]);
    expect(found(4)).toEqual([5]);
  });
});

test("a lesion of a wide site takes all targets and has a warning", () => {
  const lesion = new Lesions(/** @type {any} */ (data), /** @type {any} */ (payload)).lesionAt(5, "keepers");
  expect(lesion).toMatchObject({ lost: [2, 3, 4], spared: [], flags: ["see at once"], couldNot: [] });
  expect([2, 3, 4].map((target) => lesions.stateOf(lesion, target))).toEqual(["lost", "lost", "lost"]);
});

test("the share that is lost, and who fares better or worse", () => {
  const [complete, partial] = [at("complete"), at("partial")];
  expect([2, 3, 4].map((target) => lesions.shareLost(complete, target))).toEqual([1, 0.75, 0]);
  expect(["lost", "reduced", "spared"]).toEqual([2, 3, 4].map((target) => lesions.stateOf(complete, target)));
  expect(lesions.changes(partial, complete)).toEqual({ back: [], gone: [2, 3] });
  expect(lesions.changes(complete, partial)).toEqual({ back: [2, 3], gone: [] });
});

test("a partial lesion marks what it thins and cuts nothing", () => {
  const { nodes, edges } = lesions.classesOf(at("partial"));
  expect(Object.fromEntries(Object.entries(nodes).map(([name, all]) => [name, [...all]]))).toEqual({
    thinned: [1],
    severed: [],
    spared: [4],
    reduced: [2, 3],
    lost: [],
  });
  expect(edges).toEqual({ thinned: [[1, 2]], severed: [] });
});
