import { describe, expect, it, test } from "vitest";
import { nextTask, readPlace, writePlace } from "../../../assets/drills/drill-address.js";

const KNOWN = { paint: ["L5", "sural"], build: ["plexus", "sural"] };

describe("the address of a drill", () => {
  test.each([
    ["", { drill: "", id: "", at: "" }],
    ["paint:L5", { drill: "paint", id: "L5", at: "" }],
    ["paint:sural:answer", { drill: "paint", id: "sural", at: "answer" }],
    ["build:plexus:12", { drill: "build", id: "plexus", at: "12" }],
  ])("%s", (part, place) => {
    expect(readPlace(part, KNOWN)).toEqual(place);
    expect(writePlace(/** @type {any} */ (place))).toBe(part);
  });

  it("takes ids in any case", () => expect(readPlace("paint:l5", KNOWN).id).toBe("L5"));

  test.each(["paint", "paint:L9", "paint:L5:3", "build:L5", "build:plexus:x", "paint:L5:answer:more", "draw:L5", "constructor:a"])("%s is no drill", (part) => expect(readPlace(part, KNOWN)).toBeNull()); // prettier-ignore
});

test("the next task goes through all of them, in an order of the seed", () => {
  const ids = ["L2", "L3", "L4", "L5", "S1", "S2"];
  const run = (/** @type {string} */ seed) => {
    const found = ["L5"];
    for (let n = 1; n < ids.length; n++) found.push(nextTask(ids, found.at(-1), seed));
    return found;
  };
  for (const seed of ["", "a", "b2"]) expect([...run(seed)].sort()).toEqual(ids);
  expect(run("a")).toEqual(run("a"));
  expect(new Set(["", "a", "b", "c", "d"].map((seed) => run(seed).join())).size).toBeGreaterThan(1);
  expect(nextTask(["L5"], "L5", "a")).toBe("L5");
});
