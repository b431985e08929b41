import { describe, expect, test } from "vitest";
import { ranked as rankedWithCost } from "../../assets/reasoning/candidates.js";
import { combinationsIn } from "../../assets/reasoning/combinations.js";
import { Localiser } from "../../assets/reasoning/localise.js";
import { Matrix } from "../../assets/reasoning/matrix.js";
import { findings, tinyMatrix } from "./tiny-matrix.js";

const ranked = (...given) => rankedWithCost(...given).candidates;
const matrix = new Matrix(tinyMatrix());
const localiser = new Localiser(matrix);
const keys = (found) => localiser.localise(found).candidates.map(({ site_key }) => site_key);
const INNER = [
  ["weak", "bend"],
  ["numb", "tip"],
];
const OUTER = [["weak", "hold"]];

describe("candidates", () => {
  test("nothing found has none", () => {
    const answer = {
      red_flags: [],
      unrecognised: [],
      candidates: [],
      next_examination: null,
      fits: false,
      leading: [],
    };
    expect(localiser.localise(findings([]))).toEqual(answer);
  });

  test("the site that takes what is found and nothing else comes first", () => {
    expect(keys(findings(INNER))[0]).toBe("on inner");
    expect(keys(findings(OUTER))[0]).toBe("on outer");
    expect(keys(findings([...INNER, ["weak", "hold"]]))[0]).toBe("on knot");
  });

  test("a normal target speaks against a site that takes it", () => {
    const [first, ...others] = localiser.localise(findings([...INNER, ["normal", "hold"]])).candidates;
    expect(first).toMatchObject({ site_key: "on inner", contradicted: [] });
    expect(others.find(({ site_key }) => site_key === "on knot").contradicted).toEqual(["hold"]);
  });

  test("a cost is the sum over findings, of what was not examined, and of the site itself", () => {
    const { sites } = tinyMatrix();
    const [own] = ranked(new Matrix(tinyMatrix({ sites: [{ ...sites[1], fixed: 0.25 }] })), findings(OUTER), []);
    // holding is taken whole, which costs nothing; it counts for √½ of the two targets that the site takes
    expect(own.total).toBeCloseTo(0.1 * (2 - Math.SQRT1_2) + 0.25, 12);
    expect(own.findingCost).toBeCloseTo(0, 12);
    expect(own.explained).toEqual(["hold"]);
  });

  test("a site that explains nothing is none, and normal findings alone have none", () => {
    expect(ranked(matrix, findings(OUTER), []).map((one) => one.sites[0].id)).not.toContain("inner");
    expect(ranked(matrix, findings([["normal", "bend"]]), [])).toEqual([]);
  });

  test("what was examined costs a site nothing beyond", () => {
    const [own] = ranked(matrix, findings([["weak", "bend"]]), []);
    // bend is one of a group of two, so it counts for √½ of the two targets that the site takes
    expect(own.total).toBeCloseTo(0.1 * (2 - Math.SQRT1_2), 12);
  });

  test("a site whose lesion is seldom complete is held to less", () => {
    const { sites } = tinyMatrix();
    const partly = [sites[2], { ...sites[2], id: "spots", key: "on spots", expected: 0.5 }];
    const two = new Matrix(tinyMatrix({ sites: partly, partners: [[], []], clues: [] }));
    const signs = [
      ["weak", "hold"],
      ["normal", "bend"],
    ];
    const [first, second] = ranked(two, findings(signs), []);
    expect(first.sites[0].id).toBe("spots");
    // −ln(1 − 0.9 × 0.5) against −ln(1 − 0.9)
    expect(first.findingCost).toBeCloseTo(-Math.log(0.55), 12);
    expect(second.findingCost).toBeCloseTo(-Math.log(0.1), 12);
  });

  test("a site that seldom leaves a deficit pays for one, but not for pain", () => {
    const { sites } = tinyMatrix();
    const one = new Matrix(tinyMatrix({ sites: [{ ...sites[0], deficit: 2 }], partners: [[]], clues: [] }));
    const [lost] = ranked(one, findings([["numb", "tip"]]), []);
    const [sore] = ranked(one, findings([["pain", "tip"]]), []);
    expect(lost.total - lost.findingCost).toBeGreaterThan(2);
    expect(sore.total - sore.findingCost).toBeLessThan(2);
  });

  test("normal feeling in skin of one nerve alone speaks louder", () => {
    const signs = [
      ["weak", "bend"],
      ["intact", "tip"],
    ];
    const costOf = (autonomous) => {
      const skin = new Matrix(tinyMatrix({ autonomous }));
      return ranked(skin, findings(signs), []).find(({ sites }) => sites[0].id === "inner").findingCost;
    };
    expect(costOf([])).toBeCloseTo(-Math.log(0.2), 12);
    expect(costOf([2])).toBeCloseTo(-Math.log(0.05), 12);
  });

  test("two sites are tried where one is not enough", () => {
    const { sites } = tinyMatrix();
    const two = new Matrix(tinyMatrix({ sites: sites.slice(0, 2), partners: [[1], [0]], clues: [] }));
    const signs = [...INNER, ["weak", "hold"], ["reduced_reflex", "snap"]];
    const all = new Localiser(two).localise(findings(signs)).candidates;
    expect(all[0]).toMatchObject({
      site: "INNER + OUTER",
      site_key: "on inner + on outer",
      explained: ["bend", "tip", "hold", "snap"],
      unexplained: [],
    });
  });

  test("sites that may not pair are no candidate", () => {
    const { sites } = tinyMatrix();
    const apart = new Matrix(tinyMatrix({ sites: sites.slice(0, 2), partners: [[], []], clues: [] }));
    const all = ranked(apart, findings([...INNER, ...OUTER]), []);
    expect(all.map((one) => one.sites.length)).toEqual([1, 1]);
  });

  test("equal costs are in the order of places", () => {
    const [inner] = tinyMatrix().sites;
    const sites = ["z", "a"].map((id, at) => ({ ...inner, id, key: id, place: 2 - at }));
    const equal = new Matrix(tinyMatrix({ sites, partners: [[], []], clues: [] }));
    expect(ranked(equal, findings(INNER), []).map((one) => one.sites[0].id)).toEqual(["a", "z"]);
  });
});

describe("clues", () => {
  test("a site outside the graph is a candidate only if a clue points to it", () => {
    expect(keys(findings(INNER))).not.toContain("on cord");
    expect(keys(findings(INNER, { clues: ["brisk jerks"] }))).toContain("on cord");
  });

  test("speak for one site and against another", () => {
    const { candidates } = localiser.localise(findings([["weak", "hold"]], { clues: ["narrow ring"] }));
    const of = (key) => candidates.find(({ site_key }) => site_key === key);
    expect(of("on inner").explained).toContain("narrow ring");
    expect(of("on outer").contradicted).toContain("narrow ring");
  });

  test("that are denied count against, and explain nothing", () => {
    const all = localiser.localise(findings(INNER, { clues: ["no narrow ring"] })).candidates;
    const [inner] = all.filter(({ site_key }) => site_key === "on inner");
    expect([...inner.explained, ...inner.contradicted]).not.toContain("no narrow ring");
  });

  test("that nobody knows are listed once", () => {
    const found = findings([], { clues: ["moonlight", "moonlight"], unrecognised: ["stars"] });
    expect(localiser.localise(found).unrecognised).toEqual(["stars", "moonlight"]);
  });
});

describe("red flags", () => {
  test("come from words", () => {
    const { red_flags: flags } = localiser.localise(findings([], { clues: ["brisk jerks"] }));
    const text = "Ask for help.";
    expect(flags).toEqual([{ id: "cord", urgency: "now", clue: "brisk jerks", name: "Cord", says: text, text }]);
  });

  test("come from deficits that are such a clue", () => {
    const { red_flags: flags } = localiser.localise(findings([["numb", "tip"]]));
    expect(flags).toMatchObject([{ id: "tip", clue: "tip" }]);
  });

  test("come from findings that could not be resolved", () => {
    const { red_flags: flags } = localiser.localise(findings([], { said: ["numb tip"] }));
    expect(flags).toMatchObject([{ id: "tip" }]);
  });

  test("do not come from what is denied or intact", () => {
    const found = findings([["intact", "tip"]], { clues: ["no brisk jerks"] });
    expect(localiser.localise(found).red_flags).toEqual([]);
  });
});

describe("the next examination", () => {
  test("is one on which the leading candidates differ", () => {
    // inner and knot explain it alike; the holder, a muscle, is surer than the reflex
    const { next_examination: next } = localiser.localise(findings(INNER));
    expect(next).toMatchObject({ id: "hold", name: "Holder", kind: "muscle", how: "pull" });
    expect(next.expected).toMatchObject({ "on inner": 0, "on knot": 1 });
  });

  test("is not one that was made", () => {
    const { next_examination: next } = localiser.localise(findings([...INNER, ["normal", "hold"]]));
    expect(next?.id).not.toBe("hold");
  });

  test("prefers what is easy to examine", () => {
    const easy = new Localiser(new Matrix(tinyMatrix({ ease: [null, 0.5, null, 1] })));
    expect(easy.localise(findings(INNER)).next_examination.id).toBe("snap");
  });
});

test("what a site would also take is predicted unless it was examined", () => {
  const { candidates } = localiser.localise(findings(OUTER));
  expect(candidates[0]).toMatchObject({ site_key: "on outer", would_also_predict: ["snap"] });
});

test("candidates with the same verdicts and costs are alike", () => {
  const [inner] = tinyMatrix().sites;
  const sites = ["a", "b"].map((id, at) => ({ ...inner, id, key: id, place: at }));
  const twins = new Localiser(new Matrix(tinyMatrix({ sites, partners: [[], []], clues: [] })));
  expect(twins.localise(findings(INNER)).candidates.map(({ alike }) => alike)).toEqual([["b"], ["a"]]);
});

describe("variants of the anatomy", () => {
  // in people with a loop, inner takes hold instead of the skin of the tip
  const loop = {
    id: "loop",
    text: "Loop (9 % in one study)",
    cost: 0.5,
    touches: [1, 2],
    sites: [[0, 1, [0, 10000, 1, 10000]]],
  };
  const withLoop = (more = {}) => new Localiser(new Matrix(tinyMatrix({ variants: [{ ...loop, ...more }] })));
  const HOLD_TOO = findings([
    ["weak", "bend"],
    ["weak", "hold"],
    ["intact", "tip"],
    ["normal_reflex", "snap"],
  ]);

  test("a site explains more in a person who has one, and says so", () => {
    const { candidates, leading } = withLoop().localise(HOLD_TOO);
    expect(candidates[0]).toMatchObject({ site_key: "on inner", variant: "loop", unexplained: [], contradicted: [] });
    expect(leading[0].variant.text).toBe(loop.text);
    expect(candidates.filter(({ site_key }) => site_key === "on inner")).toHaveLength(1);
  });

  test("the cost of the variant is added", () => {
    const [own] = ranked(withLoop().matrix, HOLD_TOO, []);
    // two targets are explained and cost nothing; the other two are not lost and cost nothing; nothing is unexamined
    expect(own.knownCost).toBeCloseTo(0.5, 12);
  });

  test.each([
    ["that is too rare", { cost: 100 }, HOLD_TOO],
    ["that supplies none of the targets found", { touches: [3] }, findings(INNER)],
  ])("one %s explains nothing", (_, more, found) => {
    expect(
      withLoop(more)
        .localise(found)
        .candidates.map(({ variant }) => variant),
    ).toEqual(
      withLoop(more)
        .localise(found)
        .candidates.map(() => null),
    );
  });
});

describe("combinations", () => {
  const row = { id: "pair", name: "both together", clues: [], signs: [], targets: [], without: [], strength: "strong" };
  const pointing = (more) =>
    new Localiser(new Matrix(tinyMatrix({ combinations: [{ ...row, fits: [3, 1], ...more }] })));
  const hasCord = (more, found) =>
    pointing(more)
      .localise(found)
      .candidates.some(({ site_key: key }) => key === "on cord");
  const weakAndIntact = findings([
    ["weak", "bend"],
    ["intact", "tip"],
  ]);

  test("need all their signs, in one of their targets", () => {
    expect(hasCord({ signs: ["weak", "intact"] }, weakAndIntact)).toBe(true);
    expect(hasCord({ signs: ["weak", "pain"] }, weakAndIntact)).toBe(false);
    expect(hasCord({ signs: ["weak"], targets: ["hold"] }, weakAndIntact)).toBe(false);
    expect(hasCord({ signs: ["weak"], targets: ["bend"] }, weakAndIntact)).toBe(true);
  });

  test("that say the same of the same findings count once", () => {
    const rows = (...says) =>
      says.map((number) => ({ ...row, targets: ["bend"], signs: ["weak"], says: number, fits: [3, 1] }));
    const costOf = (combinations) => {
      const twice = new Matrix(tinyMatrix({ combinations }));
      const met = combinationsIn(twice.combinations, weakAndIntact, []);
      return ranked(twice, weakAndIntact, met).find(({ sites: [site] }) => site.id === "cord").findingCost;
    };
    expect(costOf(rows(0, 0))).toBe(costOf(rows(0)));
    expect(costOf(rows(0, 1))).toBeLessThan(costOf(rows(0)));
  });

  test("are broken by a sign that must not be found", () => {
    expect(hasCord({ signs: ["weak"], without: ["intact"] }, weakAndIntact)).toBe(false);
  });

  test("need their clues, and not denied", () => {
    const told = (clues) => findings(INNER, { clues });
    expect(hasCord({ clues: ["tight_ring"] }, told(["narrow ring"]))).toBe(true);
    expect(hasCord({ clues: ["tight_ring"] }, told(["no narrow ring"]))).toBe(false);
    expect(hasCord({ clues: ["tight_ring"] }, told([]))).toBe(false);
  });

  test("are named among what a site explains", () => {
    const [cord] = pointing({ signs: ["weak", "intact"] })
      .localise(weakAndIntact)
      .candidates.filter(({ site_key: key }) => key === "on cord");
    expect(cord.explained).toEqual(["both together"]);
  });
});

describe("a cause off the nerves", () => {
  test("counts all findings of one sign as one observation", () => {
    const found = findings([...INNER, ...OUTER], { clues: ["brisk jerks"] });
    const clues = [{ text: "brisk jerks", row: matrix.clues[0], denied: false }];
    const cord = ranked(matrix, found, clues).find(({ sites }) => sites[0].id === "cord");
    // a share of 0.02: two weak muscles at 1/√2 each, and numb skin; less 3 for the clue
    const each = -Math.log(0.1 + 0.9 * 0.02);
    expect(cord.findingCost).toBeCloseTo(each * (Math.SQRT2 + 1) - 3, 12);
  });

  test("does not explain a kind that it spares", () => {
    const { sites } = tinyMatrix();
    const sparing = sites.map((site) => (site.id === "cord" ? { ...site, spares: ["territory"] } : site));
    const clues = [{ text: "brisk jerks", row: matrix.clues[0], denied: false }];
    const found = findings([["numb", "tip"]]);
    const all = ranked(new Matrix(tinyMatrix({ sites: sparing })), found, clues);
    const cord = all.find(({ sites: [site] }) => site.id === "cord");
    expect(cord.findingCost).toBeCloseTo(Math.log(10) - 3, 12);
    expect(cord.unexplained).toEqual(["tip"]);
  });

  test("explains what it does not spare, and contradicts nothing", () => {
    const clues = [{ text: "brisk jerks", row: matrix.clues[0], denied: false }];
    const cord = ranked(
      new Matrix(tinyMatrix({ off: [0.5, 0.2] })),
      findings([...INNER, ["normal", "hold"]]),
      clues,
    ).find(({ sites }) => sites[0].id === "cord");
    const { explained, unexplained, contradicted } = cord;
    expect({ explained, unexplained, contradicted }).toMatchObject({ unexplained: [], contradicted: [] });
    expect(explained).toEqual(expect.arrayContaining(["bend", "tip"]));
  });
});

describe("an answer", () => {
  test("fits if the best candidate explains enough", () => {
    expect(localiser.localise(findings(INNER)).fits).toBe(true);
    const mixed = findings([
      ["weak", "bend"],
      ["normal", "bend"],
      ["intact", "tip"],
    ]);
    const answer = localiser.localise(mixed);
    expect(answer.fits).toBe(false);
    expect(answer.candidates.length).toBeLessThanOrEqual(2);
  });
});
