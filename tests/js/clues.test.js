import { describe, expect, test } from "vitest";
import { Clues, foldedWords } from "../../assets/reasoning/clues.js";
import { tinyMatrix } from "./tiny-matrix.js";

const { clues: rows, denials, clue_words: words } = tinyMatrix();
const clues = new Clues(rows, denials, words, "no_");
const matched = (text) => clues.match(text).map(({ row, denied }) => (denied ? `no ${row.id}` : row.id));

test.each([
  ["Näme (old), L4/5", ["name", "old", "l4", "5"]],
  ["", []],
  ["漢 – ⠀", []],
])("the words of %j", (text, words) => expect(foldedWords(text)).toEqual(words));

describe("a text means", () => {
  test.each([
    ["", []],
    ["nothing known", []],
    ["cord_signs", ["cord_signs"]],
    ["Cord signs!", ["cord_signs"]],
    ["brisk jerks", ["cord_signs"]],
    ["jerks, brisk", ["cord_signs"]],
    // a stem of more than three letters matches longer words
    ["the ring is tight", ["tight_ring"]],
    ["briskly jerks", ["cord_signs"]],
    ["rings", ["tight_ring"]],
    ["arm", ["tight_ring"]],
    // a short stem matches a plural, but no other word
    ["arms", ["tight_ring"]],
    ["army", []],
    // another word can stand for one of a phrase
    ["strait ring and brisk jerks", ["cord_signs", "tight_ring"]],
    ["swollen tighter ring", ["swollen_ring"]],
    // a name matches whole words only
    ["old knots", ["site knot"]],
    ["older knot", []],
    // one word is not enough for a phrase of two
    ["brisk", []],
    ["narrow ring and brisk jerks", ["cord_signs", "tight_ring"]],
  ])("%j", (text, ids) => expect(matched(text).sort()).toEqual(ids));

  test("only the phrase that uses more of its words", () => {
    expect(matched("a swollen narrow ring")).toEqual(["swollen_ring"]);
  });

  test.each([
    ["no brisk jerks", ["no cord_signs"]],
    ["ring without swelling", ["no tight_ring"]],
    ["brisk jerks nowhere", ["cord_signs"]],
    // only in its own part of the text
    ["brisk jerks, without swelling", ["cord_signs"]],
    ["brisk jerks (absent in sleep)", ["cord_signs"]],
    ["no swelling but brisk jerks", ["cord_signs"]],
    // but a list with "or" is denied as a whole
    ["no swelling, rash or brisk jerks", ["no cord_signs"]],
    ["no swelling, rash, brisk jerks", ["cord_signs"]],
    // a loss is not a denial
    ["narrow ring and absent jerk", ["tight_ring"]],
    ["narrow ring absent", ["no tight_ring"]],
    ["ring no longer narrow", ["tight_ring"]],
  ])("a denial: %j", (text, ids) => expect(matched(text)).toEqual(ids));

  test("nothing that comes after 24 words", () => {
    expect(matched(`${"x ".repeat(22)}brisk jerks`)).toEqual(["cord_signs"]);
    expect(matched(`${"x ".repeat(23)}brisk jerks`)).toEqual([]);
  });
});
