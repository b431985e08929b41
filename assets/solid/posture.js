// The posture of the body: a rig for each half, with the lowest point of the skin on the floor.
import { Group, Matrix4 } from "three";
import { applyAngles } from "./pose.js";
import { isInMiddle, Rig } from "./rig.js";
import { FADE, SKIN_TOP } from "./shaders.js";
import { Seat } from "./seat.js";
import { weightsOfLayer, weightsOfPoints } from "./skin-weights.js";

const NERVES = "nerves";
const SAMPLED = 16; // every so many points of the skin tell where the floor is
const THIGH_RADIUS = 0.12; // metres, at most

/** @typedef {{low: number[], high: number[]}} Box  in metres */

export class Posture {
  /**
   * @param {import("./body-scene.js").BodyScene} body
   * @param {Record<string, any>[]} joints  as in the mesh file
   * @param {number} unit  metres
   */
  constructor(body, joints, unit) {
    this.body = body;
    this.own = new Rig(joints, unit);
    this.other = new Rig(joints, unit);
    const mirror = new Group();
    mirror.scale.x = -1;
    mirror.add(this.other.root);
    body.root.add(this.own.root, mirror);
    this.seat = new Seat(body.root);
    /** @type {Set<string>} the layers that are bound to the joints */
    this.bound = new Set();
    /** @type {number[][]} */
    this.samples = [];
    /** @type {import("./pose.js").Angles | null} */
    this.angles = null;
  }

  /** Where a point of the standing body is now, before the body is mirrored. @param {number[]} point  metres */
  placed(point) {
    return this.own.placed(point);
  }

  /**
   * @param {import("./pose.js").Angles | null} angles  null to stand
   * @param {boolean} [isSitting]  whether the body has a seat
   */
  set(angles, isSitting = false) {
    this.angles = angles;
    if (!angles && this.own.isStanding) return;
    this.bindAll();
    this.body.root.updateMatrixWorld(true);
    applyAngles(this.own, angles ?? {}, false);
    applyAngles(this.other, angles ?? {}, true);
    const { low } = this.box();
    for (const rig of [this.own, this.other]) rig.moveTo([0, -low[1], 0]);
    if (isSitting) this.#placeSeat();
    else this.seat.hide();
  }

  /** The ends of a thigh: the joint at the trunk and the next one. @param {Rig} rig */
  #thigh(rig) {
    const upper = rig.tops.find((joint) => !isInMiddle(joint));
    return [upper, upper.children[0]].map(({ at }) => rig.placed(at));
  }

  /** The seat lies under the thigh that is not in colour. */
  #placeSeat() {
    const [rear, front] = this.#thigh(this.other);
    const isOfThigh = ([x, y, z]) =>
      x < 0 && y > front[1] - THIGH_RADIUS && z > rear[2] - THIGH_RADIUS && z < front[2] - THIGH_RADIUS;
    const sat = this.#skinSamples().map((point) => this.other.placed(point));
    this.seat.show(rear, front, Math.min(...sat.filter(isOfThigh).map(([, y]) => y)));
  }

  /** The box around the skin that is seen, as it is now. @returns {Box} */
  box() {
    const low = [Infinity, Infinity, Infinity];
    const high = [-Infinity, -Infinity, -Infinity];
    const include = (/** @type {number[]} */ point) =>
      point.forEach((value, axis) => {
        low[axis] = Math.min(low[axis], value);
        high[axis] = Math.max(high[axis], value);
      });
    for (const point of this.#skinSamples()) {
      include(this.own.placed(point));
      const [x, y, z] = this.other.placed(point);
      include([-x, y, z]);
    }
    return { low, high };
  }

  #skinSamples() {
    if (this.samples.length) return this.samples;
    const { points } = this.body.layers.get("skin").layer;
    for (let at = 0; at < points.length; at += 3 * SAMPLED)
      if (points[at + 1] < SKIN_TOP - FADE) this.samples.push([points[at], points[at + 1], points[at + 2]]);
    return this.samples;
  }

  /** Binds what is not bound yet to the joints. Until a pose is asked for, no layer pays for them. */
  bindAll() {
    for (const [name, meshes] of this.body.layers) {
      if (this.bound.has(name)) continue;
      this.bound.add(name);
      const { geometries, otherGeometries, layer, mesh, other } = meshes;
      weightsOfLayer(layer, this.own).addTo([...Object.values(geometries), ...Object.values(otherGeometries)]);
      bind(mesh, this.own);
      if (other) bind(other, this.other);
      if (meshes.covered) bind(meshes.covered, this.own);
    }
    if (this.bound.has(NERVES)) return;
    this.bound.add(NERVES);
    const { nerves, shadow } = this.body;
    weightsOfPoints(nerves.tubes.points, this.own).addTo([nerves.points]);
    nerves.light(nerves.lit); // its geometries take the new attributes
    for (const mesh of [...nerves.meshes, shadow.meshes[0]]) bind(mesh, this.own);
    bind(shadow.meshes[1], this.other);
  }
}

/** @param {import("three").SkinnedMesh} mesh @param {Rig} rig */
function bind(mesh, rig) {
  Object.assign(mesh, { isSkinnedMesh: true });
  mesh.bind(rig.skeleton, new Matrix4());
}
