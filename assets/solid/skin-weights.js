// Which bones of the rig move each point of a layer or of the nerves, and how far: skin weights, as three.js names them.
import { BufferAttribute } from "three";

/** @import { BufferGeometry } from "three" */
/** @import { Layer } from "./mesh-data.js" */
/** @import { Rig } from "./rig.js" */

const FULL = 255;
const RIGID = ["bone", "vertebra"];

class SkinWeights {
  /** @param {number} count  of points */
  constructor(count) {
    this.bones = new Uint8Array(4 * count);
    this.shares = new Uint8Array(4 * count);
  }

  /** @param {number} at @param {import("./rig.js").Weight} weight */
  set(at, [first, second, share]) {
    const whole = Math.round(share * FULL);
    this.bones.set([first, second], 4 * at);
    this.shares.set([FULL - whole, whole], 4 * at);
  }

  /** @param {BufferGeometry[]} geometries  over the same points */
  addTo(geometries) {
    const bones = new BufferAttribute(this.bones, 4);
    const shares = new BufferAttribute(this.shares, 4, true);
    for (const geometry of geometries) geometry.setAttribute("skinIndex", bones).setAttribute("skinWeight", shares);
  }
}

/** The centre of the box around some points. */
function boxCentre(points, start, count) {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let at = 3 * start; at < 3 * (start + count); at += 1) {
    low[at % 3] = Math.min(low[at % 3], points[at]);
    high[at % 3] = Math.max(high[at % 3], points[at]);
  }
  return low.map((value, axis) => (value + high[axis]) / 2);
}

/**
 * @param {Float32Array} points  of the standing body, in metres
 * @param {Rig} rig
 * @returns {SkinWeights}
 */
export function weightsOfPoints(points, rig) {
  const weights = new SkinWeights(points.length / 3);
  for (let at = 0; 3 * at < points.length; at += 1)
    weights.set(at, rig.weightOf(points[3 * at], points[3 * at + 1], points[3 * at + 2]));
  return weights;
}

/**
 * Bones move as a whole; everything else bends.
 * @param {Layer} layer
 * @param {Rig} rig
 * @returns {SkinWeights}
 */
export function weightsOfLayer({ points, parts }, rig) {
  const weights = weightsOfPoints(points, rig);
  let start = 0;
  for (const { kind, points: count } of parts) {
    if (RIGID.includes(kind)) {
      const [x, y, z] = boxCentre(points, start, count);
      const whole = rig.weightOf(x, y, z, true);
      for (let at = start; at < start + count; at += 1) weights.set(at, whole);
    }
    start += count;
  }
  return weights;
}
