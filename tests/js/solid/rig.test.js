// The rig that moves the body: which joint holds what, and where that goes.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { weightsOfLayer } from "../../../assets/solid/skin-weights.js";
import { unpackCourses, unpackLayer } from "../../../assets/solid/mesh-data.js";
import { anglesAt, applyAngles, poseFrom, poseText } from "../../../assets/solid/pose.js";
import { Rig } from "../../../assets/solid/rig.js";

const STANDING = {};
const STEPS = 6; // bones of a joint
/** Bone → the joint that carries it, and how far: worked out by hand from anatomy. */
const CARRIED = {
  hip_bone: ["", 0],
  sacrum: ["", 0],
  femur: ["hip", 1],
  patella: ["knee", 0.5],
  tibia: ["knee", 1],
  fibula: ["knee", 1],
  talus: ["ankle", 1],
  calcaneus: ["ankle", 1],
  navicular: ["ankle", 1],
  cuboid: ["ankle", 1],
  metatarsal_1: ["ankle", 1],
  metatarsal_5: ["ankle", 1],
  proximal_phalanx_1: ["toes", 1],
  proximal_phalanx_5: ["toes", 1],
  distal_phalanx_3: ["toes", 1],
  L5_vertebra: ["spine_S1", 1],
  L4_vertebra: ["spine_L5", 1],
  L1_vertebra: ["spine_L2", 1],
  T10_vertebra: ["spine_T11", 1],
};

let mesh;
let rig;
let skin;
let bones;

beforeAll(() => {
  mesh = JSON.parse(readFileSync(new URL("../../../data/figures/solid.json", import.meta.url), "utf-8"));
  [skin, bones] = ["skin", "bones"].map((name) =>
    unpackLayer(
      mesh.layers.find((one) => one.name === name),
      mesh.unit,
    ),
  );
});

const fresh = () => (rig = new Rig(mesh.joints, mesh.unit));
const jointAt = (id) => rig.joints.get(id).at;
const moved = (angles, point, isOther = false) => {
  fresh();
  applyAngles(rig, angles, isOther);
  return rig.placed(point);
};
const near = (a, b, digits = 4) => a.forEach((value, axis) => expect(value).toBeCloseTo(b[axis], digits));
const far = (a, b) => Math.hypot(...a.map((value, axis) => value - b[axis]));

describe("what carries what", () => {
  test.each(Object.entries(CARRIED))("%s", (id, [joint, share]) => {
    fresh();
    const weights = weightsOfLayer(bones, rig);
    let start = 0;
    for (const part of bones.parts) {
      if (part.id === id) {
        const first = joint ? rig.joints.get(joint).first + share * STEPS - 1 : 0;
        for (const at of [start, start + part.points - 1]) {
          expect([...weights.bones.slice(4 * at, 4 * at + 1)]).toEqual([first]);
          expect([...weights.shares.slice(4 * at, 4 * at + 2)]).toEqual([255, 0]);
        }
        return;
      }
      start += part.points;
    }
    throw new Error(`no bone ${id}`);
  });

  test("the middle of the trunk moves with neither hip, so that both sides still meet", () => {
    fresh();
    for (let n = 0; n < skin.points.length; n += 3) {
      const [x, y, z] = skin.points.slice(n, n + 3);
      if (Math.abs(x) < 1e-6 && y < 1.02) expect(rig.weightOf(x, y, z)).toEqual([0, 0, 0]);
    }
  });
});

describe("where a point goes", () => {
  // a quarter turn about the axis from right to left takes down to forwards: (x, y, z) → (x, z, −y)
  test("hip bent by 90°: the knee lies in front of the hip", () => {
    fresh();
    const [hip, knee] = [jointAt("hip"), jointAt("knee")];
    const [x, y, z] = knee.map((value, axis) => value - hip[axis]);
    near(moved({ hip: 90 }, knee), [hip[0] + x, hip[1] + z, hip[2] - y], 3);
  });

  test("the whole body on its back: what was in front lies above", () => {
    near(moved({ "body.lean": -90 }, [0, 1.1, 0.05]), [0, 0.05, -1.1]);
  });

  const toe = () => {
    const at = jointAt("toes");
    return [at[0] + 0.02, at[1], at[2] + 0.05];
  };
  const heel = () => {
    const at = jointAt("ankle");
    return [at[0], at[1] - 0.05, at[2] - 0.05];
  };
  test.each([
    ["knee", { knee: 60 }, heel, 2, -1],
    ["foot up", { ankle: 20 }, toe, 1, 1],
    ["foot down", { ankle: -40 }, toe, 1, -1],
    ["toes up", { toes: 40 }, toe, 1, 1],
    ["leg outwards", { "hip.side": 20 }, heel, 0, -1],
    ["hip forwards", { hip: 30 }, heel, 2, 1],
    ["trunk forwards", { middle: 40 }, () => [0, 1.28, 0], 2, 1],
    ["trunk over this leg", { "middle.side": 20 }, () => [0, 1.28, 0], 0, -1],
  ])("%s", (_, angles, place, axis, sign) => {
    fresh();
    const point = place();
    expect(Math.sign(moved(angles, point)[axis] - point[axis])).toBe(sign);
  });

  test("the pelvis drops on the other side", () => {
    expect(moved({ "body.tilt": 10 }, [-0.08, 0.95, 0])[1]).toBeGreaterThan(
      moved({ "body.tilt": 10 }, [0.08, 0.95, 0])[1],
    );
  });

  test("the other leg obeys its own angles, and leans of the body turn it the other way round", () => {
    fresh();
    const knee = jointAt("knee");
    near(moved({ hip: 50 }, knee, true), knee);
    expect(moved({ "other.hip": 50 }, knee, true)[2]).toBeGreaterThan(knee[2] + 0.1);
    const trunk = [-0.05, 1.25, 0];
    const [x, y, z] = moved({ "middle.side": 20, "body.tilt": 10 }, [0.05, 1.25, 0]);
    near(moved({ "middle.side": 20, "body.tilt": 10 }, trunk, true), [-x, y, z]);
  });

  test("bones keep their shape in any pose", () => {
    fresh();
    const weights = weightsOfLayer(bones, rig);
    applyAngles(
      rig,
      { hip: 70, knee: 80, ankle: -30, toes: 30, middle: 40, "middle.side": 10, "body.lean": -20, "body.tilt": 8 },
      false,
    );
    const at = (n) => rig.moved[weights.bones[4 * n]];
    let start = 0;
    for (const { points, kind } of bones.parts) {
      const [a, b] = [start, start + points - 1];
      if (kind !== "disc") expect(at(a).elements).toEqual(at(b).elements);
      const { elements: e } = at(a);
      expect(Math.hypot(e[0], e[1], e[2])).toBeCloseTo(1, 6);
      start += points;
    }
  });

  test("nerves bend, but do not tear", () => {
    const courses = unpackCourses(mesh);
    fresh();
    applyAngles(rig, { hip: 85, knee: 90, ankle: -40, toes: 40, middle: 50, "body.tilt": 10, "hip.side": -10 }, false);
    for (const { points } of courses)
      for (let n = 1; n < points.length; n += 1) {
        const before = far(points[n], points[n - 1]);
        const after = far(rig.placed(points[n]), rig.placed(points[n - 1]));
        // at the front of a fully bent groin, a line folds or stretches; nowhere more than a few millimetres at once
        expect(Math.abs(after - before)).toBeLessThan(0.012);
      }
  });

  test("standing leaves every point where it is", () => {
    fresh();
    applyAngles(rig, { hip: 30 }, false);
    applyAngles(rig, STANDING, false);
    expect(rig.isStanding).toBe(true);
    expect(rig.placed([-0.1, 0.3, 0.02])).toEqual([-0.1, 0.3, 0.02]);
  });
});

describe("between frames", () => {
  const frames = [
    { hip: 0, knee: 10 },
    { hip: 40, knee: 20 },
    { hip: 20, knee: 20 },
  ];
  test.each([
    [0, 0, 10],
    [0.5, 20, 15],
    [1, 40, 20],
    [1.75, 25, 20],
    [2, 20, 20],
    [9, 20, 20],
    [-1, 0, 10],
    [1.5, 30, 20],
  ])("at %f", (at, hip, knee) => expect(anglesAt(frames, at)).toEqual({ hip, knee }));
});

test("what a frame does not name is as it stands", () => {
  expect(anglesAt([{ a: 10 }, { b: 4 }], 0.5)).toEqual({ a: 5, b: 2 });
});

describe("a pose in the address", () => {
  const poses = [
    { id: "a", usual: [{}, {}, {}], weak: [] },
    { id: "b", usual: [{}, {}], weak: [{}, {}] },
  ];
  test.each([
    ["a", { id: "a", at: 2, isWeak: false }],
    ["a,1.5", { id: "a", at: 1.5, isWeak: false }],
    ["b,0,weak", { id: "b", at: 0, isWeak: true }],
    ["a,1,weak", { id: "a", at: 1, isWeak: false }],
    ["b,7,weak", { id: "b", at: 1, isWeak: true }],
    ["a,-3", { id: "a", at: 0, isWeak: false }],
    ["a,", { id: "a", at: 2, isWeak: false }],
    ["a,north", { id: "a", at: 2, isWeak: false }],
    ["A", null],
    ["", null],
    ["<b>,1", null],
  ])("%s", (text, posed) => expect(poseFrom(text, poses)).toEqual(posed));

  test("comes back as it was written", () => {
    for (const posed of [
      { id: "a", at: 1.25, isWeak: false },
      { id: "b", at: 1, isWeak: true },
    ])
      expect(poseFrom(poseText(posed), poses)).toEqual(posed);
  });
});

test("each bone moves as one, by the middle of the box around it; what is soft moves point by point", () => {
  const rig = { weightOf: (x, y, z, isWhole) => (isWhole ? [x, y, z / 10] : [x + 10, y + 20, 0.2]) };
  const points = [1, 2, 3, 4, 5, 6, /* a bone: */ 0, 0, 0, 6, 2, 8, 5, 0, 7, /* and skin again: */ 7, 8, 9];
  const parts = [
    { kind: "skin", points: 2 },
    { kind: "bone", points: 3 }, // the middle of its box: 3, 1, 4
    { kind: "skin", points: 1 },
  ];
  const { bones, shares } = weightsOfLayer(/** @type {any} */ ({ points, parts }), /** @type {any} */ (rig));
  const rows = (all) => Array.from({ length: 6 }, (_, n) => [...all.slice(4 * n, 4 * n + 2)]);
  const [soft, bone] = [
    [204, 51], // a fifth of 255 for the second
    [153, 102], // two fifths
  ];
  expect(rows(bones)).toEqual([
    [11, 22],
    [14, 25],
    [3, 1],
    [3, 1],
    [3, 1],
    [17, 28],
  ]);
  expect(rows(shares)).toEqual([soft, soft, bone, bone, bone, soft]);
});
