import { describe, expect, test } from "vitest";
import { lesionPlaces, longestRoute, sitesOn } from "../../../assets/solid/nerve-route.js";
import { camerasAlong, placeAt } from "../../../assets/solid/nerve-flight.js";

// A root of 1 m down to a fork, from which a long strand goes on straight and a short one leaves to the side.
const strand = (of, from, to, start, count = 11) => {
  const share = (n) => n / (count - 1);
  const points = Array.from({ length: count }, (_, n) =>
    from.map((value, axis) => value + (to[axis] - value) * share(n)),
  );
  const length = Math.hypot(...to.map((value, axis) => value - from[axis]));
  const along = points.map((_, n) => start + 1000 * length * share(n));
  return { of, points, along, radius: points.map(() => 0.001), depth: points.map(() => 0.02) };
};
const ROOT = strand("L5", [0, 2, 0], [0, 1, 0], 0);
const LONG = strand("tibial", [0, 1, 0], [0, 0, 0], 1000);
const SHORT = strand("sural", [0, 1, 0], [0.3, 0.8, 0], 1000);
const TWIG = strand("sural", [0.3, 0.8, 0], [0.3, 0.7, 0], 1360);

describe("the longest route", () => {
  test("leads from the cord to the farthest end", () => {
    const { points, ids } = longestRoute([SHORT, LONG, ROOT, TWIG]);
    expect(ids).toEqual(["L5", "tibial"]);
    expect(points[0]).toEqual([0, 2, 0]);
    expect(points.at(-1)).toEqual([0, 0, 0]);
    const heights = points.map(([, y]) => y);
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
  });

  test("joins strands of one nerve", () => {
    const { points, ids } = longestRoute([SHORT, TWIG, ROOT]);
    expect(ids).toEqual(["L5", "sural"]);
    expect(points.at(-1)).toEqual([0.3, 0.7, 0]);
  });

  test("leaves a strand where the next one starts", () => {
    const branch = strand("branch", [0, 1.5, 0], [1.5, 1.5, 0], 500);
    const { points } = longestRoute([ROOT, branch]);
    expect(points.filter(([x]) => x === 0).every(([, y]) => y > 1.49)).toBe(true);
  });

  test("is empty without strands, and one strand alone is its own", () => {
    expect(longestRoute([])).toEqual({ points: [], ids: [] });
    expect(longestRoute([SHORT]).points).toEqual(SHORT.points);
  });
});

test("places on a route come in its order, and only those within reach", () => {
  const sites = [
    { id: "low", at: [0.01, 0.1, 0] },
    { id: "high", at: [0, 1.5, 0.01] },
    { id: "aside", at: [0.5, 1, 0] },
  ];
  const found = sitesOn(longestRoute([ROOT, LONG]).points, sites, 0.02);
  expect(found.map(({ id }) => id)).toEqual(["high", "low"]);
});

describe("where a lesion acts", () => {
  const places = (struck) =>
    lesionPlaces(
      [ROOT, LONG, SHORT, TWIG],
      (id) => struck.includes(id),
      (id) => id === "L5",
    );

  test("is where the first struck nerve begins", () => {
    expect(places(["tibial"])).toEqual([[0, 1, 0]]);
    expect(places(["sural"])).toEqual([[0, 1, 0]]);
  });

  test("is where a root leaves the spine, and nothing further down", () => {
    expect(places(["L5", "tibial", "sural"])).toEqual([[0, 1, 0]]);
  });

  test("is nowhere without a lesion", () => {
    expect(places([])).toEqual([]);
  });
});

test("the camera of a flight looks at the route from outside the skin, at one distance", () => {
  const route = longestRoute([ROOT, LONG]).points;
  const cameras = camerasAlong(route, ([, y]) => [0, 0, y > 1 ? -1 : 1]);
  expect(cameras.map(({ at }) => at)).toEqual(route);
  const distances = cameras.map(({ eye, at }) => Math.hypot(...eye.map((value, axis) => value - at[axis])));
  distances.forEach((distance) => expect(distance).toBeCloseTo(distances[0], 10));
  expect(cameras[0].eye[2]).toBeLessThan(cameras.at(-1).eye[2] + 1e-9);
});

test("a place has its name only while it is in the picture", () => {
  const along = Array.from({ length: 11 }, (_, n) => n * 0.05);
  const stops = [
    { id: "hip", index: 2 },
    { id: "thigh", index: 4 },
  ];
  const named = along.map((_, index) => placeAt(along, stops, index));
  expect(named).toEqual(["", "hip", "hip", "thigh", "thigh", "thigh", "", "", "", "", ""]);
  expect(placeAt(along, [], 3)).toBe("");
});
