import { describe, expect, test } from "vitest";
import { Findings, parseFindings, STATES, targetFinder } from "../../assets/reasoning/findings.js";
import { Matrix } from "../../assets/reasoning/matrix.js";
import { tinyMatrix } from "./tiny-matrix.js";

const findTarget = targetFinder(new Matrix(tinyMatrix()));
const parse = (text) => parseFindings(text, findTarget);

describe("targets are found", () => {
  test.each([
    ["muscle", "bend", "bend"],
    ["muscle", "BENDER", "bend"],
    ["territory", "tip-skin", "tip"],
    ["territory", "bend", undefined],
    ["reflex", "", undefined],
  ])("%s %j", (kind, name, id) => expect(findTarget(kind, name)).toBe(id));
});

describe("reading", () => {
  test.each([
    ["", []],
    ["weak:bend", [{ sign: "weak", id: "bend" }]],
    ["weak:bend:3", [{ sign: "weak", id: "bend", grade: 3 }]],
    ["weak:bend:4+", [{ sign: "weak", id: "bend", grade: 4 }]],
    ["weak:bend:0", [{ sign: "weak", id: "bend", grade: 0 }]],
    // the highest grade is no weakness
    ["weak:bend:5", [{ sign: "normal", id: "bend" }]],
    ["weak:bend:", [{ sign: "weak", id: "bend" }]],
    ["reflex:snap:reduced", [{ sign: "reduced_reflex", id: "snap" }]],
    ["reflex:snap:normal", [{ sign: "normal_reflex", id: "snap" }]],
    ["clue:brisk jerks", [{ sign: "found", id: "brisk_jerks" }]],
    ["clue:no_ring", [{ sign: "denied", id: "ring" }]],
    [
      " numb : tip , pain:tip ",
      [
        { sign: "numb", id: "tip" },
        { sign: "pain", id: "tip" },
      ],
    ],
    // the same finding twice is one
    ["numb:tip,numb:Tip skin", [{ sign: "numb", id: "tip" }]],
  ])("%j", (text, all) => expect(parse(text)).toEqual({ findings: new Findings(all), wrong: [] }));

  test.each([
    ["weak", "form"],
    ["moon:bend", "form"],
    ["reflex:snap", "form"],
    ["reflex:snap:gone", "form"],
    ["clue:", "form"],
    ["weak:nose", "muscle"],
    ["numb:bend", "territory"],
    ["reflex:bend:normal", "reflex"],
    ["weak:bend:6", "grade"],
    ["weak:bend:-1", "grade"],
    ["weak:bend:much", "grade"],
  ])("%j has a wrong %s", (text, problem) =>
    expect(parse(text)).toEqual({ findings: new Findings(), wrong: [[text, problem]] }),
  );

  test("keeps the first of two findings that exclude each other", () => {
    const { findings, wrong } = parse("numb:tip,intact:tip");
    expect(findings.all).toEqual([{ sign: "numb", id: "tip" }]);
    expect(wrong).toEqual([["intact:tip", "twice"]]);
  });

  test("takes 200", () => {
    const { findings, wrong } = parse(Array.from({ length: 200 }, (_, n) => `clue:c${n}`).join(","));
    expect([findings.all.length, wrong]).toEqual([200, []]);
  });

  test("stops after 200", () => {
    const { findings, wrong } = parse(Array.from({ length: 201 }, (_, n) => `clue:c${n}`).join(","));
    expect(findings.all).toHaveLength(200);
    expect(wrong).toEqual([["200", "many"]]);
  });
});

describe("findings", () => {
  test("are written as they are read", () => {
    const text = "weak:bend:3,weak:hold,numb:tip,pain:tip,reflex:snap:reduced,clue:ring,clue:no_jerks";
    expect(parse(text).findings.toText()).toBe(text);
  });

  test("are given to localisation", () => {
    expect(parse("weak:bend:3,reflex:snap:normal,pain:tip,clue:ring,clue:no_jerks").findings.plain()).toEqual({
      signs: [
        ["weak", "bend"],
        ["normal_reflex", "snap"],
        ["pain", "tip"],
      ],
      grades: { bend: 3 },
      clues: ["ring", "no_jerks"],
      unrecognised: [],
    });
  });

  test.each(Object.keys(STATES))("a press on a %s goes through its states and then to none", (kind) => {
    let now = new Findings();
    for (const state of STATES[kind]) {
      now = now.cycled("it", kind);
      expect(now.all.map(({ sign }) => sign)).toEqual([state]);
    }
    expect(now.cycled("it", kind).all).toEqual([]);
  });

  test("pain is found in addition to numbness", () => {
    const both = new Findings().with("tip", "numb").with("tip", "pain");
    expect(both.toText()).toBe("numb:tip,pain:tip");
    expect(both.with("tip", "intact").toText()).toBe("intact:tip,pain:tip");
    expect(both.without("tip", "pain").toText()).toBe("numb:tip");
    expect(both.without("tip").toText()).toBe("pain:tip");
    expect(both.of("tip", "pain").sign).toBe("pain");
  });

  test("do not change", () => {
    const before = new Findings([{ id: "bend", sign: "weak" }]);
    before.with("bend", "normal");
    before.without("bend");
    before.cycled("bend", "muscle");
    before.emptied();
    expect(before.toText()).toBe("weak:bend");
  });
});
