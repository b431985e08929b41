// A hand-made bundle for localisation: three focal sites and one outside the graph, two muscles, skin and a reflex.
//
//            bend   hold   tip    snap    (targets; shares in hundredths)
//   inner     100      0    100      0
//   outer       0    100      0    100
//   knot      100    100    100    100
//   cord      outside the graph
export const PARAMETERS = {
  false_positive: { weak: 0.1, numb: 0.1, reduced_reflex: 0.1, pain: 0.5 },
  sensitivity: { normal: 0.9, intact: 0.8, autonomous: 0.95, normal_reflex: 0.9 },
  required_share_by_grade: [0.9, 0.9, 0.7, 0.5, 0.3],
  required_share: 0.4,
  completeness_weight: 0.2,
  unexamined_loss_cost: 0.1,
  second_lesion_cost: 3,
  clue_weight: { weak: 0.5, strong: 3 },
  denied_clue_factor: 0.5,
  denied_clue_limit: 1.5,
  softened_factor: 0.5,
  normal_motor_factor: 0.6,
};

const sign = (id, phrases, more = {}) => ({
  ...{ id, name: id, phrases: [id, ...phrases] },
  ...{ found_in: [], search: [], own: true, past: false, ...more },
});

// Signs: brisk jerks or a numb tip alone, an icy and pale arm together, unless it is old.
export const EMERGENCIES = {
  flags: [
    { id: "cord", urgency: "now", name: "Cord", text: "Ask for help." },
    { id: "tip", urgency: "now", name: "Tip", text: "Look at once." },
    { id: "arm", urgency: "soon", name: "Arm", text: "Look today." },
  ],
  signs: [
    sign("jerks", ["brisk jerks", "cord signs"], { search: [0] }),
    sign("numb_tip", ["numb tip", "no feel tip", "cannot feel tip"], { found_in: ["numb:tip"] }),
    sign("icy", ["cold/icy arm"], { search: [2, 0] }),
    sign("pale", ["pale/white arm"], { past: true }),
    sign("old", ["for years"]),
  ],
  rules: [
    [2, [2, 3], [4]],
    [0, [0], []],
    [1, [1], []],
  ],
  speech: {
    denies: ["not"],
    denies_list: ["no", "without", "denies"],
    denies_before: ["normal", "absent"],
    negative: ["cannot"],
    and: ["and"],
    or: ["or"],
    breaks: ["but"],
    affirms: ["has"],
    ends_denial: ["since"],
    losses: ["loss", "trouble"],
    ignored: ["back of"],
    over: ["years ago", "healed", "former months"],
    goes_on: ["again", "months"],
    same: ["cold/freezing"],
    with: ["with"],
  },
  past_years: [1920, 2024],
  short_word: 3,
  max_gap: 5,
};

const site = (id, place, shareLost, more = {}) => ({
  id,
  key: `on ${id}`,
  name: id.toUpperCase(),
  place,
  standing: "focal",
  expected: 1,
  deficit: 0,
  below_roots: true,
  spares: [],
  hurts: [],
  further: [],
  mass: shareLost.length / 2,
  fixed: 0,
  share_lost: shareLost,
  ...more,
});
const clue = (id, phrases, more = {}) => ({
  id,
  name: id.replace("_", " "),
  phrases,
  strength: "strong",
  softens: [],
  whole: false,
  fits: [],
  ...more,
});

export const tinyMatrix = (more = {}) => ({
  parameters: PARAMETERS,
  explains: 0.15,
  predicts: 0.5,
  off: [0.02, 0.01],
  hurting: 0.5,
  nearest: 2,
  fitting: [0.35, 1.5],
  autonomous: [],
  combinations: [],
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
  profile: [0, 1, 0, 1], // every site affects bend with tip, and hold with snap
  sites: [
    site("inner", 2, [0, 10000, 2, 10000]),
    site("outer", 3, [1, 10000, 3, 10000]),
    site("knot", 1, [0, 10000, 1, 10000, 2, 10000, 3, 10000]),
    site("cord", 4, [], { standing: "off-graph" }),
  ],
  variants: [],
  hardly: [],
  partners: [[1], [0], [], []],
  clues: [
    clue("cord_signs", ["brisk jerks"], { fits: [3, 1] }),
    clue("tight_ring", ["narrow ring", "ring", "arm"], { fits: [0, 1, 1, -1] }),
    clue("site knot", ["old knot"], { whole: true, fits: [2, 1] }),
    clue("swollen_ring", ["swollen narrow ring"], { strength: "weak", fits: [0, 1] }),
  ],
  denials: {
    negations: ["no", "without", "absent"],
    lists: ["no", "without"],
    ends: ["or"],
    breaks: ["but"],
    lost: ["absent"],
    measured: ["jerk"],
    fails: ["not", "no"],
    failed: ["longer"],
    longest: 24,
  },
  clue_words: [["narrow", ["tight", "strait"]]],
  emergencies: EMERGENCIES,
  words: {},
  examples: [],
  ...more,
});

export const findings = (signs, more = {}) => ({ signs, grades: {}, clues: [], unrecognised: [], ...more });
