// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { titleOfView } from "../../../assets/editor/view-words.js";

const NAMES = { L5: "L5 nerve root", tibial: "tibial nerve", knee: "knee", long: "n".repeat(130) };
const defaults = { mode: "", select: "", with: "", lesion: "", pair: "", plate: "limb", map: "a" };
const page = { payload: { nameOf: (id) => NAMES[id] }, defaults };

document.body.innerHTML = '<button data-mode="myotomes">Myotomes</button><button data-plate="foot">Foot</button>';

describe("the title of a step that shows", () => {
  test.each([
    ["", ""],
    ["?select=L5", "L5 nerve root"],
    ["?select=tibial", "Tibial nerve"],
    ["?select=tibial&with=L5", "Tibial nerve + L5 nerve root"],
    ["?mode=lesion&lesion=knee&select=tibial", "Tibial nerve + knee"],
    ["?select=tibial&lesion=tibial", "Tibial nerve"],
    ["?mode=myotomes", "Myotomes"],
    ["?mode=myotomes&plate=foot", "Myotomes"],
    ["?plate=foot", "Foot"],
    ["?map=b", ""],
    ["?select=unknown", "Unknown"],
    ["?select=long", `N${"n".repeat(119)}`],
  ])("%s is “%s”", (view, title) => expect(titleOfView(view, page)).toBe(title));
});
