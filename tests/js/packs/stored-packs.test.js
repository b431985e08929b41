// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  damagedDrafts,
  faultOf,
  faultOfText,
  forgetDamaged,
  keepDamaged,
} from "../../../assets/packs/damaged-drafts.js";
import { newPack, NEW } from "../../../assets/editor/new-entries.js";
import { soundStored } from "../../../assets/packs/pack-store.js";
import { seeded } from "./random-packs.js";

const read = (path) => JSON.parse(readFileSync(`${import.meta.dirname}/../../../${path}`, "utf8"));
const { good, known, kinds } = read("tests/fixtures/bad_packs.json");
const data = { schema: read("docs/pack.schema.json"), words: read("data/ui/strings.json"), known, most_bytes: 2000000 };
const step = (title) => ({ title, text: "", notes: "", state: "" });
const blank = { ...newPack("en"), tours: [NEW.tours()], cases: [NEW.cases()], quizzes: [NEW.quizzes()] };
const long = { ...newPack("en"), tours: [{ title: "", steps: Array.from({ length: 101 }, () => step("a")) }] };
const longAndBroken = { ...long, tours: [{ title: "", steps: [...long.tours[0].steps, null] }] };

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe("what makes a draft one that cannot be opened", () => {
  test.each([
    ["a good pack", good, undefined],
    ["a new pack with blank entries", blank, undefined],
    ["a title that is too long", { ...blank, title: "x".repeat(500) }, undefined],
    ["more steps than a file may have", long, undefined],
    ["half a character", { ...blank, title: "\ud83e" }, undefined],
    ["a list", [], "type"],
    ["a text", "draft", "type"],
    ["no format", { title: "x" }, "missing"],
    ["another version", { ...blank, version: 2 }, "version"],
    ["steps that are no list", { ...blank, tours: [{ title: "", steps: {} }] }, "type"],
    ["no step where one must be, among too many", longAndBroken, "type"],
    ["a field of another version", { ...blank, colour: "red" }, "extra"],
  ])("%s", (_, raw, code) => expect(faultOf(raw, data)?.code).toBe(code));

  test.each([
    ["{", "json"],
    ["\0", "binary"],
    ["[".repeat(3) + "]".repeat(3), "type"],
  ])("the text %j", (text, code) => expect(faultOfText(text, data)?.code).toBe(code));

  test("is in no pack that a person made", () => {
    for (let seed = 1; seed <= 40; seed++) expect(faultOf(seeded(seed).pack(), data)).toBeNull();
  });
});

test("what a tab remembers of places is checked", () => {
  const place = { kind: "tours", n: 0, at: -1 };
  expect(soundStored({ place }).place).toEqual(place);
  for (const wrong of [5, "x", {}, { ...place, kind: "toString" }, { ...place, n: -1 }, { ...place, at: 0.5 }])
    expect(soundStored({ place: wrong }).place).toBeNull();
  expect(soundStored({ screen: "other", link: 4, isSaved: "yes" })).toMatchObject({ screen: "start", link: "", isSaved: false }); // prettier-ignore
  expect(soundStored(null)).toMatchObject({ draft: null, isSaved: true, screen: "start" });
});

describe("a damaged draft", () => {
  test("is kept once, until it is forgotten", () => {
    for (const text of ["{", "[", "{"]) keepDamaged("tab", text);
    keepDamaged("device", "<");
    expect(damagedDrafts()).toEqual(["{", "[", "<"]);
    forgetDamaged("{");
    expect(damagedDrafts()).toEqual(["[", "<"]);
  });

  test("is kept in the page where the browser has no room", () => {
    const setItem = () => {
      throw new Error("full");
    };
    vi.stubGlobal("localStorage", { getItem: () => null, setItem, removeItem: () => {} });
    expect(keepDamaged("device", "big")).toBe(false);
    expect(damagedDrafts()).toEqual(["big"]);
    vi.unstubAllGlobals();
    forgetDamaged("big");
    expect(damagedDrafts()).toEqual([]);
  });
});

/** The modules as a reloaded page has them, with what the browser stored. */
async function loaded({ tab, device }) {
  if (tab !== undefined) sessionStorage.setItem("nerve-atlas-packs", tab);
  if (device !== undefined) localStorage.setItem("nerve-atlas-draft", device);
  vi.resetModules();
  vi.doMock("../../../assets/packs/pack-data.js", () => ({
    fetchPackData: async () => data,
    knowledgeOf: () => ({ given: known, kinds: new Map(Object.entries(kinds)), questions: null }),
  }));
  const [{ checkStored }, { stored, keptDraft }, damaged] = await Promise.all([
    import("../../../assets/packs/stored-packs.js"),
    import("../../../assets/packs/pack-store.js"),
    import("../../../assets/packs/damaged-drafts.js"),
  ]);
  await checkStored({});
  return { stored, kept: keptDraft(), damaged: damaged.damagedDrafts() };
}

describe("when the page loads", () => {
  test("sound packs stay as they are", async () => {
    const packs = { draft: blank, opened: good, playing: good, screen: "edit" };
    const { stored, kept, damaged } = await loaded({ tab: JSON.stringify(packs), device: JSON.stringify(blank) });
    expect(stored).toMatchObject(packs);
    expect(kept).toEqual(blank);
    expect(damaged).toEqual([]);
  });

  test("a damaged draft of the tab is put away, with nothing lost", async () => {
    const draft = { ...blank, tours: 5 };
    const { stored, damaged } = await loaded({ tab: JSON.stringify({ draft, screen: "edit", opened: good }) });
    expect(stored).toMatchObject({ draft: null, screen: "start", opened: good });
    expect(damaged.map((text) => JSON.parse(text))).toEqual([draft]);
  });

  test("what the tab has that is no JSON is put away as it is", async () => {
    const { stored, damaged } = await loaded({ tab: '{"draft": {"title": "My to' });
    expect(stored.draft).toBeNull();
    expect(damaged).toEqual(['{"draft": {"title": "My to']);
  });

  test("a damaged draft of the device is put away there", async () => {
    const { kept, damaged } = await loaded({ device: '{"title": 5}' });
    expect(kept).toBeNull();
    expect(damaged).toEqual(['{"title": 5}']);
    expect(localStorage.getItem("nerve-atlas-draft")).toBeNull();
  });

  test("a pack that is played or opened and has a fault is dropped", async () => {
    const faulty = { ...good, title: " " };
    const { stored } = await loaded({ tab: JSON.stringify({ opened: faulty, playing: { steps: 1 } }) });
    expect([stored.opened, stored.playing]).toEqual([null, null]);
  });
});
