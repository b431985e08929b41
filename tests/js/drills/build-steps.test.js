import { describe, expect, it, test } from "vitest";
import { builtPathway, choicesOf, idsOf, stepIndex, stepOf } from "../../../assets/drills/build-steps.js";

/** @type {import("../../../assets/drills/build-steps.js").RawStep} */
const JOIN = ["join", "knot", ["K1", "K2"], ["K1", "K2"], [["K2", "K3"], ["K1"], ["K3"], ["K4"], ["K5"], ["K6"]]]; // prettier-ignore
/** @type {import("../../../assets/drills/build-steps.js").RawStep} */
const NEXT = ["next", "inner", ["knot"], ["inner"], [["loop"]]];

describe("choices", () => {
  it("hold the right one and three wrong ones, whatever the seed", () => {
    const orders = new Set();
    for (let n = 0; n < 60; n++) {
      const choices = choicesOf(JOIN, String(n));
      expect(choices).toContain(stepOf(JOIN).right);
      expect(new Set(choices).size).toBe(4);
      expect(choices).not.toContain("K6"); // the least plausible
      expect(choicesOf(JOIN, String(n))).toEqual(choices);
      orders.add(choices.indexOf("K1 K2"));
    }
    expect([...orders].sort()).toEqual([0, 1, 2, 3]);
  });

  it("are fewer where there are no more", () => expect([...choicesOf(NEXT, "a")].sort()).toEqual(["inner", "loop"]));

  it("are roots and nerves", () => {
    expect(idsOf(stepOf(JOIN).right)).toEqual(["K1", "K2"]);
    expect(stepOf(NEXT)).toEqual({ kind: "next", nerve: "inner", origins: ["knot"], right: "inner" });
  });
});

test.each([["", 0], ["1", 0], ["3", 2], ["4", 3], ["9", 3], ["0", 0]])("step %j of three is number %i", (at, n) => expect(stepIndex(at, 3)).toBe(n)); // prettier-ignore

describe("what is built", () => {
  // K1 and K2 join the knot; the inner half comes from it, and ends in a muscle; K1 also gives a loop
  const ids = ["K1", "K2", "knot", "inner.base", "inner.tip", "loop", "curler"];
  const kinds = ["root", "root", "segment", "segment", "segment", "segment", "muscle"];
  const edges = [[0, 2], [1, 2], [2, 3], [3, 4], [0, 5], [4, 6]]; // prettier-ignore
  const payload = { indexOf: new Map(ids.map((id, at) => [id, at])), kinds, edges };
  const data = {
    origins: { knot: ["K1", "K2"], inner: ["knot"], loop: ["K1"] },
    segments: { knot: ["knot"], inner: ["inner.base", "inner.tip"], loop: ["loop"] },
  };

  it("is nothing before the first step", () => expect(builtPathway(payload, data, [], ["K1"])).toBeNull());

  it("has the roots, all parts of the nerves, and the edges between them", () => {
    const built = builtPathway(payload, data, ["knot", "inner"], ["inner"]);
    expect(built.nodes).toEqual([0, 1, 2, 3, 4]);
    expect(built.edges).toEqual([0, 1, 2, 3]);
    expect(built.chosen).toEqual([3, 4]);
  });

  it("marks nothing that is not built yet", () => {
    const built = builtPathway(payload, data, ["loop"], ["inner", "K2", "K1"]);
    expect([built.nodes, built.edges, built.chosen]).toEqual([[0, 5], [4], [0]]);
  });
});
