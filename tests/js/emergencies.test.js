import { describe, expect, test } from "vitest";
import { Speech, spokenWords } from "../../assets/reasoning/clauses.js";
import { Emergencies } from "../../assets/reasoning/emergencies.js";
import { EMERGENCIES } from "./tiny-matrix.js";

const emergencies = new Emergencies(EMERGENCIES);
const signsIn = (text) => [...emergencies.inText(text)].map((at) => EMERGENCIES.signs[at].id).sort();
const raised = (...texts) => emergencies.recognise(texts).map(([flag]) => EMERGENCIES.flags[flag].id);

test.each([
  ["Can't pee (38.9 °C). Füße kalt", ["cant", "pee", ",", "38", "9", "c", ",", ";", "fusse", "kalt"]],
  ["", []],
  ["漢 – ⠀", [";"]],
])("the words of %j", (text, words) => expect(spokenWords(text)).toEqual(words));

test("clauses end at full stops and breaks, their parts at commas and joining words", () => {
  const clauses = new Speech(EMERGENCIES.speech).clauses("cold, white and numb but fine. Today");
  expect(clauses.map(({ words }) => words)).toEqual([["cold", "white", "numb"], ["fine"], ["today"]]);
  expect(clauses[0].joints).toEqual(["", "comma", "and"]);
});

describe("signs in", () => {
  test.each([
    ["brisk jerks", ["jerks"]],
    ["jerks", ["jerks"]], // the id
    ["the arm is icy", ["icy"]],
    ["arms cold", ["icy"]], // a short word matches its plural
    ["army cold", []],
    ["cold, pale arm", ["icy", "pale"]],
    ["cold hands now that it is winter here and the arm", []], // too far apart
    ["no brisk jerks", []],
    ["no brisk jerks but a cold arm", ["icy"]],
    ["no brisk jerks, cold arm", ["icy"]],
    ["no cold arm, pale arm or brisk jerks", []],
    ["no brisk jerks and a numb tip today", ["numb_tip"]],
    ["denies brisk jerks and pale arm", []],
    ["arm not cold", []],
    ["brisk jerks absent", []],
    ["pale arm and brisk jerks absent", []],
    ["no feeling in the tip", ["numb_tip"]],
    ["no loss of feeling in the tip", []],
    ["no trouble, cannot feel the tip", ["numb_tip"]],
    ["no, he cannot feel the tip", ["numb_tip"]],
    ["no cold arm since the brisk jerks", ["jerks"]],
    ["cold back of the arm", ["icy"]],
    ["pale arm years ago", []], // a sign that can be over
    ["pale arm, healed", []],
    ["pale arm in 2010", []],
    ["pale arm since 2010", ["pale"]],
    ["pale arm again, years ago", ["pale"]],
    ["pale arm again years ago", ["pale"]],
    ["pale arm in former months", []], // what goes on counts only beside it
    ["pale arm again in former months", ["pale"]],
    ["cold arm years ago", ["icy"]], // one that cannot
    ["freezing arm", ["icy"]], // a word of the same meaning
    ["pale arm with brisk jerks absent", ["pale"]],
    ["arm soft, no pale skin", []], // the place stated, the thing denied
    ["no pale skin, no arm", []], // denied by both together
  ])("%j", (text, ids) => expect(signsIn(text)).toEqual(ids));
});

describe("a rule", () => {
  test("is met when all its signs are there, in one text or several", () => {
    expect(raised("cold arm")).toEqual([]);
    expect(raised("cold pale arm")).toEqual(["arm"]);
    expect(raised("pale arm", "cold arm")).toEqual(["arm"]);
  });

  test("is not met when a sign explains it otherwise", () => {
    expect(raised("cold pale arm", "for years")).toEqual([]);
  });

  test("the most urgent comes first", () => {
    expect(raised("cold pale arm", "brisk jerks")).toEqual(["cord", "arm"]);
  });
});

test("a search brings what the words mean, then what they hint at", () => {
  expect(emergencies.namedIn("icy arm")).toEqual([0, 2]);
  expect(emergencies.namedIn("numb tip, icy arm")).toEqual([1, 0, 2]);
  expect(emergencies.namedIn("moon")).toEqual([]);
});
