import { describe, expect, test } from "vitest";
import { nearestSmall, FINGER_REACH } from "../../assets/figures/small-targets.js";

const box = (left, top, width, height) => ({ left, top, width, height });

// A foot from above: its back, and between two toes the web, whose middle is (50, 105).
const DORSUM = box(20, 0, 60, 100);
const WEB = box(45, 97, 10, 16);
const LONG = box(80, 0, 10, 90);
const BOXES = [DORSUM, WEB, LONG];
const TOE = box(20, 100, 26, 46); // its middle is (33, 123)

describe("what a finger means", () => {
  test.each([
    ["just above the web, on the back of the foot", { x: 50, y: 92 }, DORSUM, 1],
    ["in the middle of the back of the foot", { x: 50, y: 50 }, DORSUM, -1],
    ["on the back of the foot, beyond reach of the web", { x: 50, y: 105 - FINGER_REACH }, DORSUM, -1],
    ["beside the foot, near the web", { x: 60, y: 110 }, null, 1],
    ["beside the foot, far from everything", { x: 150, y: 110 }, null, -1],
    ["on the web itself", { x: 54, y: 112 }, WEB, -1],
    ["on the toe, nearer to the middle of the web", { x: 43, y: 106 }, TOE, 1],
    ["on the toe, nearer to its own middle", { x: 35, y: 118 }, TOE, -1],
    ["beside a long patch, which is not small", { x: 95, y: 45 }, null, -1],
  ])("%s", (_, point, touched, expected) => {
    expect(nearestSmall(point, BOXES, touched)).toBe(expected);
  });

  test("of two small patches the nearer one", () => {
    expect(nearestSmall({ x: 52, y: 10 }, [box(0, 0, 20, 20), box(50, 0, 20, 20)], null)).toBe(1);
    expect(nearestSmall({ x: 22, y: 10 }, [box(0, 0, 20, 20), box(50, 0, 20, 20)], null)).toBe(0);
  });

  test("a patch that is not shown is not meant", () => {
    expect(nearestSmall({ x: 0, y: 0 }, [box(0, 0, 0, 0)], null)).toBe(-1);
  });
});
