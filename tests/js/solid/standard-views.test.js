import { describe, expect, test } from "vitest";
import { movedByKey } from "../../../assets/solid/camera-keys.js";
import {
  cameraAround,
  cameraFrom,
  cameraOf,
  cameraText,
  FIELD,
  mirroredCamera,
  panned,
  sectionCamera,
  turned,
} from "../../../assets/solid/standard-views.js";

const close = (found, expected) => found.forEach((value, n) => expect(value).toBeCloseTo(expected[n], 10));
const FRONT = { right: [1, 0, 0], up: [0, 1, 0], at: [0, 0.6, 0], reach: 1.2 };

test("a view is seen from in front of it, far enough to fit", () => {
  const { eye, at } = cameraOf(FRONT, 1);
  close(at, [0, 0.6, 0]);
  close(eye.slice(0, 2), [0, 0.6]);
  const seen = 2 * eye[2] * Math.tan((FIELD * Math.PI) / 360);
  expect(seen).toBeGreaterThan(1.2);
  expect(seen).toBeLessThan(1.3);
});

test("a view of the sole is seen from below", () => {
  const { eye, at } = cameraOf({ right: [1, 0, 0], up: [0, 0, 1], at: [0, 0, 0], reach: 0.25 }, 1);
  expect(eye[1]).toBeLessThan(at[1]);
  close([eye[0], eye[2]], [0, 0]);
});

test("a narrow canvas moves the eye away from a wide view", () => {
  const foot = { ...FRONT, reach: 0.25 };
  expect(cameraOf(foot, 0.5).eye[2]).toBeGreaterThan(cameraOf(foot, 1).eye[2] * 0.99);
  expect(cameraOf(foot, 2).eye[2]).toBeCloseTo(cameraOf(foot, 1).eye[2], 10);
});

test("a body that stands upright is as high as a canvas that is less wide than high", () => {
  expect(cameraOf(FRONT, 0.6).eye[2]).toBeCloseTo(cameraOf(FRONT, 2).eye[2], 10);
  expect(cameraOf(FRONT, 0.3).eye[2]).toBeGreaterThan(cameraOf(FRONT, 0.6).eye[2]);
});

describe("keys", () => {
  const camera = { eye: [0, 0, 2], at: [0, 0, 0] };

  test("turn about the long axis at the same distance", () => {
    close(turned(camera, [90, 0, 1]).eye, [2, 0, 0]);
    close(turned(camera, [0, 30, 1]).eye, [0, 1, Math.sqrt(3)]);
    close(turned(camera, [0, 0, 0.5]).eye, [0, 0, 1]);
  });

  test("never look along the long axis", () => {
    let moved = camera;
    for (let turns = 0; turns < 20; turns += 1) moved = movedByKey(moved, { key: "ArrowUp", shiftKey: false });
    expect(Math.hypot(moved.eye[0], moved.eye[2])).toBeGreaterThan(0.01);
  });

  test("return where they were when turns are undone", () => {
    const there = ["ArrowLeft", "ArrowDown", "ArrowUp", "ArrowRight"].reduce(
      (moved, key) => movedByKey(moved, { key, shiftKey: false }),
      camera,
    );
    close(there.eye, camera.eye);
  });

  test("move eye and target alike across what is seen", () => {
    const seen = 2 * 2 * Math.tan((FIELD * Math.PI) / 360);
    const moved = panned(camera, [0.1, 0]);
    close(moved.eye, [0.1 * seen, 0, 2]);
    close(moved.at, [0.1 * seen, 0, 0]);
    close(panned(camera, [0, 0.1]).at, [0, 0.1 * seen, 0]);
    const fromTheSide = panned({ eye: [2, 0, 0], at: [0, 0, 0] }, [0.1, 0]);
    close(fromTheSide.at, [0, 0, -0.1 * seen]);
  });

  test("move also when the eye is straight below", () => {
    for (const value of panned({ eye: [0, -1, 0], at: [0, 0, 0] }, [0.1, 0.1]).at) expect(value).not.toBeNaN();
  });
});

test("the mirror image of a camera", () => {
  expect(mirroredCamera({ eye: [1, 2, 3], at: [-4, 5, 6] })).toEqual({ eye: [-1, 2, 3], at: [4, 5, 6] });
});

describe("a camera in the address", () => {
  test("is read as it was written, to the millimetre", () => {
    const camera = { eye: [-1.2, 0.5, 0.7004], at: [-0.1, 0.35, 0.05] };
    expect(cameraText(camera)).toBe("-1200,500,700,-100,350,50");
    expect(cameraFrom(cameraText(camera))).toEqual({ eye: [-1.2, 0.5, 0.7], at: [-0.1, 0.35, 0.05] });
  });

  test.each([
    "",
    "1,2,3",
    "a,b,c,d,e,f",
    "1,2,3,,5,6",
    "0,0,0,0,0,0",
    "NaN,0,0,0,0,1",
    "99999999,0,0,0,0,0",
    "1,1,1,1,1,1",
  ])("%j names none", (text) => expect(cameraFrom(text)).toBeNull());
});

describe("the camera around boxes", () => {
  // together they reach from -1 to 3 across, 0 to 2 upwards and -1 to 1 in depth; their middle is 1, 1, 0
  const boxes = [
    { low: [-1, 0, -1], high: [1, 1, 0] },
    { low: [0, 1, 0], high: [3, 2, 1] },
  ];
  const slope = Math.tan((FIELD * Math.PI) / 360);

  test.each([
    // azimuth, aspect, half of what has to fit upwards, half the depth, direction of the eye
    [0, 2, 1, 1, [0, 0, 1]],
    [0, 0.5, 4, 1, [0, 0, 1]],
    [90, 2, 1, 2, [1, 0, 0]],
    [180, 4, 1, 1, [0, 0, -1]],
  ])("%i degrees round, aspect %f", (azimuth, aspect, fits, deep, [x, y, z]) => {
    const { eye, at } = cameraAround(boxes, [azimuth, 0], aspect);
    close(at, [1, 1, 0]);
    const away = Math.hypot(eye[0] - 1, eye[1] - 1, eye[2]);
    close(eye, [1 + away * x, 1 + away * y, away * z]);
    const seen = (away - deep) * slope; // at the front of the boxes
    expect(seen).toBeGreaterThan(fits);
    expect(seen).toBeLessThan(1.2 * fits);
  });
});

test("a cross-section is seen from above, from the side from which the body was seen", () => {
  const [front, back] = [1, -1].map((z) => sectionCamera(0.4, { eye: [0, 1, z], at: [0, 1, 0] }));
  expect([front.at[1], back.at]).toEqual([0.4, front.at]);
  for (const { eye } of [front, back]) expect(eye[1]).toBeGreaterThan(0.4);
  expect(front.eye[2] - front.at[2]).toBeGreaterThan(0);
  expect(back.eye[2] - back.at[2]).toBeCloseTo(front.at[2] - front.eye[2], 10);
});
