// The joints of the body as bones of three.js, and which of them move a point of it. A joint is a chain of bones.
import { Bone, Matrix4, Quaternion, Skeleton, Vector3 } from "three";

/**
 * A joint of the mesh file in metres; `children` are those that it carries, `first` is the number of its first bone.
 * @typedef {object} Joint
 * @property {string} id
 * @property {string} parent
 * @property {number[]} at
 * @property {number[]} axis
 * @property {1 | -1} bends  whether a positive angle turns by the right-hand rule
 * @property {number[]} towards
 * @property {number} start
 * @property {number} end
 * @property {Joint[]} children
 * @property {number} first
 */
/** The two bones that move a point, and the share of the second. @typedef {[first: number, second: number, share: number]} Weight */

const STEPS = 6; // bones of a joint: each takes an equal share of its rotation, so that soft parts bend as a tube does
// Soft parts near the middle of the body, above the crotch, do not move with a leg, so that both sides still meet.
const [MIDDLE, CROTCH, ABOVE_CROTCH] = [0.03, 0.14, 0.06]; // metres: from the middle, and below the joint of the leg
const RADIANS = Math.PI / 180;

const smooth = (/** @type {number} */ share) => {
  const within = Math.max(0, Math.min(1, share));
  return within * within * (3 - 2 * within);
};

/** Whether a joint lies in the middle of the body; those of the right leg have a negative x. @param {Pick<Joint, "at">} joint */
export const isInMiddle = ({ at }) => at[0] >= 0;

/**
 * The rotation of a joint that bends about its axis and about the line from back to front.
 * @param {Pick<Joint, "axis" | "bends">} joint
 * @param {number} bend  degrees about its axis
 * @param {number} tilt  degrees about the line from back to front
 */
export function rotationOf({ axis, bends }, bend, tilt) {
  const about = new Quaternion().setFromAxisAngle(new Vector3().fromArray(axis), bends * bend * RADIANS);
  return new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), tilt * RADIANS).multiply(about);
}

/** The share of a joint's movement that a point of the standing body follows, from 0 (none) to 1 (all). */
function shareOf({ at, towards, start, end, parent }, x, y, z) {
  const far = (x - at[0]) * towards[0] + (y - at[1]) * towards[1] + (z - at[2]) * towards[2];
  const share = smooth((far - start) / (end - start));
  const isHip = !parent && !isInMiddle({ at });
  if (!isHip || !share) return share;
  const middle = MIDDLE * smooth((y - at[1] + CROTCH) / ABOVE_CROTCH);
  return middle ? share * smooth(-x / middle) : share;
}

export class Rig {
  /**
   * @param {Record<string, any>[]} joints  as in the mesh file, parents first
   * @param {number} unit  metres
   */
  constructor(joints, unit) {
    this.root = new Bone();
    this.bones = [this.root];
    /** @type {Map<string, Joint>} */
    this.joints = new Map();
    for (const joint of joints) this.#addJoint(joint, unit);
    this.tops = [...this.joints.values()].filter(({ parent }) => !parent);
    this.root.updateMatrixWorld(true);
    this.inverses = this.bones.map((bone) => bone.matrixWorld.clone().invert());
    this.skeleton = new Skeleton(this.bones, this.inverses);
    this.moved = this.bones.map(() => new Matrix4());
    this.isStanding = true;
  }

  /** @param {any} packed @param {number} unit */
  #addJoint({ at, start, end, ...rest }, unit) {
    const place = at.map((/** @type {number} */ step) => step * unit);
    const carrier = this.joints.get(rest.parent);
    const joint = /** @type {Joint} */ ({
      ...rest,
      at: place,
      start: start * unit,
      end: end * unit,
      children: [],
      first: this.bones.length,
    });
    carrier?.children.push(joint);
    this.joints.set(joint.id, joint);
    let before = carrier ? this.bones[carrier.first + STEPS - 1] : this.root;
    for (let step = 0; step < STEPS; step += 1) {
      const bone = new Bone();
      if (!step) bone.position.fromArray(place.map((value, axis) => value - (carrier ? carrier.at[axis] : 0)));
      before.add(bone);
      this.bones.push(bone);
      before = bone;
    }
  }

  /**
   * @param {number} x  metres, of the standing body
   * @param {number} y
   * @param {number} z
   * @param {boolean} [isRigid]  whether the point stands for a whole bone, which does not bend
   * @returns {Weight}
   */
  weightOf(x, y, z, isRigid = false) {
    for (const joint of this.tops) {
      const weight = this.#weightBeyond(joint, [x, y, z], isRigid, 0);
      if (weight) return weight;
    }
    return [0, 0, 0];
  }

  /** @returns {Weight | null}  null if the joint does not move the point */
  #weightBeyond(joint, point, isRigid, carrier) {
    const exact = shareOf(joint, point[0], point[1], point[2]);
    // the kneecap lies across its joint and turns half as far; all other bones lie on one side of theirs
    const share = isRigid ? Math.round(2 * exact) / 2 : exact;
    if (!share) return null;
    const last = joint.first + STEPS - 1;
    if (share === 1) {
      for (const child of joint.children) {
        const weight = this.#weightBeyond(child, point, isRigid, last);
        if (weight) return weight;
      }
      return [last, last, 0];
    }
    const whole = Math.floor(share * STEPS);
    return [whole ? joint.first + whole - 1 : carrier, joint.first + whole, share * STEPS - whole];
  }

  /**
   * Rotates joints, and the whole body about the middle of the floor.
   * @param {Map<string, Quaternion>} rotations  of joints by id; the others stay as they stand
   * @param {Quaternion} whole
   */
  rotate(rotations, whole) {
    const still = new Quaternion();
    for (const { id, first } of this.joints.values()) {
      const share = new Quaternion().slerp(rotations.get(id) ?? still, 1 / STEPS);
      for (let step = 0; step < STEPS; step += 1) this.bones[first + step].quaternion.copy(share);
    }
    this.root.quaternion.copy(whole);
    this.isStanding = whole.equals(still) && [...rotations.values()].every((rotation) => rotation.equals(still));
    this.moveTo([0, 0, 0]);
  }

  /** Moves the whole body. @param {number[]} to  metres */
  moveTo(to) {
    this.root.position.fromArray(to);
    this.root.updateMatrixWorld(true);
    const group = this.root.parent ? this.root.parent.matrixWorld.clone().invert() : new Matrix4();
    this.moved = this.bones.map((bone, n) =>
      new Matrix4().multiplyMatrices(group, bone.matrixWorld).multiply(this.inverses[n]),
    );
  }

  /**
   * Where a point of the standing body is now, before the body is mirrored.
   * @param {number[]} point  metres
   * @returns {number[]}
   */
  placed(point) {
    if (this.isStanding) return point;
    const [first, second, share] = this.weightOf(point[0], point[1], point[2]);
    const low = new Vector3().fromArray(point).applyMatrix4(this.moved[first]);
    const high = new Vector3().fromArray(point).applyMatrix4(this.moved[second]);
    return low.lerp(high, share).toArray();
  }
}
