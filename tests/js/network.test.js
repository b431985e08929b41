import { describe, expect, test } from "vitest";
import { bandsOf, bodyScale, rangeOf } from "../../assets/network/body-scale.js";
import { branchTree } from "../../assets/network/branches.js";
import { linesOf } from "../../assets/network/labels.js";
import { assignLanes, isBesideLabel } from "../../assets/network/lanes.js";
import { arrange } from "../../assets/network/rows.js";
import { MOST_ROWS, selectionRows } from "../../assets/network/selection-rows.js";
import { columnsOf } from "../../assets/network/sizes.js";
import { viewOf } from "../../assets/network/folding.js";
import { rowsOf } from "../../assets/network/view-rows.js";

const UNIT = 24;
const part = (id, kind, top, bottom = top, more = {}) => ({
  id,
  kind,
  name: id,
  state: "",
  nerves: [],
  top,
  bottom,
  ...more,
});
const LONG = [["long", "The long nerve"]];

// Two roots join in a knot at 100. Its side nerve ends in two muscles of the hip; the long nerve, of two segments, gives a
// muscle at 250 and skin at 400.
const limb = () => ({
  parts: [
    part("K1", "root", 50),
    part("K2", "root", 60),
    part("knot", "nerve", 100, 120),
    part("side", "nerve", 110, 130),
    part("hip_1", "muscle", 125),
    part("hip_2", "muscle", 135),
    part("long.1", "segment", 120, 260, { nerves: LONG }),
    part("long.2", "segment", 260, 420, { nerves: LONG }),
    part("calf", "muscle", 250),
    part("sole", "territory", 400),
  ],
  edges: [
    ["K1", "knot"],
    ["K2", "knot"],
    ["knot", "side"],
    ["side", "hip_1"],
    ["side", "hip_2"],
    ["knot", "long.1"],
    ["long.1", "long.2"],
    ["long.1", "calf"],
    ["long.2", "sole"],
  ],
});
const treeOf = ({ parts, edges }, ...more) => branchTree(parts, edges, ...more);
const counted = (endings) => `${endings.length} of ${[...new Set(endings.map(({ kind }) => kind))].join("+")}`;
const measure = (row) => (row.room = UNIT);
const shown = (origins, more = {}) =>
  selectionRows(origins, {
    counted,
    measure,
    unit: UNIT,
    range: { low: 0, high: 600 },
    opened: new Set(),
    chosen: new Set(),
    ...more,
  });
const laidOut = (rows, range = { low: 0, high: 600 }) => arrange(rows, { ...range, unit: UNIT });
const outline = ({ name, children }) => (children.length ? [name, ...children.map(outline)] : name);

describe("the tree", () => {
  test("joins the roots, and the segments of a nerve", () => {
    const [roots, ...others] = treeOf(limb());
    expect(others).toEqual([]);
    const long = ["The long nerve", "calf", "sole"];
    expect(outline(roots)).toEqual(["K1, K2", ["knot", ["side", "hip_1", "hip_2"], long]]);
    const [, nerve] = roots.children[0].children;
    expect([nerve.node, nerve.ids, nerve.top, nerve.bottom]).toEqual(["long", ["long.1", "long.2"], 120, 420]);
  });

  test("selects the first segment where a nerve cannot be selected", () => {
    const [roots] = treeOf(limb(), [], false);
    expect(roots.children[0].children[1].node).toBe("long.1");
  });

  test("keeps apart what a lesion leaves in another state", () => {
    const { parts, edges } = limb();
    const states = { "long.2": "severed", sole: "lost" };
    const [roots] = branchTree(
      parts.map((one) => ({ ...one, state: states[one.id] ?? "" })),
      edges,
    );
    expect(outline(roots.children[0].children[1])).toEqual(["long.1", ["long.2", "sole"], "calf"]);
  });

  test.each([
    ["the branch beside it", [], "long.1"],
    ["its main supply, if that lies farther away", [["long.1", "calf"]], "side"],
  ])("hangs an ending with two branches on %s", (_, overlaps, branch) => {
    const { parts, edges } = limb();
    const origins = branchTree(parts, [...edges, ["side", "calf"]], overlaps);
    const all = (one) => [one, ...one.children.flatMap(all)];
    const parents = origins.flatMap(all).filter(({ children }) => children.some(({ name }) => name === "calf"));
    expect(parents.map(({ ids }) => ids[0])).toEqual([branch]);
  });
});

describe("the rows", () => {
  test("stand at their levels where there is room, after their parents", () => {
    const rows = laidOut(rowsOf(treeOf(limb()).map(viewOf), counted).map((row) => (measure(row), row)));
    // Wanted: roots 50; knot 100, side 110, long 120, hip_1 125, hip_2 135; calf 250; sole 400. The five around 120 are
    // one block: with weights 2, 2, 2, 1, 1 the mean of (100, 110−24, 120−48, 125−72, 135−96) is 608 / 8 = 76.
    expect(rows.map(({ name, y }) => [name, y])).toEqual([
      ["K1, K2", 50],
      ["knot", 76],
      ["side", 100],
      ["The long nerve", 124],
      ["hip_1", 148],
      ["hip_2", 172],
      ["calf", 250],
      ["sole", 400],
    ]);
  });

  test("of more lines have room below the first", () => {
    const row = (wanted, room) => ({ wanted, room, kind: "muscle" });
    expect(laidOut([row(100, 40), row(200, 24)]).map(({ y }) => y)).toEqual([100, 200]);
    // in conflict: boxes of 40 and 24 whose middles want 108 and 110
    expect(laidOut([row(100, 40), row(110, 24)]).map(({ y }) => y)).toEqual([85, 125]);
  });

  test("an ending that the body does not show stands where its branch ends", () => {
    const { parts, edges } = limb();
    const unseen = parts.map((one) => (one.id === "sole" ? { ...one, top: undefined, bottom: undefined } : one));
    const rows = rowsOf(branchTree(unseen, edges).map(viewOf), counted);
    expect(rows.find(({ name }) => name === "sole").wanted).toBe(420);
  });
});

describe("folding", () => {
  /** A nerve with so many muscles at one level. */
  const bundle = (count, at = 300) => {
    const names = [...Array(count).keys()].map((n) => `m${n}`);
    return branchTree(
      [part("K", "root", 20), part("nerve", "nerve", 40, 500), ...names.map((name) => part(name, "muscle", at))],
      [["K", "nerve"], ...names.map((name) => ["nerve", name])],
    );
  };

  test("leaves alone what has room", () => {
    expect(shown(treeOf(limb())).map(({ name }) => name)).toEqual([
      "K1, K2",
      "knot",
      "side",
      "hip_1",
      "hip_2",
      "The long nerve",
      "calf",
      "sole",
    ]);
  });

  test("joins endings of one kind, tells which, and opens them again", () => {
    const rows = shown(bundle(30));
    expect(rows.map(({ name }) => name)).toEqual(["K", "nerve", "30 of muscle"]);
    expect(rows[2].joined).toHaveLength(30);
    expect(rows[2].wanted).toBe(300);
    expect(shown(bundle(30), { opened: new Set([rows[2].fold]) })).toHaveLength(32);
  });

  test("does not join what was opened by way of the nerves on which it hangs", () => {
    const names = [...Array(15).keys()];
    const parts = [part("K", "root", 20), part("plexus", "nerve", 40, 60)];
    const nerves = names.flatMap((n) => [
      part(`n${n}`, "nerve", 60, 80),
      part(`a${n}`, "muscle", 80),
      part(`b${n}`, "muscle", 80),
    ]);
    const ways = names.flatMap((n) => [
      ["plexus", `n${n}`],
      [`n${n}`, `a${n}`],
      [`n${n}`, `b${n}`],
    ]);
    const tree = () => branchTree([...parts, ...nerves], [["K", "plexus"], ...ways]);
    const tight = { range: { low: 0, high: 200 } };
    const joined = shown(tree(), tight).find((row) => row.joined.length === 30);
    const folds = shown(tree(), { ...tight, opened: new Set([joined.fold]) }).map(({ fold }) => fold);
    expect(folds).not.toContain(joined.fold);
  });

  test("keeps what is chosen", () => {
    expect(shown(bundle(30), { chosen: new Set(["m3"]) }).some(({ name }) => name === "m3")).toBe(true);
  });

  test.each([6, 12, 25, 60])("fits %i nerves with their endings", (count) => {
    const numbers = [...Array(count).keys()];
    const parts = [
      part("K", "root", 20),
      ...numbers.flatMap((n) => [part(`n${n}`, "nerve", 30, 60), part(`m${n}`, "muscle", 40)]),
    ];
    const edges = numbers.flatMap((n) => [
      ["K", `n${n}`],
      [`n${n}`, `m${n}`],
    ]);
    const rows = shown(branchTree(parts, edges));
    expect(rows.length).toBeLessThanOrEqual(MOST_ROWS);
    const names = rows.flatMap(({ name, joined }) => [name, ...joined]);
    expect(names.filter((name) => /^m/.test(name))).toHaveLength(count); // none is lost
  });

  test.each([
    ["alike", ["lost", "lost"], "lost"],
    ["not alike", ["lost", "spared"], "reduced"],
    ["not at all", ["", ""], ""],
  ])("a row of endings that a lesion affects %s", (_, states, state) => {
    const { parts, edges } = limb();
    const found = parts.map((one) => ({ ...one, state: { hip_1: states[0], hip_2: states[1] }[one.id] ?? "" }));
    const views = branchTree(found, edges).map(viewOf);
    views[0].nerves[0].nerves[0].joined.add("muscle");
    expect(rowsOf(views, counted).find(({ joined }) => joined.length).state).toBe(state);
  });
});

describe("the lanes", () => {
  const drawn = (bend = 20) => {
    const rows = laidOut(rowsOf(treeOf(limb()).map(viewOf), counted).map((row) => (measure(row), row)));
    return { rows, ...assignLanes(rows, bend) };
  };
  const laneOf = (rows, name) => rows.find((row) => row.name === name).lane;

  test("the last branch goes on in the lane of its parent, an earlier one has its own", () => {
    const { rows, lanes } = drawn();
    expect(lanes).toBe(2);
    expect(["K1, K2", "knot", "The long nerve"].map((name) => laneOf(rows, name))).toEqual([0, 0, 0]);
    expect(laneOf(rows, "side")).toBe(1);
  });

  test("no line is crossed where the endings of the inner lane lie below the outer one", () => {
    expect(drawn().crossings).toBe(0);
  });

  test("no nerve reaches below its last ending", () => {
    const { rows } = drawn();
    const side = rows.find(({ name }) => name === "side");
    expect(Math.max(...side.children.map(({ attach }) => attach))).toBe(172);
  });

  test("two nerves of one lane do not overlap", () => {
    const { rows } = drawn();
    const spans = rows
      .filter((row) => !isBesideLabel(row))
      .map((row) => ({ ...row, to: Math.max(row.y, ...row.children.map(({ attach }) => attach)) }));
    for (const one of spans)
      for (const other of spans)
        if (one.key !== other.key && one.lane === other.lane && one.y < other.y)
          expect(one.to).toBeLessThanOrEqual(other.y);
  });
});

describe("the heights", () => {
  const data = {
    views: ["front"],
    height: 200,
    bands: [
      ["Hip", 20],
      ["Knee", 100],
    ],
  };
  const figures = (height) => ({ querySelector: () => ({ getBoundingClientRect: () => ({ top: 150, height }) }) });

  test("are those of the body on the screen", () => {
    const scale = bodyScale(data, figures(400), { top: 100, height: 600 }, 10);
    expect([0, 100, 200].map(scale)).toEqual([50, 250, 450]);
    expect(bandsOf(data, scale)).toEqual([
      { name: "Hip", top: 90, bottom: 250 },
      { name: "Knee", top: 250, bottom: 450 },
    ]);
  });

  test("fill the network where no body is shown", () => {
    expect([0, 100, 200].map(bodyScale(data, figures(0), { top: 100, height: 620 }, 10))).toEqual([10, 310, 610]);
  });

  test("rows lie beside the body, and around one that is too small for them", () => {
    const of = (top, bottom) => rangeOf({ height: 1 }, (units) => top + units * (bottom - top), 900, 24);
    expect(of(50, 850)).toEqual({ low: 26, high: 874 });
    expect(of(300, 540)).toEqual({ low: 120, high: 720 });
    expect(of(10, 890)).toEqual({ low: 0, high: 900 });
  });
});

describe("labels and columns", () => {
  const widthOf = (text) => text.length;
  test.each([
    ["one two", 7, ["one two"]],
    ["one two", 6, ["one", "two"]],
    ["one two three", 5, ["one", "two", "three"]],
    ["one two three four", 5, ["one", "two", "thre…"]],
    ["Nervenwurzel", 6, ["Nerve…"]],
  ])("%s in lines of %i", (text, widest, lines) => expect(linesOf(text, widest, widthOf, 3)).toEqual(lines));

  test.each([
    [1, 0],
    [2, 25],
    [6, 5],
  ])("%i lanes stand %f apart, so that the labels keep their room", (lanes, gap) => {
    const sizes = { letter: 10, width: 200, laneLeft: 44, labelRoom: 116 };
    const columns = columnsOf(sizes, lanes);
    expect(columns.laneGap).toBeCloseTo(gap, 5);
    expect(columns.labelLeft + sizes.labelRoom).toBeLessThanOrEqual(200);
  });
});
