import { describe, expect, test } from "vitest";
import { defaultState } from "../../assets/app/address.js";
import { Tours } from "../../assets/tours/tour-route.js";

const defaults = defaultState({ map: "keepers", layer: "dermatomes", plate: "all", voice: "" });
const step = (more) => ({ mode: "", select: [], lesion: "", pair: [], maps: "", asks: {}, ask: "", ...more });
const tours = new Tours({
  tours: {
    round: {
      steps: [
        step({ select: ["K1"], asks: { map: "divers", show: "nerves" } }),
        step({ mode: "lesion", lesion: "ring", ask: "What is lost?" }),
        step({ mode: "apart", pair: ["ring", "knot"] }),
      ],
    },
  },
  words: { "tours.summary": "Summary" },
});
const at = (step, tour = "round") => tours.positionOf({ tour, step });

describe("positions", () => {
  test("a step that asks is two stops: before and after the answer", () => {
    expect(["", "1", "2a", "2", "3"].map((name) => at(name)).map(({ n, number, asks }) => [n, number, asks])).toEqual([
      [0, 0, false],
      [0, 0, false],
      [1, 1, true],
      [2, 1, false],
      [3, 2, false],
    ]);
  });

  test.each([
    ["4", "round"],
    ["1a", "round"],
    ["0", "round"],
    ["", "none"],
    ["", "constructor"],
    ["", ""],
  ])("there is no step %j of tour %j", (name, tour) => expect(at(name, tour)).toBeNull());

  test("know the next step, and that the last has none", () => {
    expect(at("2").next.mode).toBe("apart");
    expect(at("3").next).toBeUndefined();
  });
});

test("the summary shows what all steps select, and nothing of a mode", () => {
  expect(at("end")).toMatchObject({ n: 4, number: 3, asks: false, isSummary: true });
  const texts = { title: "Summary", says: "Summary", text: "", plain: "", ask: "", notes: "" };
  const nothing = { ask_shows: [], lesion: "", pair: [], mode: "", maps: "", study: "", days: "", claim: "" };
  const shown = { select: ["K1"], asks: { show: "nerves" }, answers: null };
  expect(at("end").step).toEqual({ ...texts, ...nothing, ...shown });
});

describe("the change to a stop", () => {
  test("of an own mode shows the tour, with its settings", () => {
    expect(tours.changeTo("round", 0, defaults)).toEqual({
      mode: "tours",
      select: "",
      lesion: "",
      pair: "",
      maps: "",
      part: "",
      map: "divers",
      layer: "dermatomes",
      plate: "all",
      show: "nerves",
      tour: "round",
      step: "1",
    });
  });

  test("that asks does not show the answer", () => {
    expect(tours.changeTo("round", 1, defaults)).toMatchObject({ mode: "tours", lesion: "", step: "2a" });
    expect(tours.changeTo("round", 2, defaults)).toMatchObject({ mode: "lesion", lesion: "ring", step: "2" });
  });

  test("puts a pair into the form of the address", () => {
    expect(tours.changeTo("round", 3, defaults)).toMatchObject({ mode: "apart", pair: "ring,knot", map: "keepers" });
  });
});

describe("the summary", () => {
  test("comes after the last step and shows the pathways of all steps, each once", () => {
    const end = at("end");
    expect([end.n, end.count, end.isSummary, end.asks]).toEqual([4, 5, true, false]);
    expect([end.step.select, end.step.title, end.next]).toEqual([["K1"], "Summary", undefined]);
    expect(at("3").isSummary).toBe(false);
  });

  test("is a stop of the tour itself, whatever the last step was shown in", () => {
    expect(tours.changeTo("round", 4, defaults)).toMatchObject({
      mode: "tours",
      step: "end",
      pair: "",
      show: "nerves",
    });
  });

  test("knows the next tour, and that the last has none", () => {
    const own = new Tours({ tours: { first: { steps: [] }, last: { steps: [] } }, words: {} });
    expect([own.tourAfter("first"), own.tourAfter("last")]).toEqual(["last", undefined]);
  });
});

test("a reader's own settings are kept", () => {
  expect(tours.missingSettings("round", 0, defaults, defaults)).toEqual({ map: "divers", show: "nerves" });
  expect(tours.missingSettings("round", 0, defaults, { ...defaults, show: "bones" })).toEqual({ map: "divers" });
  expect(tours.missingSettings("round", 3, defaults, defaults)).toEqual({});
});

test("a step of nerve studies opens its study on its day, and the next one resets both", () => {
  const lab = new Tours({
    tours: {
      lab: {
        steps: [
          step({ mode: "studies", lesion: "ring", study: "tip_sensory", days: "2" }),
          step({ mode: "studies", lesion: "ring", study: "", days: "" }),
          step({ mode: "lesion", lesion: "ring", study: "", days: "" }),
        ],
      },
    },
    words: {},
  });
  const shown = [0, 1, 2].map((n) => lab.changeTo("lab", n, defaults));
  expect(shown[0]).toMatchObject({ mode: "studies", lesion: "ring", part: "tip_sensory", days: "2", injury: "" });
  expect(shown[1]).toMatchObject({ mode: "studies", part: "", days: "" });
  expect("days" in shown[2]).toBe(false);
});
