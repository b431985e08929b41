// The camera of the solid limb. Plotly measures it in heights of the limb, from the limb's middle.
const DISTANCE = 1.38; // in lengths of what a view shows, so that it fills Plotly's scene
const TURN = 15; // degrees
const STEEPEST = 1.5; // radians
const AXES = ["x", "y", "z"];

/**
 * @typedef {{x: number, y: number, z: number}} Vector
 * @typedef {{eye: Vector, center: Vector, up: Vector}} Camera
 * @typedef {[number, number][]} Bounds  the lowest and highest coordinate of the limb on each axis, in metres
 * @typedef {[azimuth: number, elevation: number, zoom: number]} Turn  degrees, degrees and a factor of the distance
 */

/**
 * @param {number[]} values
 * @returns {Vector}
 */
const vector = ([x, y, z]) => ({ x, y, z });

/**
 * What keys do to the camera.
 * @type {Record<string, Turn>}
 */
export const KEYS = {
  ArrowLeft: [-TURN, 0, 1],
  ArrowRight: [TURN, 0, 1],
  ArrowUp: [0, TURN, 1],
  ArrowDown: [0, -TURN, 1],
  "+": [0, 0, 0.8],
  "-": [0, 0, 1.25],
};

/**
 * The camera of a view.
 * @param {object} view
 * @param {number[]} view.eye  direction from what is looked at to the eye
 * @param {number[]} view.up  direction
 * @param {number[]} view.at  point that is looked at, in metres
 * @param {number} view.reach  length of what is shown, in metres
 * @param {Bounds} bounds
 * @returns {Camera}
 */
export function cameraFor({ eye, up, at, reach }, bounds) {
  const height = bounds[1][1] - bounds[1][0];
  const center = at.map((place, axis) => (place - (bounds[axis][0] + bounds[axis][1]) / 2) / height);
  const distance = (reach / height) * DISTANCE;
  return {
    center: vector(center),
    eye: vector(eye.map((part, axis) => center[axis] + part * distance)),
    up: vector(up),
  };
}

/**
 * The camera that sees the mirror image of a limb as this one sees the limb.
 * @param {Camera} camera
 * @returns {Camera}
 */
export function mirroredCamera({ eye, center, up }) {
  const across = ({ x, y, z }) => ({ x: -x, y, z });
  return { eye: across(eye), center: across(center), up: across(up) };
}

/**
 * A camera that has been moved around the point that it looks at.
 * @param {Camera} camera
 * @param {Turn} turn
 * @returns {Camera}
 */
export function turned({ eye, center }, [azimuthTurn, elevationTurn, zoom]) {
  const [x, y, z] = AXES.map((axis) => eye[axis] - center[axis]);
  const distance = Math.hypot(x, y, z);
  const azimuth = Math.atan2(x, z) + (azimuthTurn * Math.PI) / 180;
  const elevation = Math.asin(y / distance) + (elevationTurn * Math.PI) / 180;
  const limited = Math.max(-STEEPEST, Math.min(STEEPEST, elevation));
  const radius = distance * zoom;
  return {
    center,
    up: { x: 0, y: 1, z: 0 },
    eye: {
      x: center.x + radius * Math.cos(limited) * Math.sin(azimuth),
      y: center.y + radius * Math.sin(limited),
      z: center.z + radius * Math.cos(limited) * Math.cos(azimuth),
    },
  };
}
