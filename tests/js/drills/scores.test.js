import { describe, expect, it } from "vitest";
import { Places } from "../../../assets/body-charts/places.js";
import { dermatome, fits, voteKind, votes } from "../../../assets/drills/map-fit.js";
import { ELSEWHERE, paintedSkin } from "../../../assets/drills/painted-skin.js";
import { dice, scoreOf, verdicts } from "../../../assets/drills/scores.js";
import { randomNumber } from "../../../assets/quiz/seeded-random.js";

const PLACES = new Places([{ size: [1, 1], outline: "", folds: "", patches: [["shin", ""], ["toe", ""]] }]); // prettier-ignore
// places: outside, beyond, shin right and left, toe right and left

describe("painted skin", () => {
  it("counts a patch once: as large as where it is seen best, painted as far as where most of it is", () => {
    const body = { weight: 4, all: [0, 50, 100, 100, 5, 5], painted: [0, 0, 50, 0, 0, 0] };
    const foot = { weight: 0.25, all: [0, 0, 0, 0, 200, 0], painted: [0, 0, 0, 0, 150, 0] };
    const skin = paintedSkin([body, foot], PLACES);
    expect(skin.get("shin")).toEqual({ size: 400, share: 0.5 });
    expect(skin.get("toe")).toEqual({ size: 50, share: 0.75 }); // 20 on the chart of the body
    expect(skin.has(ELSEWHERE)).toBe(false);
  });

  it("takes the left leg like the right one, and skin that is no patch as it is", () => {
    const chart = { weight: 2, all: [0, 30, 10, 10, 10, 10], painted: [0, 6, 0, 10, 0, 0] };
    const skin = paintedSkin([chart], PLACES);
    expect([...skin]).toEqual([["shin", { size: 20, share: 1 }], ["toe", { size: 20, share: 0 }], [ELSEWHERE, { size: 12, share: 1 }]]); // prettier-ignore
    expect(paintedSkin([], PLACES).get("shin")).toEqual({ size: 0, share: 0 });
  });
});

const skinOf = (/** @type {Record<string, [number, number]>} */ patches) =>
  new Map(Object.entries(patches).map(([id, [size, share]]) => [id, { size, share }]));

describe("a score", () => {
  // painted: 60 of 100 on the shin, all 20 of the toe, 20 of 50 on the sole
  const skin = skinOf({ shin: [100, 0.6], toe: [20, 1], sole: [50, 0.4], calf: [80, 0] });

  it("is counted by area", () => {
    // right: 60 of the 100 that are painted; found: 60 of 180; Dice: 2 · 60 / (100 + 180)
    const score = scoreOf(skin, { patches: ["shin", "calf"], unjudged: [] });
    expect(score.right).toBeCloseTo(0.6, 12);
    expect(score.found).toBeCloseTo(60 / 180, 12);
    expect(score.dice).toBeCloseTo(120 / 280, 12);
  });

  it("leaves out what is not judged", () => {
    // without the toe 80 are painted: 60 right; found 60 of 100; Dice 120 / 180
    const score = scoreOf(skin, { patches: ["shin"], unjudged: ["toe"] });
    expect(score.right).toBeCloseTo(0.75, 12);
    expect(score.dice).toBeCloseTo(120 / 180, 12);
  });

  it("is that of a partly painted patch, of nothing, and of nothing to paint", () => {
    const empty = skinOf({ shin: [100, 0] });
    expect(scoreOf(empty, { patches: ["shin"], unjudged: [] })).toEqual({ right: null, found: 0, dice: 0 });
    expect(scoreOf(skinOf({ shin: [100, 1] }), { patches: [], unjudged: [] })).toEqual({
      right: 0,
      found: null,
      dice: 0,
    });
    expect(scoreOf(empty, { patches: [], unjudged: [] }).dice).toBeNull();
  });

  it("counts paint beside all patches as wrong", () => {
    const beside = skinOf({ shin: [30, 1], [ELSEWHERE]: [10, 1] });
    expect(scoreOf(beside, { patches: ["shin"], unjudged: [] })).toEqual({ right: 0.75, found: 1, dice: 60 / 70 });
  });

  it("has a word for each patch that is painted or should be", () => {
    const all = skinOf({ a: [1, 0.9], b: [1, 0.89], c: [1, 0.09], d: [1, 0.1], e: [1, 0.09], f: [1, 1], [ELSEWHERE]: [1, 1] }); // prettier-ignore
    expect(verdicts(all, { patches: ["a", "b", "c"], unjudged: ["f"] })).toEqual([
      ["a", "right"],
      ["b", "partly"],
      ["c", "missed"],
      ["d", "wrong"],
    ]);
  });
});

describe("properties", () => {
  const IDS = ["a", "b", "c", "d", "e", "f"];
  const chance = (/** @type {any[]} */ ...key) => randomNumber(...key) / 2 ** 32;
  const areas = (/** @type {any[]} */ ...key) =>
    new Map(IDS.map((id) => [id, chance("is", id, ...key) < 0.5 ? 0 : 1 + 99 * chance("size", id, ...key)]));
  const cases = Array.from({ length: 200 }, (_, n) => n);

  it("Dice is the same both ways, from 0 to 1, and 1 for the same", () => {
    for (const n of cases) {
      const [one, other] = [areas("one", n), areas("other", n)];
      const found = dice(one, other);
      expect(found).toBe(dice(other, one));
      if (found !== null) expect(found >= 0 && found <= 1).toBe(true);
      if ([...one.values()].some(Boolean)) expect(dice(one, one)).toBe(1);
    }
  });

  it("a drawing of exactly the target scores 1, one beside it 0, and more right skin never scores less", () => {
    for (const n of cases) {
      const target = { patches: IDS.filter((id) => chance("target", id, n) < 0.5), unjudged: [] };
      const size = (/** @type {string} */ id) => 1 + 99 * chance("size", id, n);
      const draw = (/** @type {(id: string) => number} */ share) => skinOf(Object.fromEntries(IDS.map((id) => [id, [size(id), share(id)]]))); // prettier-ignore
      if (!target.patches.length || target.patches.length === IDS.length) continue;
      const isWanted = (/** @type {string} */ id) => target.patches.includes(id);
      expect(
        scoreOf(
          draw((id) => Number(isWanted(id))),
          target,
        ),
      ).toEqual({ right: 1, found: 1, dice: 1 });
      expect(
        scoreOf(
          draw((id) => Number(!isWanted(id))),
          target,
        ),
      ).toEqual({ right: 0, found: 0, dice: 0 });
      const some = draw((id) => chance("share", id, n));
      const [grown] = target.patches;
      const more = new Map(some).set(grown, { size: size(grown), share: 1 });
      expect(scoreOf(more, target).dice).toBeGreaterThanOrEqual(scoreOf(some, target).dice);
    }
  });
});

describe("maps", () => {
  /** @type {import("../../../assets/drills/map-fit.js").Dermatomes} */
  const maps = {
    tally: { shin: ["L5"], toe: ["L5"], calf: ["S1"], sole: ["S1"] },
    old: { shin: ["L4", "L5"], toe: ["L4"], calf: ["L5"], sole: [] },
    point: { toe: ["L5"] },
    none: { shin: ["L4"] },
  };
  const skin = skinOf({ shin: [60, 1], toe: [10, 1], calf: [30, 0], sole: [20, 0] });

  it("draw a root on some patches, and say nothing of others", () => {
    expect(dermatome(maps.old, "L5", skin.keys())).toEqual({ patches: ["shin", "calf"], unjudged: [] });
    expect(dermatome(maps.point, "L5", skin.keys())).toEqual({ patches: ["toe"], unjudged: ["shin", "calf", "sole"] });
  });

  it("come in the order of how well they fit; one that says too little comes last", () => {
    // old: painted 70, wanted 90, shared 60; point says something of 10 of the 70; none does not draw L5
    expect(fits(skin, "L5", maps)).toEqual({
      ranked: [
        { map: "tally", dice: 1 },
        { map: "old", dice: 120 / 160 },
        { map: "point", dice: null },
      ],
      unranked: [],
    });
    const { ranked } = fits(skinOf({ shin: [60, 0], toe: [10, 0] }), "L5", maps);
    expect(ranked.map(({ dice }) => dice)).toEqual([null, null, null]);
  });

  it("have no rank where nobody has read them, however well they fit", () => {
    const found = fits(skin, "L5", maps, ["tally", "point", "none"]);
    expect(found.ranked.map(({ map }) => map)).toEqual(["old"]);
    expect(found.unranked.map(({ map }) => map)).toEqual(["tally", "point"]); // none does not draw L5
    expect(fits(skin, "L5", maps, Object.keys(maps)).ranked).toEqual([]);
  });

  it("vote on a patch, without the one that sums them up", () => {
    expect(votes("L5", "shin", maps, "tally")).toEqual({ named: 1, of: 2 });
    expect(votes("L5", "toe", maps, "tally")).toEqual({ named: 1, of: 2 });
    expect(votes("L5", "sole", maps, "tally")).toEqual({ named: 0, of: 1 });
  });

  it.each([
    [0, 0, "silent"],
    [0, 1, "only.not"],
    [1, 1, "only"],
    [0, 4, "none"],
    [3, 4, "some"],
    [4, 4, "all"],
  ])("of which %i of %i give a patch to a root have a sentence of their own", (named, of, kind) =>
    expect(voteKind({ named, of })).toBe(kind),
  );
});
