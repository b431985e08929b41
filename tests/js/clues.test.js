import { describe, expect, test } from "vitest";
import { Clues, foldedWords } from "../../assets/reasoning/clues.js";
import { tinyMatrix } from "./tiny-matrix.js";

const { clues: rows, denials } = tinyMatrix();
const clues = new Clues(rows, denials);
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
    ["arms", []],
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
  ])("a denial: %j", (text, ids) => expect(matched(text)).toEqual(ids));

  test("nothing that comes after 24 words", () => {
    expect(matched(`${"x ".repeat(22)}brisk jerks`)).toEqual(["cord_signs"]);
    expect(matched(`${"x ".repeat(23)}brisk jerks`)).toEqual([]);
  });
});
