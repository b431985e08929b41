// @vitest-environment happy-dom
// The examination: what a test lights, its accuracy in words and drawn, its pages and the checklist.
import { expect, test } from "vitest";
import { Payload } from "../../assets/app/payload.js";
import { accuracyPlot } from "../../assets/examination/accuracy-plot.js";
import { createChecklist } from "../../assets/examination/checklist.js";
import { ExaminationPanel } from "../../assets/examination/examination-panel.js";
import { Examination } from "../../assets/examination/examination.js";
import strings from "../../data/ui/strings.json";
import { tinyPayload } from "./tiny-limb.js";

const MAP = "keepers";
const mark = { namespace: "", type: "Button", props: { className: "cites", children: "" } };
const texts = { how: "Do it.", positive: "It fails.", means: "Something.", plain: "You do it." };

/** Tests of the tiny limb: K1 runs to a muscle, K2 to skin. */
const TESTS = [
  {
    id: "curl",
    pose: "bow",
    name: "Curl",
    group: "strength",
    targets: ["curler"],
    roots: ["K1"],
    accuracy: [0, 3],
    ...texts,
  },
  {
    id: "stretch",
    name: "Stretch",
    group: "nerve_tension",
    targets: ["inner.base"],
    roots: ["K1"],
    accuracy: [],
    ...texts,
  },
  { id: "tap", name: "Tap", group: "tinel", targets: ["inner.tip"], roots: [], accuracy: [1], ...texts },
  { id: "ask", name: "Ask", group: "first", targets: [], roots: [], accuracy: [2], midline: true, ...texts },
  { id: "root", name: "Root", group: "first", targets: [], roots: ["K1"], accuracy: [], ...texts },
];
const STUDIED = { finds: "a squeeze", criterion: "", reference: "a look", people: "12 divers", whom: "divers" };
const study = (numbers, more = {}) => ({ ...STUDIED, numbers, ...more });
const ACCURACY = [
  study({ sensitivity: [0.5, 0.25, 0.75], specificity: [0.905, null, null], lr_positive: [2, 1.5, 3] }),
  study({ sensitivity: [null, 0.2, 0.4], specificity: [null, null, 0.29], lr_negative: [null, 0.1, null] }),
  study({}),
  study({ specificity: [null, 0.7, null] }, { criterion: "lying", reference: "", people: "divers" }),
];

const built = () =>
  new Examination(new Payload(tinyPayload()), {
    tests: TESTS,
    groups: [
      ["strength", [0]],
      ["nerve_tension", [1]],
      ["tinel", [2]],
      ["first", [3, 4]],
    ],
    accuracy: ACCURACY,
    test_marks: TESTS.map(() => mark),
    test_notes: TESTS.map(() => []),
    accuracy_marks: ACCURACY.map(() => mark),
    accuracy_notes: ["A note.", "", "", ""],
    accuracy_summaries: TESTS.map(({ id }) => (id === "curl" ? "It misses few." : "")),
    words: strings,
  });

/** All nodes of a component tree of a type. */
function all(tree, type) {
  if (Array.isArray(tree)) return tree.flatMap((one) => all(one, type));
  if (tree === null || typeof tree !== "object") return [];
  return [...(tree.type === type ? [tree] : []), ...all(tree.props.children ?? [], type)];
}
const textOf = (tree) =>
  Array.isArray(tree)
    ? tree.map(textOf).join("")
    : typeof tree === "object"
      ? textOf(tree?.props.children ?? "")
      : String(tree);
const classed = (tree, type, name) => all(tree, type).filter(({ props }) => props.className?.split(" ").includes(name));
const idsIn = ({ payload }, positions) => positions.map((at) => payload.ids[at]);

test("a muscle lights its whole pathway", () => {
  const examination = built();
  expect(examination.pathwayOf("curl", MAP)).toMatchObject({ nodes: examination.payload.pathway("curler", MAP).nodes });
});

test("the way of a stretched nerve ends at the nerve", () => {
  const examination = built();
  const pathway = examination.pathwayOf("stretch", MAP);
  expect(idsIn(examination, pathway.nodes)).toEqual(["K1", "knot", "inner.base"]);
  expect(pathway.edges).toEqual([0, 1]);
  expect(pathway.chains).toEqual([[0, 2, 5]]);
});

test("a tapped nerve lights no muscle, and its place is known", () => {
  const examination = built();
  const pathway = examination.pathwayOf("tap", MAP);
  expect(idsIn(examination, pathway.nodes)).not.toContain("curler");
  expect(examination.placesOf("tap")).toEqual([{ sites: ["ring"], nerves: ["inner.tip"] }]);
  expect(examination.placesOf("curl")).toEqual([]);
  expect(examination.placesOf("")).toEqual([]);
});

test("without a target the roots are lit, and without either nothing", () => {
  const examination = built();
  expect(examination.pathwayOf("root", MAP).chosen).toEqual([0]);
  for (const id of ["ask", "", "unknown"]) expect(examination.pathwayOf(id, MAP)).toBeNull();
});

test("numbers in words", () => {
  const examination = built();
  const said = (found) => examination.shareInWords(found).replaceAll("\u00a0", " ");
  expect(said([0.5, 0.25, 0.75])).toBe("50 % (25 to 75)");
  expect(said([0.905, null, null])).toBe("91 %");
  expect(said([null, 0.2, 0.4])).toBe("20 to 40 %");
  expect(said([null, 0.7, null])).toBe("at least 70 %");
  expect(said([null, null, 0.29])).toBe("at most 29 %");
  expect(said([0, 0, 0.1])).toBe("0 % (0 to 10)");
  expect(examination.ratiosInWords(ACCURACY[0])).toBe("Likelihood ratio: 2 (1.5 to 3) if positive.");
  expect(examination.ratiosInWords(ACCURACY[1])).toBe("Likelihood ratio: at least 0.1 if negative.");
  expect(examination.ratiosInWords(ACCURACY[2])).toBe("");
});

test("a point and its bar stand at their numbers, and the numbers beside them", () => {
  const plot = accuracyPlot(built(), [0]);
  const [point] = classed(plot, "Circle", "sensitivity");
  expect(point.props.cx).toBe("50%");
  const bars = classed(plot, "Line", "bar").map(({ props }) => [props.x1, props.x2]);
  expect(bars).toEqual([
    ["25%", "75%"],
    ["25%", "25%"],
    ["75%", "75%"],
  ]); // only the sensitivity has an interval
  expect(classed(plot, "Span", "value").map(textOf).join(" ").replaceAll("\u00a0", " ")).toContain(
    "50 % (25 to 75) 91 %",
  );
  expect(textOf(all(plot, "H4"))).toBe("a squeeze compared with: a look · divers");
  expect(textOf(plot)).toContain("Studied in all: 12 divers. A note.");
  expect(all(plot, "Svg").every(({ props }) => props["aria-hidden"] === "true")).toBe(true);
  expect(classed(plot, "Button", "cites")).toHaveLength(1);
});

test("a heading says how the test was counted, and leaves out what is not known", () => {
  const plot = accuracyPlot(built(), [3]);
  expect(textOf(all(plot, "H4"))).toBe("lying: a squeeze divers");
  expect(textOf(plot)).not.toContain("Studied in all"); // the heading has said it
});

test("what the studies show together stands first, in plain words too", () => {
  const examination = built();
  expect(textOf(accuracyPlot(examination, [0], "It misses few.")[0])).toBe("It misses few.");
  const panel = new ExaminationPanel(examination);
  const outside = panel.page({ part: "curl", voice: "plain" }).filter((one) => !all(one, "Details").length);
  expect(textOf(outside)).toContain("It misses few.");
  expect(textOf(panel.page({ part: "stretch", voice: "plain" }))).not.toContain(strings["examination.sure"]);
});

test("a test with a movement offers it once in either voice", () => {
  const examination = built();
  const panel = new ExaminationPanel(examination);
  for (const voice of ["", "plain"]) {
    const offered = all(panel.page({ part: "curl", voice }), "Button").filter(({ props }) => props["data-pose"]);
    expect(offered.map(({ props }) => props["data-pose"])).toEqual(["bow"]);
    expect(textOf(panel.page({ part: "tap", voice }))).not.toContain(strings["examination.movement"]);
  }
});

test("a range that is open at one end runs to the end of the axis, without a point", () => {
  const plot = accuracyPlot(built(), [3]);
  expect(all(plot, "Circle")).toEqual([]);
  expect(classed(plot, "Line", "bar")[0].props).toMatchObject({ x1: "70%", x2: "100%" });
});

test("it says so where no number was read", () => {
  for (const rows of [[], [2]]) {
    const plot = accuracyPlot(built(), rows);
    expect(textOf(plot)).toContain(strings["examination.unread"]);
    expect(all(plot, "Svg")).toEqual([]);
  }
  expect(textOf(accuracyPlot(built(), [0]))).not.toContain(strings["examination.unread"]);
});

test("the list has every test as a button with its roots", () => {
  const examination = built();
  const list = new ExaminationPanel(examination).page({ part: "", voice: "" });
  const buttons = classed(list, "Button", "exam-test");
  expect(buttons.map(({ props }) => props["data-exam"])).toEqual(["curl", "stretch", "tap", "ask", "root"]);
  expect(textOf(buttons[0])).toBe("Curl K1");
});

test("the page of a test links what it tests and its neighbours; the patient's words come in their voice", () => {
  const examination = built();
  const panel = new ExaminationPanel(examination);
  const clinical = panel.page({ part: "stretch", voice: "" });
  expect(all(clinical, "Button").flatMap(({ props }) => props["data-node"] ?? [])).toEqual(["inner.base", "K1"]);
  expect(all(clinical, "Button").flatMap(({ props }) => props["data-exam"] ?? [])).toEqual(["curl", "", "tap"]);
  for (const said of [texts.how, texts.positive, texts.means]) expect(textOf(clinical)).toContain(said);
  expect(textOf(clinical)).not.toContain(texts.plain);
  const plain = panel.page({ part: "stretch", voice: "plain" });
  expect(textOf(plain)).toContain(texts.plain);
  expect(textOf(all(plain, "Details"))).toContain(texts.how);
  expect(textOf(panel.page({ part: "ask", voice: "" }))).toContain(strings["examination.unlit"]);
});

test("the checklist has every test once, two boxes or one, and a grade for strength", () => {
  const sheet = createChecklist(built());
  const rows = [...sheet.querySelectorAll("li")];
  expect(rows.map((row) => row.querySelector("b").textContent)).toEqual(["Curl", "Stretch", "Tap", "Ask", "Root"]);
  expect(rows.map((row) => row.querySelectorAll(".box").length)).toEqual([2, 2, 2, 1, 2]);
  expect(rows.map((row) => row.textContent.includes("/5"))).toEqual([true, false, false, false, false]);
  expect(sheet.textContent).toContain(strings["examination.sheet.purpose"]);
});
