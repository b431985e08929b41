import { describe, expect, test } from "vitest";
import {
  bonePaint,
  musclePaint,
  nervePaint,
  skinPaint,
  skinTokens,
  stateOf,
} from "../../../assets/solid/part-paints.js";

const material = {
  skin: [200, 200, 200],
  muscle: [180, 100, 90],
  nerve: [240, 220, 160],
  pale: [220, 220, 220],
  bone: [238, 226, 200],
  disc: [170, 190, 200],
};
const theme = (token) => [token.length, token.charCodeAt(0), token.charCodeAt(token.length - 1)];
const painting = (states, more = {}) => ({
  theme,
  material,
  isOn: true,
  isInLesion: false,
  isIsolated: false,
  stateOf: (id) => ({ state: "", isChosen: false, isAdded: false, ...states[id] }),
  ...more,
});
const element = (...classes) => ({ classList: { contains: (name) => classes.includes(name) } });

test("the state of a node is the strongest class of its elements", () => {
  const byId = new Map([
    ["heel", [element("lit"), element("lost", "chosen")]],
    ["sole", [element("spared")]],
  ]);
  expect(stateOf({ byId }, "heel")).toEqual({ state: "lost", isChosen: true, isAdded: false });
  expect(stateOf({ byId }, "sole").state).toBe("spared");
  expect(stateOf({ byId }, "unknown").state).toBe("");
});

test.each([
  [["c5", ""], ["c5"]],
  [
    ["patterned", "url(#fill-c4-c5)"],
    ["c4", "c5"],
  ],
  [["c5", "url(#fill-c5-unread)"], ["c5"]],
  [
    ["patterned", "url(#fill-n1-n12-unread)"],
    ["n1", "n12"],
  ],
  [["silent", ""], ["ground"]],
])("a patch of the layer %j has the colours %j", (layer, tokens) => expect(skinTokens(layer)).toEqual(tokens));

describe("skin", () => {
  test("has the colours of the layer, and their stripes where it has two", () => {
    expect(skinPaint("heel", ["c5"], painting({}, { isOn: false }))).toMatchObject({ colour: theme("c5"), pattern: 0 });
    const two = skinPaint("heel", ["c4", "c5"], painting({ heel: { state: "lit" } }));
    expect(two).toMatchObject({ colour: theme("c4"), lines: theme("c5"), pattern: 1, isLit: true });
  });

  test("differs in its lines for every state, as in the figures", () => {
    const states = ["lost", "reduced", "at-times", "felt", "referred", "referred-faint", "only-a", "only-b", "both"];
    const patterns = states.map((state) => skinPaint("heel", ["c5"], painting({ heel: { state } })).pattern);
    expect(new Set(patterns).size).toBe(states.length);
    expect(skinPaint("heel", ["c5"], painting({ heel: { state: "lost" } }))).toMatchObject({
      colour: theme("lost"),
      lines: theme("lost-line"),
      isLit: true,
    });
  });

  test("recedes beside a selection, and disappears when only the selection is shown", () => {
    const beside = skinPaint("heel", ["c5"], painting({}));
    expect(beside.isLit).toBeFalsy();
    expect(beside.opacity).toBe(1);
    expect(skinPaint("heel", ["c5"], painting({}, { isIsolated: true })).opacity).toBe(0);
    expect(skinPaint("", [], painting({}, { isIsolated: true })).opacity).toBe(0);
  });
});

describe("muscles", () => {
  test("turn grey without their nerve, with a second sign", () => {
    const lesion = { isInLesion: true };
    const lost = musclePaint("soleus", painting({ soleus: { state: "lost" } }, lesion));
    const weak = musclePaint("soleus", painting({ soleus: { state: "reduced" } }, lesion));
    expect(lost.colour).toEqual(theme("faded"));
    expect(lost.pattern).not.toBe(0);
    expect(weak.pattern).not.toBe(lost.pattern);
    expect(musclePaint("soleus", painting({ soleus: { state: "spared" } }, lesion)).colour).toEqual(material.muscle);
  });

  test("are lit, recede or are hidden with a selection", () => {
    expect(musclePaint("soleus", painting({ soleus: { state: "lit" } })).isLit).toBe(true);
    expect(musclePaint("soleus", painting({})).colour).not.toEqual(material.muscle);
    expect(musclePaint("soleus", painting({}, { isIsolated: true })).opacity).toBe(0);
    expect(musclePaint("soleus", painting({}, { isOn: false })).colour).toEqual(material.muscle);
  });
});

describe("nerves", () => {
  test("of the path have its colour, and those of what was added another one", () => {
    expect(nervePaint("tibial", painting({ tibial: { state: "lit" } })).colour).toEqual(theme("path"));
    expect(nervePaint("tibial", painting({ tibial: { state: "lit", isAdded: true } })).colour).toEqual(theme("added"));
  });

  test("that a lesion cuts are grey", () => {
    const cut = nervePaint("tibial", painting({ tibial: { state: "severed" } }, { isInLesion: true }));
    expect(cut).toMatchObject({ colour: theme("faded"), isLit: true });
    const spared = nervePaint("tibial", painting({ tibial: { state: "spared" } }, { isInLesion: true }));
    expect(spared.isLit).toBeFalsy();
  });
});

test("bones have the colour of their kind", () => {
  expect(bonePaint("disc", painting({}, { isOn: false })).colour).toEqual(material.disc);
  expect(bonePaint("bone", painting({}, { isIsolated: true })).opacity).toBe(0);
});
