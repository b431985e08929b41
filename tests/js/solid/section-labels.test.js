// What a cross-section cuts, worked out by hand on small solids.
import { describe, expect, test } from "vitest";
import { cutsOfCourses, cutsOfLayer, sectionLabels } from "../../../assets/solid/section-labels.js";

/** A prism from height 0 to 1 over the square from (x, z) to (x + side, z + side). */
function prism(x, z, side) {
  const ring = [
    [x, z],
    [x + side, z],
    [x + side, z + side],
    [x, z + side],
  ];
  const points = [0, 1].flatMap((y) => ring.map(([a, b]) => [a, y, b]));
  const faces = [0, 1, 2, 3].flatMap((n) => {
    const next = (n + 1) % 4;
    return [n, next, n + 4, n + 4, next, next + 4];
  });
  return { points, faces };
}

function layerOf(solids) {
  const [points, faces, parts] = [[], [], []];
  for (const [id, solid] of solids) {
    faces.push(...solid.faces.map((corner) => corner + points.length / 3));
    points.push(...solid.points.flat());
    parts.push({ id, fine: solid.faces.length });
  }
  return { parts, points: new Float32Array(points), fine: new Uint32Array(faces) };
}

const course = (of, points, radius = 0.01) => ({ of, points, radius: points.map(() => radius) });
const text = ({ text }) => text;

describe("a plane through solids", () => {
  test("cuts each at its middle, with the length of its outline", () => {
    const [cut] = cutsOfLayer(layerOf([["a", prism(2, 4, 2)]]), 0.25);
    expect(cut.id).toBe("a");
    cut.place.forEach((value, axis) => expect(value).toBeCloseTo([3, 0.25, 5][axis], 6));
    expect(cut.length).toBeCloseTo(8, 5);
  });

  test.each([-0.1, 1.1])("cuts nothing at height %f", (height) =>
    expect(cutsOfLayer(layerOf([["a", prism(0, 0, 1)]]), height)).toEqual([]),
  );

  test("two pieces of the same part are one", () => {
    const cuts = cutsOfLayer(
      layerOf([
        ["a", prism(0, 0, 1)],
        ["a", prism(4, 0, 1)],
      ]),
      0.5,
    );
    expect(cuts.length).toBe(1);
    expect(cuts[0].place[0]).toBeCloseTo(2.5, 6);
  });
});

describe("a plane through nerves", () => {
  const down = course("down", [
    [0, 1, 0],
    [0, 0.6, 0],
    [0, 0, 0],
  ]);
  test("cuts what passes it, whether it runs down or up", () => {
    const up = course("up", [
      [1, 0, 0],
      [1, 1, 0],
    ]);
    expect(cutsOfCourses([down, up], 0.5).map(({ id }) => id)).toEqual(["down", "up"]);
  });
  test("not what ends above it", () => expect(cutsOfCourses([down], 1.5)).toEqual([]));
});

describe("the names", () => {
  const bones = layerOf([["bone", prism(0, 0, 0.2)]]);
  const muscles = layerOf([
    ["small", prism(1, 0, 0.1)],
    ["large", prism(2, 0, 1)],
    ["nameless", prism(5, 0, 2)],
  ]);
  const courses = [
    course(
      "thin",
      [
        [0, 1, 0],
        [0, 0, 0],
      ],
      0.001,
    ),
    course(
      "thick",
      [
        [0, 1, 1],
        [0, 0, 1],
      ],
      0.005,
    ),
  ];
  const nameOf = (id) => (id === "nameless" ? "" : id === "thin" ? "thick" : id);
  test("are those of nerves, the thickest first, then of the rest by size, each name once", () =>
    expect(sectionLabels({ bones, muscles, courses }, 0.5, nameOf).map(text)).toEqual([
      "thick",
      "large",
      "bone",
      "small",
    ]));
  test("come without muscles while these are loading", () =>
    expect(sectionLabels({ bones, courses: [] }, 0.5, nameOf).map(text)).toEqual(["bone"]));
});
