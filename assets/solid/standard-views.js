// Cameras: those of the standard views, what keys do, and how the address names one.
import { add, cross, distance, minus, scaled, unit } from "./vectors.js";

const STEEPEST = 1.55; // radians
const TALL = 0.6; // metres: what a view shows that is larger is an upright body
const UPRIGHT = 0.45; // width of such a body by its height, with room to turn
const MARGIN = 1.04; // how much more than what a view shows fits into the canvas
/** Metres between the eye and what it looks at. */
export const [NEAREST, FARTHEST] = [0.03, 12];
/**
 * From the side of the coloured leg towards behind it: most nerves lie there, and the other leg stands behind it.
 * @type {[azimuth: number, elevation: number, zoom: number]}
 */
const START_TURN = [-32, 5, 1];
const START_BACK = 0.05; // metres from the middle of the foot to the axis of the leg
const START_HEIGHT = 1.26; // metres from the sole; above, the skin has faded
const [CUT_BACK, CUT_UP] = [0.5, 0.7]; // metres from the middle of a cross-section to the eye
const CUT_MIDDLE = [-0.09, 0.02]; // metres to the left and forwards: the axis of the leg
export const FIELD = 28; // degrees of the field of view, from top to bottom

/**
 * Where the eye is and what it looks at, in metres. The body's upward direction is always up on the screen.
 * @typedef {{eye: number[], at: number[]}} Camera
 * @typedef {{id: string, right: number[], up: number[], at: number[], reach: number}} View  as the mesh file has it
 */

/**
 * The camera of a view, for a canvas of this shape.
 * @param {View} view
 * @param {number} aspect  width of the canvas by its height
 * @returns {Camera}
 */
export function cameraOf({ right, up, at, reach }, aspect) {
  const away = cross(right, up);
  const half = (reach / 2) * MARGIN;
  const width = reach > TALL ? UPRIGHT : 1;
  const from = half / Math.tan((FIELD * Math.PI) / 360) / Math.min(1, aspect / width);
  return { eye: add(at, scaled(away, from)), at: [...at] };
}

/**
 * The camera that sees the whole body, with the coloured leg in front.
 * @param {View[]} views
 * @param {number} aspect
 * @returns {Camera}
 */
export function startCamera(views, aspect) {
  const fromTheSide = views.filter(({ right: [, , z] }) => z > 0);
  const { at, ...view } = fromTheSide.reduce((a, b) => (b.reach > a.reach ? b : a));
  const middle = [at[0], START_HEIGHT / 2, at[2] - START_BACK];
  return turned(cameraOf({ ...view, at: middle, reach: START_HEIGHT }, aspect), START_TURN);
}

/**
 * The camera that looks down at a cross-section, from the side from which another one looks.
 * @param {number} height  metres
 * @param {Camera} before
 * @returns {Camera}
 */
export function sectionCamera(height, { eye, at }) {
  const middle = [CUT_MIDDLE[0], height, CUT_MIDDLE[1]];
  const [x, , z] = minus(eye, at);
  return { at: middle, eye: add(middle, add(scaled(unit([x, 0, z]), CUT_BACK), [0, CUT_UP, 0])) };
}

/**
 * The camera that sees some boxes whole from a direction.
 * @param {{low: number[], high: number[]}[]} boxes  in metres
 * @param {[azimuth: number, elevation: number]} from  degrees round the body, 0 in front, and upwards
 * @param {number} aspect
 * @returns {Camera}
 */
export function cameraAround(boxes, from, aspect) {
  const [low, high] = [Math.min, Math.max].map((least, n) =>
    [0, 1, 2].map((axis) => least(...boxes.map((box) => (n ? box.high : box.low)[axis]))),
  );
  const at = scaled(add(low, high), 0.5);
  const { eye } = turned({ eye: add(at, [0, 0, 1]), at }, [...from, 1]);
  const away = minus(eye, at);
  const right = unit(cross([0, 1, 0], away));
  const axes = [right, cross(away, right), away];
  const half = scaled(minus(high, low), 0.5);
  const [wide, tall, deep] = axes.map((axis) => axis.reduce((sum, value, n) => sum + Math.abs(value) * half[n], 0));
  const seen = Math.max(tall, wide / aspect) * MARGIN;
  return { at, eye: add(at, scaled(away, seen / Math.tan((FIELD * Math.PI) / 360) + deep)) };
}

/**
 * The camera that sees the mirror image of a body as this one sees the body.
 * @param {Camera} camera
 * @returns {Camera}
 */
export function mirroredCamera({ eye, at }) {
  const across = (/** @type {number[]} */ [x, ...rest]) => [-x, ...rest];
  return { eye: across(eye), at: across(at) };
}

/**
 * A camera moved around the point that it looks at.
 * @param {Camera} camera
 * @param {[azimuth: number, elevation: number, zoom: number]} turn
 * @returns {Camera}
 */
export function turned({ eye, at }, [azimuthTurn, elevationTurn, zoom]) {
  const [x, y, z] = minus(eye, at);
  const from = Math.hypot(x, y, z);
  const azimuth = Math.atan2(x, z) + (azimuthTurn * Math.PI) / 180;
  const elevation = Math.asin(y / from) + (elevationTurn * Math.PI) / 180;
  const limited = Math.max(-STEEPEST, Math.min(STEEPEST, elevation));
  const radius = from * zoom;
  return {
    at,
    eye: [
      at[0] + radius * Math.cos(limited) * Math.sin(azimuth),
      at[1] + radius * Math.sin(limited),
      at[2] + radius * Math.cos(limited) * Math.cos(azimuth),
    ],
  };
}

/**
 * A camera moved across what it sees.
 * @param {Camera} camera
 * @param {number[]} pan  shares of what is seen: to the right, and up
 * @returns {Camera}
 */
export function panned({ eye, at }, [right, above]) {
  const away = minus(eye, at);
  const [x, , z] = away;
  const flat = Math.hypot(x, z);
  const side = flat ? [z / flat, 0, -x / flat] : [1, 0, 0];
  const upward = cross(unit(away), side);
  const seen = 2 * Math.hypot(...away) * Math.tan((FIELD * Math.PI) / 360);
  const way = add(scaled(side, seen * right), scaled(upward, seen * above));
  return { eye: add(eye, way), at: add(at, way) };
}

const MILLIMETRES = 1000;

/**
 * A camera in the address: the six coordinates of the eye and of what it looks at, in millimetres.
 * @param {Camera} camera
 * @returns {string}
 */
export const cameraText = ({ eye, at }) => [...eye, ...at].map((value) => Math.round(value * MILLIMETRES)).join();

/**
 * @param {string} text
 * @returns {Camera | null}  null if it names no camera
 */
export function cameraFrom(text) {
  const numbers = text.split(",").map((part) => (part.trim() ? Number(part) / MILLIMETRES : NaN));
  if (numbers.length !== 6 || numbers.some((value) => !Number.isFinite(value) || Math.abs(value) > FARTHEST))
    return null;
  const [eye, at] = [numbers.slice(0, 3), numbers.slice(3)];
  return distance(eye, at) > NEAREST ? { eye, at } : null;
}
