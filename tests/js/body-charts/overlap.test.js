import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CellGrid } from "../../../assets/body-charts/cell-grid.js";
import { shares, together } from "../../../assets/body-charts/overlap.js";
import { Painting } from "../../../assets/body-charts/painting.js";
import { BEYOND } from "../../../assets/body-charts/places.js";
import { mirrored, polygons } from "../../../assets/body-charts/path-outline.js";

/** A square as a path. */
const square = (x, y, side) => `M${x} ${y}l${side} 0 0 ${side} ${-side} 0z`;
const cells = (grid, shapes) => {
  const found = [];
  grid.fill(shapes, (cell) => found.push(cell));
  return found;
};

describe("polygons", () => {
  it("follow moves, lines and curves, absolute and relative", () => {
    expect(polygons("M1 2L4 2 4 5z")).toEqual([[[1, 2], [4, 2], [4, 5]]]); // prettier-ignore
    expect(polygons("M1 2l3 0 0 3z m5 5l1 0z")[1]).toEqual([[6, 7], [7, 7]]); // prettier-ignore
    const [line] = polygons("M0 0c0 0 8-.5 8 0");
    expect(line.at(-1)).toEqual([8, 0]);
    expect(line[4]).toEqual([4, -0.1875]); // half way: 3/8 of the handle (8, -0.5), and half of the end
  });

  it("are mirrored in the width of their picture", () => {
    expect(mirrored([[[1, 2]]], 10)).toEqual([[[9, 2]]]);
  });
});

describe("a grid", () => {
  it("fills the cells whose middles lie inside", () => {
    const grid = new CellGrid(10, 10, 2);
    expect(grid.count).toBe(25);
    expect(cells(grid, polygons(square(2, 2, 4)))).toEqual([6, 7, 11, 12]);
    expect(cells(grid, polygons(square(2, 2, 0.9)))).toEqual([]); // the middle of the cell is at 3
    expect(cells(grid, polygons(square(-4, -4, 7)))).toEqual([0]); // it ends at the middle of the next cell
    expect(cells(grid, polygons(square(8, 8, 40)))).toEqual([24]);
  });

  it("leaves the hole of a ring empty", () => {
    const ring = "M0 0l6 0 0 6 -6 0zM2 2l0 2 2 0 0-2z"; // the inner square runs the other way round
    expect(cells(new CellGrid(6, 6, 2), polygons(ring))).toEqual([0, 1, 2, 3, 5, 6, 7, 8]);
  });

  it("paints a round brush along a line", () => {
    const grid = new CellGrid(10, 10, 2);
    const found = [];
    grid.stroke([3, 5], [7, 5], 1, (cell) => found.push(cell));
    expect(found).toEqual([11, 12, 13]);
    const dot = [];
    grid.stroke([5, 5], [5, 5], 2, (cell) => dot.push(cell)); // the four neighbours are just two units away
    expect(dot).toEqual([7, 11, 12, 13, 17]);
  });
});

describe("shares", () => {
  it("weigh the cells of each chart by their true size", () => {
    // places: outside, beyond, A, B. A leg: 10 cells of A of 4 mm², 5 painted; a foot: 100 cells of B of 1 mm², 20 painted
    const sum = together([
      { weight: 4, all: [0, 0, 10, 0], painted: [0, 0, 5, 0] },
      { weight: 1, all: [0, 0, 0, 100], painted: [0, 0, 0, 20] },
      { weight: 9, all: [0, 0, 50, 50], painted: [0, 0, 0, 0] }, // nothing is painted here
    ]);
    expect(sum).toEqual({ all: [0, 0, 40, 100], painted: [0, 0, 20, 20], drawing: 40 });
    expect(shares(sum, [2])).toEqual({ area: 0.5, drawing: 0.5 });
    expect(shares(sum, [2, 3])).toEqual({ area: 40 / 140, drawing: 1 });
    expect(shares(sum, [1])).toBeNull();
    expect(shares(together([]), [0])).toBeNull();
  });
});

// Two squares of 10 × 10 side by side, the left one of them mirrored: the chart of both legs is 40 wide.
const VIEW = { size: [40, 20], outline: "M0 0l40 0 0 20-40 0z", folds: "", patches: [["a", square(0, 10, 10)], ["b", square(10, 10, 10)]] }; // prettier-ignore
const chart = (id, legs, top = 0) => ({ id, name: id, page: "", view: "v", legs, millimetres: 1, top });

describe("a painting", () => {
  const painted = () => new Painting([chart("both", "both"), chart("left", "left")], { v: VIEW }, 2);

  it("knows the patches of both legs, and the skin beyond them", () => {
    const { charts, places } = painted();
    const { all } = charts.get("both");
    expect([places.of("a", false), places.of("a", true), places.of("b", false), places.of("b", true)]).toEqual([2, 3, 4, 5]); // prettier-ignore
    expect([...all]).toEqual([0, 100, 25, 25, 25, 25]); // cells of 4 square units
    expect([...charts.get("left").all]).toEqual([0, 150, 0, 25, 0, 25]);
  });

  it("counts a stroke, an eraser and whole patches, and undoes each", () => {
    const painting = painted();
    // along the middle of patch a of the right leg: 5 cells wide, 3 cells high
    painting.add({ chart: "both", paint: 1, radius: 2.5, points: [[-5, 15], [5, 15]] }); // prettier-ignore
    const { sum, touched } = painting.read();
    expect(shares(sum, [2]).drawing).toBe(1);
    expect(touched).toEqual([{ chart: "both", place: 2, size: touched[0].size, paints: [1] }]);
    const stroke = touched[0].size;
    painting.add({ chart: "both", paint: 2, place: 5 });
    expect(shares(painting.read().sum, [5])).toEqual({ area: 1, drawing: 25 / (25 + stroke) });
    expect([1, 2].map((paint) => painting.charts.get("both").isFull(5, paint))).toEqual([false, true]);
    painting.add({ chart: "both", paint: 0, place: 2 });
    expect(painting.read().touched.map(({ place }) => place)).toEqual([5]);
    painting.add(null);
    expect(painting.read().sum.drawing).toBe(0);
    expect(painting.shown()).toEqual([]);
    painting.undo();
    painting.undo();
    expect(painting.read().touched.map(({ place }) => place)).toEqual([2, 5]);
    painting.undo();
    painting.undo();
    expect(painting.read().sum.drawing).toBe(0);
  });

  it("paints over other paint, and not beside the body", () => {
    const painting = new Painting([{ ...chart("one", "right", 10) }], { v: VIEW }, 2);
    painting.add({ chart: "one", paint: 1, radius: 100, points: [[20, 10]] });
    expect(painting.read().touched.map(({ place, size }) => [place, size])).toEqual([[BEYOND, 50], [2, 25], [4, 25]]); // prettier-ignore
    painting.add({ chart: "one", paint: 2, place: 2 });
    expect(painting.read().touched[1]).toEqual({ chart: "one", place: 2, size: 25, paints: [2] });
  });
});

describe("the figures", () => {
  // The area inside a polygon by the formula of Gauss, which knows nothing of cells.
  const area = (shape) =>
    Math.abs(shape.reduce((sum, [x, y], n) => {
      const [a, b] = shape[(n + 1) % shape.length];
      return sum + x * b - a * y;
    }, 0)) / 2; // prettier-ignore

  it.each(["leg_anterior", "leg_medial", "foot_plantar", "saddle"])("are counted as large as they are: %s", (view) => {
    const svg = readFileSync(`data/figures/${view}.svg`, "utf8");
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg).map(Number);
    const skin = /<g class="skin"[^>]*>(.*?)<\/g>/s.exec(svg)[1];
    const grid = new CellGrid(width, height, 2);
    const sizes = [...skin.matchAll(/ d="([^"]*)"/g)].map(([, path]) => {
      const shapes = polygons(path);
      return [shapes.reduce((sum, shape) => sum + area(shape), 0), 4 * cells(grid, shapes).length];
    });
    const [all, counted] = [0, 1].map((n) => sizes.reduce((sum, pair) => sum + pair[n], 0));
    expect(Math.abs(counted / all - 1)).toBeLessThan(0.005);
    // a patch of a thousand cells and more
    for (const [size, own] of sizes) if (size > 4000) expect(Math.abs(own / size - 1)).toBeLessThan(0.02);
  });
});
