import { describe, expect, test } from "vitest";
import { Lesions } from "../../assets/lesion/lesions.js";

// A root (0), a nerve (1), a muscle (2) and two patches of skin (3, 4). A complete lesion of the nerve takes the muscle,
// three quarters of the first patch, and in some people the second. The nerve's usual lesion is intermittent.
const payload = {
  ids: ["K1", "nerve", "muscle", "skin", "other_skin"],
  kinds: ["root", "segment", "muscle", "territory", "territory"],
  indexOf: new Map(["K1", "nerve", "muscle", "skin", "other_skin"].map((id, index) => [id, index])),
};
const data = {
  words: {},
  places: [0, 1],
  removed_nodes: [[0], [1]],
  sites_of_condition: {},
  slider_lines: [],
  lists: [[], [2], [0], [1], [4]],
  parts: [[3, 7500, 5000, 10000]],
  edges: [[1, 2]],
  deficits: ["cannot curl", "lets go"],
  flags: [],
  // lost, reduced, cut, thinned, edges cut, edges thinned, deficits, flags, skin that some people lose
  lesions: [
    [0, 0, 0, 0, 0, 0, 0, 0, 0],
    [1, 2, 3, 0, 2, 0, 2, 0, 4],
  ],
  by_map: { keepers: [0, 1] },
  severities: { complete: [1, 1, 1], partial: [0.5, 0.2, 0.8], intermittent: [0.1, 0, 0.4] },
  usual: ["complete", "intermittent"],
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
