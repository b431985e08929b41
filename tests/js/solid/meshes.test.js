// The mesh files as the page decodes them, tubes along nerves, and what a pointer hits.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { FrameTimes, LEVELS } from "../../../assets/solid/detail.js";
import { unfolded, unpackCourses, unpackLayer } from "../../../assets/solid/mesh-data.js";
import { sweep } from "../../../assets/solid/nerve-tubes.js";
import { nearestHit } from "../../../assets/solid/picking.js";

describe("a normal in two bytes", () => {
  test.each([
    [0, 0, [0, 0, 1]],
    [127, 0, [1, 0, 0]],
    [0, -127, [0, -1, 0]],
    [127, 127, [0, 0, -1]],
  ])("%i, %i", (u, v, normal) => unfolded(u, v).forEach((value, n) => expect(value).toBeCloseTo(normal[n], 10)));

  test("always has length 1", () => {
    for (let u = -127; u < 128; u += 17)
      for (let v = -127; v < 128; v += 17) expect(Math.hypot(...unfolded(u, v))).toBeCloseTo(1, 10);
  });
});

describe("the committed meshes", () => {
  let files;
  let layers;
  beforeAll(() => {
    files = ["solid", "solid_muscles"].map((name) =>
      JSON.parse(readFileSync(new URL(`../../../data/figures/${name}.json`, import.meta.url), "utf-8")),
    );
    layers = files.flatMap(({ layers: packed, unit }) => packed.map((layer) => unpackLayer(layer, unit)));
  });

  test("are layers whose corners are points, part by part", () => {
    expect(layers.map(({ name }) => name)).toEqual(["skin", "bones", "sac", "muscles"]);
    for (const layer of layers) {
      const { parts, points, info } = layer;
      const starts = [0];
      for (const part of parts) starts.push(starts.at(-1) + part.points);
      expect(points.length).toBe(3 * starts.at(-1));
      const at = { fine: 0, middle: 0, coarse: 0 };
      parts.forEach((part, n) => {
        for (const level of LEVELS) {
          const own = layer[level].slice(at[level], (at[level] += part[level]));
          expect(own.every((corner) => corner >= starts[n] && corner < starts[n + 1])).toBe(true);
        }
        expect(info[4 * starts[n]]).toBe(n);
      });
      for (const level of LEVELS) expect(at[level]).toBe(layer[level].length);
      expect(parts.findIndex(({ paired }) => !paired) === -1 || !parts.at(-1).paired).toBe(true);
    }
  });

  test("face outwards: the volume of every closed part is positive", () => {
    for (const { name, parts, points, fine } of layers.filter((layer) => layer.name !== "skin")) {
      let at = 0;
      for (const part of parts) {
        let volume = 0;
        for (const end = at + part.fine; at < end; at += 3) {
          const [a, b, c] = [0, 1, 2].map((n) => points.slice(3 * fine[at + n], 3 * fine[at + n] + 3));
          volume +=
            a[0] * (b[1] * c[2] - b[2] * c[1]) +
            a[1] * (b[2] * c[0] - b[0] * c[2]) +
            a[2] * (b[0] * c[1] - b[1] * c[0]);
        }
        expect(volume, `${name} ${part.id}`).toBeGreaterThan(0);
      }
    }
  });

  test("have about a third of their triangles at the middle level, and every part has some at each", () => {
    for (const { name, parts, fine, middle } of layers) {
      expect(middle.length / fine.length, name).toBeGreaterThan(0.25);
      expect(middle.length / fine.length, name).toBeLessThan(0.4);
      for (const part of parts) for (const level of LEVELS) expect(part[level], part.id).toBeGreaterThan(0);
    }
  });

  test("have no holes at a lower level: the skin has nearly the same area", () => {
    const [{ points, ...skin }] = layers;
    const area = (corners) => {
      let sum = 0;
      for (let at = 0; at < corners.length; at += 3) {
        const [a, b, c] = [0, 1, 2].map((n) => points.slice(3 * corners[at + n], 3 * corners[at + n] + 3));
        const [u, v] = [b, c].map((corner) => corner.map((value, axis) => value - a[axis]));
        sum += Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]) / 2;
      }
      return sum;
    };
    expect(area(skin.middle) / area(skin.fine)).toBeGreaterThan(0.95);
    expect(area(skin.coarse) / area(skin.fine)).toBeGreaterThan(0.95);
  });

  test("have few enough triangles for a computer without a graphics processor while they move", () => {
    const tubes = sweep(unpackCourses(files[0]));
    const nerves = [...tubes.corners.values()].reduce((sum, { coarse }) => sum + coarse.length / 3, 0);
    // skin and bones are drawn on both sides; lit nerves three times, here half of all
    const twice = ({ name, coarse }) => (coarse.length / 3) * (name === "skin" || name === "bones" ? 2 : 1);
    const all = layers.reduce((sum, layer) => sum + twice(layer), 0);
    expect(all + 2 * nerves).toBeLessThan(30_000);
  });

  test("lead every nerve away from the cord", () => {
    for (const { along, points, of } of unpackCourses(files[0])) {
      expect(along.length).toBe(points.length);
      expect(
        [...along].sort((a, b) => a - b),
        of,
      ).toEqual(along);
    }
  });
});

describe("tubes", () => {
  const course = {
    of: "tibial",
    points: [0, 1, 2, 3].map((n) => [0, -n * 0.01, 0]),
    radius: [0.002, 0.002, 0.001, 0.001],
    along: [0, 10, 20, 30],
    depth: [0.01, 0.02, 0.03, 0.4],
  };
  const tubes = sweep([course, { ...course, of: "sural" }]);

  test("keep the centre line, with normals of length 1 across it", () => {
    expect(tubes.parts).toEqual(["tibial", "sural"]);
    for (let at = 0; at < tubes.points.length; at += 3) {
      const normal = tubes.normals.slice(at, at + 3);
      expect(Math.hypot(...normal)).toBeCloseTo(1, 5);
      expect(normal[1]).toBeCloseTo(0, 5);
      expect([tubes.points[at], tubes.points[at + 2]]).toEqual([0, 0]);
    }
  });

  test("have the triangles of each nerve apart, and fewer at each level", () => {
    const { fine, middle, coarse } = tubes.corners.get("sural");
    expect(Math.min(...fine)).toBe(4 * 6);
    expect(fine.length).toBe(3 * 3 * 6 * 2);
    expect(middle.length).toBe(3 * 1 * 6 * 2);
    expect(coarse.length).toBe(3 * 1 * 3 * 2);
  });

  test("face outwards", () => {
    const { fine } = tubes.corners.get("tibial");
    const place = (corner) =>
      [0, 1, 2].map((axis) => tubes.points[3 * corner + axis] + 0.002 * tubes.normals[3 * corner + axis]);
    const [a, b, c] = fine.slice(0, 3).map(place);
    const [u, v] = [b, c].map((corner) => corner.map((value, axis) => value - a[axis]));
    const across = [u[1] * v[2] - u[2] * v[1], 0, u[0] * v[1] - u[1] * v[0]];
    expect(across[0] * a[0] + across[2] * a[2]).toBeGreaterThan(0);
  });
});

describe("the nearest hit", () => {
  const square = (...hits) => {
    const pixels = new Uint8Array(4 * 5 * 5);
    for (const [row, column, layer, part] of hits) pixels.set([layer, part], 4 * (row * 5 + column));
    return pixels;
  };

  test("is the one closest to the middle", () => {
    expect(nearestHit(square([0, 2, 1, 7], [2, 3, 1, 8]), 5, () => true)).toEqual([1, 8]);
  });

  test("is only of the wanted layers, within a circle", () => {
    expect(nearestHit(square([2, 2, 1, 7], [2, 4, 3, 9]), 5, (layer) => layer === 3)).toEqual([3, 9]);
    expect(nearestHit(square([0, 0, 3, 9]), 5, () => true)).toBeNull();
    expect(nearestHit(square(), 5, () => true)).toBeNull();
  });
});

describe("the times of frames", () => {
  const measured = (times, step) => {
    for (let n = 1; n < 9; n += 1) times.add(n * step);
    times.stop();
    return times.level;
  };

  test.each([
    [16, "fine"],
    [33, "middle"],
    [90, "coarse"],
  ])("of %i ms allow the level %s", (step, level) => expect(measured(new FrameTimes(false), step)).toBe(level));

  test("never allow more without a graphics processor", () => {
    expect(measured(new FrameTimes(true), 16)).toBe("coarse");
  });

  test("step down once more where the middle level is slow, too, and not up again", () => {
    const times = new FrameTimes(false);
    expect([33, 90, 16].map((step) => measured(times, step))).toEqual(["middle", "coarse", "coarse"]);
  });

  test("count for the level that they were taken at", () => {
    const times = new FrameTimes(false);
    for (let n = 1; n < 7; n += 1) times.add(n * 40);
    expect(times.level).toBe("middle");
    for (let n = 1; n < 4; n += 1) times.add(240 + n * 60);
    expect(times.level).toBe("middle");
  });

  test("do not count the pause between two movements", () => {
    const times = new FrameTimes(false);
    for (let n = 0; n < 9; n += 1) {
      times.add(n * 5000);
      times.stop();
    }
    expect(times.level).toBe("fine");
  });
});
