import { describe, expect, test } from "vitest";
import { cameraFor, KEYS, turned } from "../../assets/solid/camera.js";
import { unpack } from "../../assets/solid/mesh.js";
import { cross, nerveAlong, patchAlong, rayThrough } from "../../assets/solid/picking.js";
import { nerveTrace, siteTrace, skinTrace } from "../../assets/solid/traces.js";

const close = (found, expected) => found.forEach((value, n) => expect(value).toBeCloseTo(expected[n], 10));
const listed = ({ x, y, z }) => [x, y, z];

// A limb 2 m high, from −1 to 1 on each axis.
const BOUNDS = [
  [-1, 1],
  [-1, 1],
  [-1, 1],
];
const FRONT = { eye: [0, 0, 1], up: [0, 1, 0], at: [0, 0, 0], reach: 2 };
const SCENE = { width: 200, height: 100 };
const MIDDLE = { x: 100, y: 50 };

test.each([
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0, 1, 0],
    [1, 0, 0],
    [0, 0, -1],
  ],
  [
    [1, 2, 3],
    [2, 4, 6],
    [0, 0, 0],
  ],
  [
    [1, 2, 3],
    [4, 5, 6],
    [-3, 6, -3],
  ],
])("the cross product of %j and %j", (a, b, product) => expect(cross(a, b)).toEqual(product));

describe("the camera", () => {
  test("is measured in heights of the limb from its middle", () => {
    const { eye, center, up } = cameraFor({ ...FRONT, at: [0, 1, 0], reach: 1 }, BOUNDS);
    close(listed(center), [0, 0.5, 0]);
    close(listed(eye), [0, 0.5, 0.69]); // half the height × 1.38
    close(listed(up), [0, 1, 0]);
  });

  test("takes account of a limb away from the origin", () => {
    const moved = BOUNDS.map(([low, high]) => [low + 5, high + 5]);
    close(listed(cameraFor({ ...FRONT, at: [5, 5, 5] }, moved).center), [0, 0, 0]);
  });

  test("turns about the long axis, at the same distance", () => {
    const camera = { eye: { x: 0, y: 0, z: 2 }, center: { x: 0, y: 0, z: 0 }, up: { x: 0, y: 1, z: 0 } };
    close(listed(turned(camera, [90, 0, 1]).eye), [2, 0, 0]);
    close(listed(turned(camera, [0, 30, 1]).eye), [0, 1, Math.sqrt(3)]);
    close(listed(turned(camera, [0, 0, 0.5]).eye), [0, 0, 1]);
  });

  test("never looks along the long axis", () => {
    let camera = cameraFor(FRONT, BOUNDS);
    for (let turns = 0; turns < 20; turns += 1) camera = turned(camera, KEYS.ArrowUp);
    expect(Math.hypot(camera.eye.x, camera.eye.z)).toBeGreaterThan(0.05);
  });

  test("returns where it was when turns are undone", () => {
    const camera = cameraFor(FRONT, BOUNDS);
    const there = turned(turned(camera, KEYS.ArrowLeft), KEYS.ArrowDown);
    close(listed(turned(turned(there, KEYS.ArrowUp), KEYS.ArrowRight).eye), listed(camera.eye));
  });
});

describe("the mesh", () => {
  const limb = unpack({
    unit: 0.5,
    // a square of two triangles: corners 0 1 2 and 1 2 3, packed as distances back from the next new point
    patches: [
      {
        id: "upper_skin",
        name: "Upper skin",
        points: [
          [0, 2, -2, 2],
          [0, 0, 2, 0],
          [1, 0, 0, 0],
        ],
        faces: [0, 0, 0, 2, 1, 0],
      },
    ],
    bones: [],
    nerves: [
      {
        id: "loop",
        points: [
          [1, 1],
          [2, 2],
          [0, 0],
        ],
      },
    ],
    sites: [{ id: "ring", at: [2, 4, 6] }],
    looks: [{ id: "front", right: [1, 0, 0], up: [0, 1, 0], at: [0, 0, 0], reach: 2 }],
  });

  test("has its points in metres, as sums of differences", () => {
    expect(limb.patches[0].points).toEqual([
      [0, 1, 0, 1],
      [0, 0, 1, 1],
      [0.5, 0.5, 0.5, 0.5],
    ]);
    expect(limb.nerves[0].points[0]).toEqual([0.5, 1]);
    expect(limb.sites[0].at).toEqual([1, 2, 3]);
  });

  test("has faces that share corners", () => {
    expect(limb.patches[0].faces).toEqual([
      [0, 1, 2],
      [1, 2, 3],
    ]);
  });

  test("has the bounds of its skin", () => {
    expect(limb.bounds).toEqual([
      [0, 1],
      [0, 1],
      [0.5, 0.5],
    ]);
  });

  test("is seen from the side that its views name", () => {
    expect(limb.views[0].eye).toEqual([0, 0, 1]);
  });
});

describe("picking", () => {
  const camera = cameraFor(FRONT, BOUNDS);
  const ray = rayThrough(camera, BOUNDS, MIDDLE, SCENE);
  const square = (id, z, size = 1) => ({
    id,
    name: id,
    points: [
      [-size, size, -size, size],
      [-size, -size, size, size],
      [z, z, z, z],
    ],
    faces: [
      [0, 1, 2],
      [1, 3, 2],
    ],
  });

  test("a ray through the middle of the scene goes straight ahead", () => {
    close(ray.from, [0, 0, 2 * 1.38]);
    close(ray.direction, [0, 0, -1]);
  });

  test("a ray through the upper edge is half of 45° up", () => {
    const { direction } = rayThrough(camera, BOUNDS, { x: 100, y: 0 }, SCENE);
    close(direction, [0, Math.sin(Math.PI / 8), -Math.cos(Math.PI / 8)]);
  });

  test("a pixel shows more at a greater distance", () => {
    expect(ray.metresPerPixel(1)).toBeCloseTo((2 * Math.tan(Math.PI / 8)) / 100, 12);
    expect(ray.metresPerPixel(3)).toBeCloseTo(3 * ray.metresPerPixel(1), 12);
  });

  test("finds the nearest patch, in any order", () => {
    const patches = [square("back", -1), square("front", 1)];
    expect(patchAlong(ray, patches)).toEqual({ id: "front", distance: expect.closeTo(1.76, 10) });
    expect(patchAlong(ray, patches.reverse()).id).toBe("front");
  });

  test("finds nothing next to a patch, behind the eye, or from inside", () => {
    const aside = rayThrough(camera, BOUNDS, { x: 199, y: 50 }, SCENE);
    expect(patchAlong(aside, [square("small", 0, 0.1)]).id).toBeNull();
    expect(patchAlong(ray, [square("behind", 3)]).id).toBeNull();
    const inside = square("inside", 0);
    inside.faces = inside.faces.map(([a, b, c]) => [a, c, b]);
    expect(patchAlong(ray, [inside]).id).toBeNull();
  });

  test("finds a nerve within reach of the ray, the nearest first", () => {
    const at = (id, x) => ({ id, points: [[x], [0], [0]] });
    const pixel = ray.metresPerPixel(2.76);
    const nerves = [at("far", 6 * pixel), at("near", 3 * pixel)];
    expect(nerveAlong(ray, nerves, 7)).toBe("near");
    expect(nerveAlong(ray, nerves, 2)).toBeNull();
    expect(nerveAlong(ray, [{ id: "behind", points: [[0], [0], [5]] }], 7)).toBeNull();
  });
});

describe("traces", () => {
  const triangle = (id, shift) => ({
    id,
    name: id,
    points: [
      [shift, shift + 1, shift],
      [0, 0, 1],
      [0, 0, 0],
    ],
    faces: [[0, 1, 2]],
  });

  test("join patches into one mesh", () => {
    const mesh = skinTrace([triangle("a", 0), triangle("b", 5)], (id) => [id], 0.5);
    expect(mesh).toMatchObject({ x: [0, 1, 0, 5, 6, 5], i: [0, 3], j: [1, 4], k: [2, 5], facecolor: ["a", "b"] });
    expect(mesh.opacity).toBe(0.5);
  });

  test("stripe a patch that has two colours", () => {
    const colours = Array.from({ length: 20 }, (_, n) => n * 0.012 - 0.12).map(
      (shift) => skinTrace([triangle("a", shift)], () => ["red", "blue"], 1).facecolor[0],
    );
    expect(new Set(colours)).toEqual(new Set(["red", "blue"]));
    colours.slice(2).forEach((colour, n) => expect(colour).toBe(colours[n]));
  });

  test("separate nerves by a gap", () => {
    const nerves = [
      {
        id: "a",
        points: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      },
      { id: "b", points: [[7], [8], [9]] },
    ];
    expect(nerveTrace(nerves, "gold", 3)).toMatchObject({ x: [1, 2, null, 7, null], z: [5, 6, null, 9, null] });
  });

  test("have one marker for each site", () => {
    expect(siteTrace([{ id: "ring", at: [1, 2, 3] }], "red", "ink")).toMatchObject({ x: [1], y: [2], z: [3] });
  });
});
