// What a row of movement/pose_frames.csv does to the joints, and what lies between two rows.
import { Quaternion, Vector3 } from "three";
import { turnOf } from "./rig.js";

/** @import { Rig } from "./rig.js" */

/**
 * The angles of a row, in degrees, by column. Those of the leg in colour have plain names; those of the other leg start
 * with `other_`.
 * @typedef {Record<string, number>} Angles
 */

const SPINE = /^spine_/;
const RADIANS = Math.PI / 180;

/**
 * The angles at a place between frames.
 * @param {Angles[]} frames
 * @param {number} at  0 for the first frame, 1 for the second …
 * @returns {Angles}
 */
export function anglesAt(frames, at) {
  const low = Math.max(0, Math.min(frames.length - 1, Math.floor(at)));
  const high = Math.min(frames.length - 1, low + 1);
  const share = Math.max(0, Math.min(1, at - low));
  return Object.fromEntries(
    Object.entries(frames[low]).map(([name, value]) => [name, value + share * (frames[high][name] - value)]),
  );
}

/**
 * Turns the joints of one side of the body. In the standing body, the leg points down, its front forwards.
 * @param {Rig} rig
 * @param {Angles} angles
 * @param {boolean} isOther  whether this is the leg that is not in colour, whose right and left are swapped
 */
export function applyAngles(rig, angles, isOther) {
  const whole = (/** @type {string} */ name) => angles[name] ?? 0;
  const own = (/** @type {string} */ name) => whole(isOther ? `other_${name}` : name);
  const towardsOwn = isOther ? -1 : 1;
  const axis = (/** @type {string} */ id) => rig.joints.get(id).axis;
  const spine = [...rig.joints.keys()].filter((id) => SPINE.test(id));
  const turns = new Map([
    ["hip", turnOf(axis("hip"), -own("hip"), -own("abduction"))],
    ["knee", turnOf(axis("knee"), own("knee"), 0)],
    ["ankle", turnOf(axis("ankle"), -own("ankle"), own("inversion"))],
    ["toes", turnOf(axis("toes"), -own("toes"), 0)],
    ...spine.map((id) => {
      const [bend, lean] = [whole("trunk") / spine.length, (towardsOwn * whole("trunk_side")) / spine.length];
      return /** @type {[string, Quaternion]} */ ([id, turnOf(axis(id), bend, lean)]);
    }),
  ]);
  const tilt = new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), -towardsOwn * whole("tilt") * RADIANS);
  const lean = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), whole("lean") * RADIANS);
  rig.turn(turns, lean.multiply(tilt));
}

/**
 * A pose as the bundle has it.
 * @typedef {object} Pose
 * @property {string} id
 * @property {string} name
 * @property {string} shows
 * @property {string} weakness  what is seen when its muscles are weak; "" if it is not about weakness
 * @property {string[]} muscles
 * @property {string} weak_muscles  their names
 * @property {[azimuth: number, elevation: number]} eye  degrees
 * @property {Mark} mark
 * @property {{frame: number, drawn: string[], label: string, says: string, mark: Mark}[]} strain
 * @property {Frame[]} usual
 * @property {Frame[]} weak
 */
/** @typedef {{claim: string, title: string, shape: string}} Mark */
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
