// A hand-made payload of the invented limb in tests/tiny_limb, as far as tests need it.
//
// K1 runs through the knot to the inner half (two segments), K2 through the knot to the outer half.
// Positions: 0 K1, 1 K2, 2 knot, 3 inner, 4 outer, 5 inner.base, 6 inner.tip, 7 curler, 8 lower_skin, 9 ring.
export const tinyPayload = () => ({
  ids: ["K1", "K2", "knot", "inner", "outer", "inner.base", "inner.tip", "curler", "lower_skin", "ring"],
  names: ["K1", "K2", "Knot", "Inner half", "Outer half", "Base", "Tip", "Curler", "Lower skin", "Narrow ring"],
  kinds: ["root", "root", "nerve", "nerve", "nerve", "segment", "segment", "muscle", "territory", "site"],
  source_count: 2,
  maps: { keepers: "Keeper's map", divers: "Diver's map" },
  nerve_of: { 5: 3, 6: 3 },
  whole: { 3: [5, 6] },
  locations: { 9: [6] },
  // K1→knot, knot→inner.base, inner.base→inner.tip, inner.tip→curler, K2→knot, knot→outer, outer→lower_skin
  edges: [
    [0, 2],
    [2, 5],
    [5, 6],
    [6, 7],
    [1, 2],
    [2, 4],
    [4, 8],
  ],
  lists: [
    [0, 2, 3, 1, 1], // 0: nodes 0 2 5 6 7
    [0, 1, 1, 1], // 1: edges 0 1 2 3
    [0], // 2: source 0
    [0, 2, 5, 6, 7], // 3: a chain
    [3], // 4: the chains of K1
    [0, 1], // 5: sources 0 1
    [], // 6: nothing
    [9], // 7: node 9
  ],
  pathways: [
    [0, 1, 2, 4],
    [0, 1, 5, 4],
    [7, 6, 6, 6],
  ],
  by_map: {
    keepers: [0, 2, 2, 0, 2, 0, 0, 0, 2, 2],
    divers: [1, 2, 2, 0, 2, 0, 0, 0, 2, 2],
  },
});

/** The pathway of K1 on the map of the keepers, worked out by hand. */
export const K1 = {
  id: "K1",
  at: 0,
  nodes: [0, 2, 5, 6, 7],
  edges: [0, 1, 2, 3],
  sources: [0],
  chains: [[0, 2, 5, 6, 7]],
  chosen: [0],
  locations: [],
};
