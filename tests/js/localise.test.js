import { describe, expect, test } from "vitest";
import { ranked } from "../../assets/reasoning/candidates.js";
import { Localiser } from "../../assets/reasoning/localise.js";
import { Matrix } from "../../assets/reasoning/matrix.js";
import { findings, tinyMatrix } from "./tiny-matrix.js";

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
    const answer = { red_flags: [], unrecognised: [], candidates: [], next_examination: null, leading: [] };
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
    const [own] = ranked(new Matrix(tinyMatrix({ sites: [{ ...sites[0], fixed: 0.25 }] })), findings(OUTER), []);
    // weakness without a share: −ln 0.1; two targets not examined: 2 × 0.1
    expect(own.total).toBeCloseTo(Math.log(10) + 0.2 + 0.25, 12);
    expect(own.findingCost).toBeCloseTo(Math.log(10), 12);
    expect(own.unexplained).toEqual(["hold"]);
  });

  test("what was examined costs a site nothing beyond", () => {
    const [own] = ranked(matrix, findings([["weak", "bend"]]), []);
    // bend is one of a group of two, so it counts for √½ of the two targets that the site takes
    expect(own.total).toBeCloseTo(0.1 * (2 - Math.SQRT1_2), 12);
  });

  test("a patchy site is held to less", () => {
    const [inner] = tinyMatrix().sites;
    const sites = [inner, { ...inner, id: "spots", key: "on spots", patchy: true }];
    const two = new Matrix(tinyMatrix({ sites, partners: [[], []], clues: [] }));
    const [first, second] = ranked(two, findings([["normal", "bend"]]), []);
    expect(first.sites[0].id).toBe("spots");
    // −0.6 ln(1 − 0.9 × 0.5) against −0.6 ln(1 − 0.9), which only the slight weight of normal power softens
    expect(first.findingCost).toBeCloseTo(-0.6 * Math.log(0.55), 12);
    expect(second.findingCost).toBeCloseTo(-0.6 * Math.log(0.1), 12);
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
