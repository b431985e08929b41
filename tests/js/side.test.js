import { describe, expect, test } from "vitest";
import { defaultState, queryOf, readQuery } from "../../assets/app/address.js";
import { isMirrored, knownSide, onSide } from "../../assets/app/side.js";
import { mirroredCamera } from "../../assets/solid/camera.js";
import { mirrored } from "../../assets/solid/mesh.js";
import { patchAlong } from "../../assets/solid/picking.js";

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

describe("the model of the other side", () => {
  // one triangle whose outer side is to the front, at x from 1 to 3
  const limb = {
    bounds: [
      [1, 3],
      [0, 2],
      [0, 1],
    ],
    patches: [
      {
        id: "tip_skin",
        name: "Tip",
        points: [
          [1, 3, 1],
          [0, 0, 2],
          [0, 0, 0],
        ],
        faces: [[0, 1, 2]],
      },
    ],
    bones: [],
    nerves: [
      {
        id: "loop",
        points: [
          [1, 2],
          [0, 1],
          [0, 0],
        ],
      },
    ],
    sites: [{ id: "ring", at: [2, 1, 0] }],
    views: [{ id: "front", eye: [0.5, 0, 1], up: [0.1, 1, 0], at: [2, 1, 0], reach: 2 }],
  };
  const towards = (x, y) => ({ from: [x, y, 5], direction: [0, 0, -1], metresPerPixel: () => 0.01 });

  test("is picked at the mirrored place, from outside", () => {
    const other = mirrored(limb);
    expect(patchAlong(towards(1.5, 0.5), limb.patches).id).toBe("tip_skin");
    expect(patchAlong(towards(-1.5, 0.5), other.patches).id).toBe("tip_skin");
    expect(patchAlong(towards(1.5, 0.5), other.patches).id).toBe(null);
  });

  test("has everything at the mirrored place, and bounds in ascending order", () => {
    const { bounds, nerves, sites, views } = mirrored(limb);
    expect(bounds).toEqual([
      [-3, -1],
      [0, 2],
      [0, 1],
    ]);
    expect(nerves[0].points[0]).toEqual([-1, -2]);
    expect(sites[0].at).toEqual([-2, 1, 0]);
    expect(views[0]).toEqual({ id: "front", eye: [-0.5, 0, 1], up: [-0.1, 1, 0], at: [-2, 1, 0], reach: 2 });
  });

  test("twice mirrored is the limb itself", () => {
    expect(mirrored(mirrored(limb))).toEqual(limb);
  });

  test("is seen by a camera on the other side", () => {
    const camera = { eye: { x: 1, y: 2, z: 3 }, center: { x: 4, y: 5, z: 6 }, up: { x: 7, y: 8, z: 9 } };
    expect(mirroredCamera(camera)).toEqual({
      eye: { x: -1, y: 2, z: 3 },
      center: { x: -4, y: 5, z: 6 },
      up: { x: -7, y: 8, z: 9 },
    });
  });
});
