// What is shown of the body, in the address.
import { describe, expect, test } from "vitest";
import { layersFrom, layersText } from "../../../assets/solid/layers-text.js";

const SLIDERS = {
  skin: { usual: 20, most: 100 },
  muscles: { usual: 100, most: 100 },
  peel: { usual: 0, most: 60 },
  cut: { usual: 1300, most: 1300 },
};
const USUAL = { skin: 20, muscles: 100, peel: 0, cut: 1300 };

describe("read", () => {
  test.each([
    ["", USUAL, false],
    ["muscles:0", { ...USUAL, muscles: 0 }, false],
    ["skin:100,cut:450,only", { ...USUAL, skin: 100, cut: 450 }, true],
    [" peel : 12 , only ", USUAL, true], // a blank before the colon names nothing
    ["peel:12 , only ", { ...USUAL, peel: 12 }, true],
    ["peel:900,skin:-4", { ...USUAL, peel: 60, skin: 0 }, false],
    ["peel:,skin:much,bones:3,:,", USUAL, false],
    ["skin:Infinity,muscles:NaN", USUAL, false],
  ])("%s", (text, values, isIsolated) => expect(layersFrom(text, SLIDERS)).toEqual({ values, isIsolated }));
});

describe("written", () => {
  test("nothing, as long as all is as usual", () =>
    expect(layersText({ values: USUAL, isIsolated: false }, SLIDERS)).toBe(""));
  test("what differs, in the order of the sliders", () =>
    expect(layersText({ values: { ...USUAL, cut: 450, skin: 0 }, isIsolated: true }, SLIDERS)).toBe(
      "skin:0,cut:450,only",
    ));
  test("and read again", () => {
    for (const text of ["skin:0,peel:60", "muscles:35,cut:1,only", "only"])
      expect(layersText(layersFrom(text, SLIDERS), SLIDERS)).toBe(text);
  });
});
