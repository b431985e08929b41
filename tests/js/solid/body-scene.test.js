// The body as objects of three.js, without a canvas.
import { DoubleSide, FrontSide } from "three";
import { describe, expect, test } from "vitest";
import { BodyScene } from "../../../assets/solid/body-scene.js";

/** A layer of one triangle. */
function layer(name) {
  const corners = new Uint32Array([0, 1, 2]);
  return {
    name,
    parts: [{ id: "part", kind: name, points: 3, paired: false, fine: 3, middle: 3, coarse: 3 }],
    points: new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]),
    normals: new Int8Array(12).fill(1),
    info: new Uint8Array(12),
    ...{ fine: corners, middle: corners, coarse: corners },
  };
}
const sides = (body) => [...body.layers.values()].map(({ mesh }) => mesh.material.side);

describe("a cross-section", () => {
  test("shows the inside of every layer but the skin", () => {
    const body = new BodyScene();
    for (const name of ["skin", "bones", "muscles"]) body.addLayer(layer(name));
    body.cut(0.5);
    expect(sides(body)).toEqual([FrontSide, DoubleSide, DoubleSide]);
    body.cut(null);
    expect(sides(body)).toEqual([FrontSide, FrontSide, FrontSide]);
  });

  test("cuts a layer that arrives later, too", () => {
    const body = new BodyScene();
    body.addLayer(layer("bones"));
    body.cut(0.5);
    body.addLayer(layer("muscles"));
    expect(sides(body)).toEqual([DoubleSide, DoubleSide]);
  });
});
