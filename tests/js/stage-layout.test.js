// The sizes of the figures on the stage, the boxes that are enlarged, and the letters of the caption.
import { describe, expect, test } from "vitest";
import { largestFitting, stepCaption, tourTexts } from "../../assets/stage/caption.js";
import { boxAround, boxAt, figureWidths } from "../../assets/stage/stage-layout.js";

const GAP = 10;
const body = { width: 30, height: 100 };
const inset = { width: 50, height: 60 };

describe("figures on the stage", () => {
  test("a body alone fills the height", () => {
    expect(figureWidths([body], { width: 1000, height: 600 }, GAP)).toEqual([180]);
  });

  test("bodies too wide together fill the width", () => {
    const widths = figureWidths([body, body, body], { width: 320, height: 600 }, GAP);
    expect(widths.reduce((sum, width) => sum + width, 2 * GAP)).toBeCloseTo(320);
  });

  test("an enlarged part gets what is left, in its own proportion, and the body stays as tall", () => {
    const [part, tall] = figureWidths([inset, body], { width: 500, height: 600 }, GAP);
    expect(tall).toBe(180);
    expect(part).toBeCloseTo(500 - 180 - GAP);
  });

  test("an enlarged part stays smaller than the body, however much room there is", () => {
    const [part] = figureWidths([inset, body], { width: 9000, height: 600 }, GAP);
    expect((part * inset.height) / inset.width).toBeLessThan(600);
  });

  test("on an upright screen parts without room are left out", () => {
    expect(figureWidths([inset, body], { width: 200, height: 600 }, GAP)).toEqual([0, 180]);
  });

  test("a plate without a standing body, or with little room beside it, keeps its own layout", () => {
    expect(figureWidths([inset, { width: 60, height: 60 }], { width: 900, height: 600 }, GAP)).toBeNull();
    expect(figureWidths([], { width: 900, height: 600 }, GAP)).toBeNull();
    expect(figureWidths([body, body, body, inset], { width: 610, height: 600 }, GAP)).toBeNull();
  });
});

describe("what is enlarged", () => {
  test("holds all boxes, with the same margin on every side", () => {
    const boxes = [
      { x: 10, y: 20, width: 30, height: 40 },
      { x: 50, y: 30, width: 50, height: 90 },
    ];
    expect(boxAround(boxes, 0)).toEqual([10, 20, 90, 100]);
    expect(boxAround(boxes, 0.1)).toEqual([0, 10, 110, 120]);
  });

  test("has the point in its middle and the shape of the figure", () => {
    expect(boxAt([0, 0, 300, 900], { x: 0.5, y: 0.5 }, 3)).toEqual([100, 300, 100, 300]);
    const [x, y, width, height] = boxAt([-10, 5, 300, 900], { x: 0, y: 1 }, 3);
    expect([x + width / 2, y + height / 2]).toEqual([-10, 905]);
  });
});

describe("the caption", () => {
  test.each([13, 17, 22, 23])("takes the largest letters that fit: %i", (fitting) => {
    expect(largestFitting(13, 23, (size) => size <= fitting)).toBe(fitting);
  });

  test("takes the smallest where none fit", () => expect(largestFitting(13, 23, () => false)).toBe(13));

  const step = { title: "Title", text: "Clinical.", plain: "Plain.", ask: "Which?" };

  test("says the step in the reader's voice, and of a question nothing else", () => {
    expect(stepCaption({ asks: false, step }, "")).toEqual({ title: "Title", text: "Clinical." });
    expect(stepCaption({ asks: false, step }, "plain")).toEqual({ title: "Title", text: "Plain." });
    expect(stepCaption({ asks: true, step }, "")).toEqual({ title: "Which?", text: "" });
  });

  test("has the size that fits all texts of a tour in the reader's voice", () => {
    const steps = [step, { ...step, text: "Longer.", plain: "Shorter.", ask: "" }];
    expect(tourTexts({ steps }, "")).toEqual(["Clinical.", "Longer."]);
    expect(tourTexts({ steps }, "plain")).toEqual(["Plain.", "Shorter."]);
  });
});
