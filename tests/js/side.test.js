import { expect, test } from "vitest";
import { defaultState, queryOf, readQuery } from "../../assets/app/address.js";
import { isMirrored, knownSide, onSide } from "../../assets/app/side.js";

const defaults = defaultState({ map: "keepers", layer: "dermatomes", plate: "all", voice: "clinical" });

test("an address without a side means the right one, which is never written", () => {
  expect(defaults.side).toBe("right");
  expect(queryOf("?side=left&select=K1", { ...defaults, select: "K1" }, defaults)).toBe("?select=K1");
  expect(queryOf("", { ...defaults, side: "left" }, defaults)).toBe("?side=left");
  expect(readQuery("?side=left", defaults)).toEqual({ side: "left" });
});

test.each([
  ["right", true, false],
  ["left", true, true],
  ["both", false, false],
  ["", false, false],
])("the side %j", (side, isKnown, isTurned) => {
  expect(knownSide(side)).toBe(isKnown);
  expect(isMirrored(side)).toBe(isTurned);
});

test.each([
  ["The {right|left} foot", "The right foot", "The left foot"],
  ["{Rechtes|Linkes} Bein von {rechts|links}", "Rechtes Bein von rechts", "Linkes Bein von links"],
  ["{n} roots", "{n} roots", "{n} roots"],
])("%s", (text, right, left) => {
  expect(["right", "left"].map((side) => onSide(text, side))).toEqual([right, left]);
});
