import { expect, test } from "vitest";
import { firstOf } from "../../assets/lesion/first-nodes.js";

const ids = ["L5", "sciatic", "tibial_knee", "tibial_calf", "sural", "plantar"];
const edges = /** @type {[number, number][]} */ ([
  [0, 1],
  [1, 2],
  [2, 3],
  [2, 4],
  [3, 5],
]);

test.each([
  ["the start of a nerve in two stretches", ["tibial_knee", "tibial_calf"], ["tibial_knee"]],
  ["in any order", ["tibial_calf", "tibial_knee"], ["tibial_knee"]],
  ["two places that do not follow each other", ["sural", "tibial_calf"], ["sural", "tibial_calf"]],
  ["two places with a healthy stretch between them", ["sciatic", "tibial_calf"], ["sciatic", "tibial_calf"]],
  ["one place", ["L5"], ["L5"]],
])("the marker of a lesion stands at %s", (_, removed, first) => {
  expect(firstOf({ ids, edges }, removed)).toEqual(first);
});
