// What a row of movement/pose_frames.csv does to the joints, and what lies between two rows.
import { Quaternion, Vector3 } from "three";
import { isInMiddle, rotationOf } from "./rig.js";

/** @import { Rig } from "./rig.js" */

/**
 * What differs from standing, in degrees, by the names that data/sources/columns.csv explains for pose_frames.
 * @typedef {Record<string, number>} Angles
 */

const OTHER = "other.";
const RADIANS = Math.PI / 180;

/**
 * The angles at a place between frames.
 * @param {Angles[]} frames
 * @param {number} at  0 for the first frame, 1 for the second …
 * @returns {Angles}
 */
export function anglesAt(frames, at) {
  const low = Math.max(0, Math.min(frames.length - 1, Math.floor(at)));
  const [before, after] = [frames[low], frames[Math.min(frames.length - 1, low + 1)]];
  const share = Math.max(0, Math.min(1, at - low));
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    names.map((name) => [name, (before[name] ?? 0) * (1 - share) + (after[name] ?? 0) * share]),
  );
}

/**
 * Rotates the joints of one side of the body, and those of the trunk.
 * @param {Rig} rig
 * @param {Angles} angles
 * @param {boolean} isOther  whether this is the leg that is not in colour, whose right and left are swapped
 */
export function applyAngles(rig, angles, isOther) {
  const of = (/** @type {string} */ name) => angles[name] ?? 0;
  const own = (/** @type {string} */ name) => of(isOther ? OTHER + name : name);
  const towardsOwn = isOther ? -1 : 1;
  const joints = [...rig.joints.values()];
  const middle = joints.filter(isInMiddle);
  const rotationFor = (/** @type {import("./rig.js").Joint} */ joint) =>
    isInMiddle(joint)
      ? rotationOf(joint, of("middle") / middle.length, (towardsOwn * of("middle.side")) / middle.length)
      : rotationOf(joint, own(joint.id), -own(`${joint.id}.side`));
  const tilt = new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), -towardsOwn * of("body.tilt") * RADIANS);
  const lean = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), of("body.lean") * RADIANS);
  rig.rotate(new Map(joints.map((joint) => [joint.id, rotationFor(joint)])), lean.multiply(tilt));
}

/**
 * A pose as the bundle has it.
 * @typedef {object} Pose
 * @property {string} id
 * @property {string} name
 * @property {string} shows
 * @property {string} weakness  what is seen when its muscles are weak; "" if it is not about weakness
 * @property {string[]} muscles
 * @property {string} muscle_names
 * @property {boolean} isSitting
 * @property {boolean} opensWeak
 * @property {[azimuth: number, elevation: number]} eye  degrees
 * @property {Mark} mark
 * @property {{frame: number, drawn: string[], label: string, says: string, mark: Mark}[]} strain
 * @property {Frame[]} usual
 * @property {Frame[]} weak
 */
/** @typedef {{claim: string, title: string, className: string}} Mark */
/** @typedef {{says: string, angles: Angles, mark: Mark}} Frame */
/** A pose, how far it has gone (0 for its first frame), and whether its muscles are weak. @typedef {{id: string, at: number, isWeak: boolean}} Posed */

const WEAK = "weak";

/**
 * A pose in the address: its id, how far it has gone, and `weak`.
 * @param {Posed} posed
 * @returns {string}
 */
export const poseText = ({ id, at, isWeak }) =>
  [id, String(Math.round(at * 100) / 100), ...(isWeak ? [WEAK] : [])].join();

/**
 * @param {string} text
 * @param {Pose[]} poses
 * @returns {Posed | null}  null if it names no pose
 */
export function poseFrom(text, poses) {
  const [id, at = "", state = ""] = text.split(",").map((part) => part.trim());
  const pose = poses.find((one) => one.id === id);
  if (!pose) return null;
  const isWeak = state === WEAK && pose.weak.length > 0;
  const last = (isWeak ? pose.weak : pose.usual).length - 1;
  const far = at === "" || !Number.isFinite(Number(at)) ? last : Number(at);
  return { id, at: Math.max(0, Math.min(last, far)), isWeak };
}
