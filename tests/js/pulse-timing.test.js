import { describe, expect, test } from "vitest";
import { Payload } from "../../assets/app/payload.js";
import { schedule, stepNumbers } from "../../assets/figures/pulse-timing.js";
import { tinyPayload } from "./tiny-limb.js";

const payload = new Payload(tinyPayload());
const k1 = payload.pathway("K1", "keepers");

describe("the schedule", () => {
  test("runs from the root to the target, one node after the other", () => {
    // four nodes that no figure draws take 260 ms each, the target 420 ms
    expect([...schedule(payload, k1, new Map())]).toEqual([
      [0, [0, 260]],
      [2, [260, 520]],
      [5, [520, 780]],
      [6, [780, 1040]],
      [7, [1040, 1460]],
    ]);
  });

  test("takes longer along a longer course, up to a limit", () => {
    const durationOf = (length) => {
      const [begin, end] = schedule(payload, k1, new Map([[0, length]])).get(0);
      return end - begin;
    };
    expect(durationOf(0)).toBe(240);
    expect(durationOf(100)).toBe(480);
    expect(durationOf(1e6)).toBe(1100);
  });

  test("starts at the locations of a site", () => {
    const ofSite = { nodes: k1.nodes, edges: k1.edges, locations: [6] };
    expect([...schedule(payload, ofSite, new Map()).keys()]).toEqual([6, 7]);
  });

  test("of two pathways starts at both, a site's at its location", () => {
    const parts = [
      { nodes: [1, 2, 4, 8], edges: [4, 5, 6], locations: [] },
      { nodes: k1.nodes, edges: k1.edges, locations: [6] },
    ];
    const both = { nodes: [0, 1, 2, 4, 5, 6, 7, 8], edges: [0, 1, 2, 3, 4, 5, 6], locations: [6], parts };
    const times = schedule(payload, both, new Map());
    // K1 leads to the site and is no start; the site waits until the pulse of K2 has come through the knot
    expect([...times.keys()]).toEqual([1, 2, 5, 4, 6, 8, 7]);
    expect(times.get(6)[0]).toBe(780);
  });

  test("reaches a node when the last node before it has ended", () => {
    // two roots that reach the knot: 0 →(240 + 24·10 = 480) and 1 →(260)
    const both = { nodes: [0, 1, 2, 5], edges: [0, 1, 4], locations: [] };
    expect(schedule(payload, both, new Map([[0, 100]])).get(2)[0]).toBe(480);
  });

  test("is shortened to six seconds", () => {
    const length = 20;
    const line = {
      edges: Array.from({ length }, (_, at) => [at, at + 1]),
    };
    const pathway = { nodes: [...Array(length + 1).keys()], edges: [...Array(length).keys()], locations: [] };
    const lengths = new Map(pathway.nodes.map((at) => [at, 1e6]));
    const ends = [...schedule(line, pathway, lengths).values()].map(([, end]) => end);
    expect(Math.max(...ends)).toBeCloseTo(6000, 6);
  });

  test("of nothing is empty", () => {
    expect(schedule(payload, { nodes: [9], edges: [], locations: [] }, new Map()).size).toBe(0);
  });
});

test("the segments of a nerve are one step", () => {
  expect([...stepNumbers(payload, k1)]).toEqual([
    [0, 1],
    [2, 2],
    [5, 3],
    [6, 3],
    [7, 4],
  ]);
});
