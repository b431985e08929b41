// Meshes that are cut along a surface.
import { describe, expect, test } from "vitest";
import { cutMesh } from "../../../assets/solid/cut-mesh.js";

const PLACES = [
  [0, 0, 0],
  [2, 0, 0],
  [2, 2, 0],
  [0, 2, 0],
  [9, 9, 9],
];
const SQUARE = [0, 1, 2, 0, 2, 3];
const place = (point) => PLACES[point];
const normal = () => [0, 0, 127];

const area = ({ points, corners }) => {
  let sum = 0;
  for (let at = 0; at < corners.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((n) => points.slice(3 * corners[at + n], 3 * corners[at + n] + 2));
    sum += ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2;
  }
  return sum;
};

describe("a mesh", () => {
  test("that is not cut keeps its triangles and loses unused points", () => {
    const { points, normals, corners } = cutMesh(SQUARE, place, normal);
    expect([...corners]).toEqual(SQUARE);
    expect(points.length).toBe(3 * 4);
    expect([...normals.slice(0, 3)]).toEqual([0, 0, 1]);
  });

  test.each([0.25, 1, 1.5])("that is cut at x = %d keeps what lies before it, on the same side", (edge) => {
    const cut = cutMesh(SQUARE, place, normal, (point) => edge - PLACES[point][0]);
    expect(area(cut)).toBeCloseTo(2 * edge, 6);
    expect(Math.max(...cut.points.filter((_, n) => n % 3 === 0))).toBeCloseTo(edge, 6);
    for (let at = 0; at < cut.normals.length; at += 3) expect([...cut.normals.slice(at, at + 3)]).toEqual([0, 0, 1]);
  });

  test("shares the points of its cut between neighbours", () => {
    const { points } = cutMesh(SQUARE, place, normal, (point) => 1 - PLACES[point][0]);
    expect(points.length / 3).toBe(2 + 3);
  });

  test("may be gone altogether", () => {
    expect(cutMesh(SQUARE, place, normal, () => -1).corners.length).toBe(0);
  });
});
