// A hand-made bundle for localisation: three focal sites and one outside the graph, two muscles, skin and a reflex.
//
//            bend   hold   tip    snap    (targets; shares in hundredths)
//   inner     100      0    100      0
//   outer       0    100      0    100
//   knot      100    100    100    100
//   cord      outside the graph
export const COSTING = {
  stray: { weak: 0.1, numb: 0.1, reduced_reflex: 0.1, pain: 0.5 },
  telling: { normal: 0.9, intact: 0.8, normal_reflex: 0.9 },
  need: [0.9, 0.9, 0.7, 0.5, 0.3],
  need_ungraded: 0.4,
  fuller: 0.2,
  beyond: 0.1,
  pair: 3,
  patchy: 0.5,
  clue: { weak: 0.5, strong: 3 },
  denied: 0.5,
  softened: 0.5,
  slight: 0.6,
};

const site = (id, place, taken, more = {}) => ({
  id,
  key: `on ${id}`,
  name: id.toUpperCase(),
  place,
  standing: "focal",
  patchy: false,
  mass: taken.length / 2,
  fixed: 0,
  taken,
  ...more,
});
const clue = (id, phrases, more = {}) => ({
  id,
  name: id.replace("_", " "),
  phrases,
  strength: "strong",
  softens: [],
  seen_in: [],
  red_flag: "",
  fits: [],
  ...more,
});

export const tinyMatrix = (more = {}) => ({
  costing: COSTING,
  explains: 0.15,
  predicts: 0.5,
  off: 0.02,
  paired: 4,
  shown: 3,
  indistinct: 0.1,
  leading: 3,
  within: 2,
  worth: 0.1,
  sureness: { muscle: 1, territory: 0.5, reflex: 0.8 },
  ease: [null, null, null, null],
  targets: ["bend", "hold", "tip", "snap"],
  names: ["Bender", "Holder", "Tip skin", "Snap reflex"],
  known: ["", "", "", ""],
  tests: ["curl", "pull", "", "tap"],
  roots: ["K1", "K2", "K1", "K2"],
  rivals: {},
  kinds: [
    ["muscle", 2],
    ["territory", 1],
    ["reflex", 1],
  ],
  profile: [0, 1, 0, 1], // every site takes bend with tip, and hold with snap
  sites: [
    site("inner", 2, [0, 10000, 2, 10000]),
    site("outer", 3, [1, 10000, 3, 10000]),
    site("knot", 1, [0, 10000, 1, 10000, 2, 10000, 3, 10000]),
    site("cord", 4, [], { standing: "off-graph" }),
  ],
  partners: [[1], [0], [], []],
  clues: [
    clue("cord_signs", ["brisk jerks"], { red_flag: "Ask for help.", fits: [3, 1] }),
    clue("tight_ring", ["narrow ring", "ring", "arm"], { fits: [0, 1, 1, -1] }),
    clue("swollen_ring", ["swollen narrow ring"], { strength: "weak", fits: [0, 1] }),
    clue("lost_tip", ["lost tip"], { strength: "weak", seen_in: ["tip"], red_flag: "Look at once." }),
  ],
  denials: ["no", "without"],
  words: {},
  examples: [],
  ...more,
});

export const findings = (signs, more = {}) => ({ signs, grades: {}, clues: [], unrecognised: [], ...more });
