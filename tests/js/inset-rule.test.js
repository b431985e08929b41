// When a figure that is shown on request is shown: by its skin, by the reader, and in the lecture view.
import { expect, test } from "vitest";
import { CLOSED, isShown, pressedInset } from "../../assets/figures/inset-rule.js";

const ID = "view";
const state = (inset = "", theme = "") => ({ inset, theme });

test("without a word from the reader a figure appears with its skin, but not in the lecture view", () => {
  expect(isShown(ID, state(), false)).toBe(false);
  expect(isShown(ID, state(), true)).toBe(true);
  expect(isShown(ID, state("", "dark"), true)).toBe(true);
  expect(isShown(ID, state("", "projector"), true)).toBe(false);
});

test("the reader's word counts in every theme", () => {
  for (const theme of ["", "dark", "projector"])
    for (const isLit of [true, false]) {
      expect(isShown(ID, state(ID, theme), isLit)).toBe(true);
      expect(isShown(ID, state(CLOSED, theme), isLit)).toBe(false);
      expect(isShown(ID, state("another", theme), isLit)).toBe(false);
    }
});

test("pressing the button always changes what is shown, and pressing it twice changes nothing", () => {
  for (const theme of ["", "projector"])
    for (const inset of ["", ID, CLOSED])
      for (const isLit of [true, false]) {
        const before = isShown(ID, state(inset, theme), isLit);
        const once = pressedInset(ID, state(inset, theme), isLit);
        expect(isShown(ID, state(once, theme), isLit)).toBe(!before);
        const twice = pressedInset(ID, state(once, theme), isLit);
        expect(isShown(ID, state(twice, theme), isLit)).toBe(before);
      }
});

test("a figure that closes as it would without the reader leaves the address empty", () => {
  expect(pressedInset(ID, state(ID), false)).toBe("");
  expect(pressedInset(ID, state(CLOSED), true)).toBe("");
  expect(pressedInset(ID, state(), true)).toBe(CLOSED);
});
