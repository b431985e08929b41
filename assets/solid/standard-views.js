// Cameras: those of the standard views, what keys do, and how the address names one.
const TURN = 15; // degrees
const ZOOM = 1.25;
const STEEPEST = 1.55; // radians
const MARGIN = 1.04; // how much more than what a view shows fits into the canvas
/** Metres between the eye and what it looks at. */
export const [NEAREST, FARTHEST] = [0.03, 12];
/**
 * From the view from behind to that from a little aside, where most nerves are seen.
 * @type {[azimuth: number, elevation: number, zoom: number]}
 */
export const START_TURN = [-28, 6, 1];
export const FIELD = 28; // degrees of the field of view, from top to bottom

/**
 * Where the eye is and what it looks at, in metres. The body's upward direction is always up on the screen.
 * @typedef {{eye: number[], at: number[]}} Camera
 * @typedef {{right: number[], up: number[], at: number[], reach: number}} View  as the mesh file has it
 */

/** @param {number[]} a @param {number[]} b @returns {number[]} */
const cross = ([a1, a2, a3], [b1, b2, b3]) => [a2 * b3 - a3 * b2, a3 * b1 - a1 * b3, a1 * b2 - a2 * b1];

/**
 * The camera of a view, for a canvas of this shape.
 * @param {View} view
 * @param {number} aspect  width of the canvas by its height
 * @returns {Camera}
 */
export function cameraOf({ right, up, at, reach }, aspect) {
  const away = cross(right, up);
  const half = (reach / 2) * MARGIN;
  const distance = half / Math.tan((FIELD * Math.PI) / 360) / Math.min(1, Math.max(aspect, reach > 0.6 ? 0.45 : 1));
  return { eye: at.map((value, axis) => value + away[axis] * distance), at: [...at] };
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
 * What a key does to the camera: degrees to the right and up, and a factor of the distance.
 * @type {Record<string, [azimuth: number, elevation: number, zoom: number]>}
 */
export const KEYS = {
  ArrowLeft: [-TURN, 0, 1],
  ArrowRight: [TURN, 0, 1],
  ArrowUp: [0, TURN, 1],
  ArrowDown: [0, -TURN, 1],
  "+": [0, 0, 1 / ZOOM],
  "=": [0, 0, 1 / ZOOM],
  "-": [0, 0, ZOOM],
};

/** Shares of what is seen by which Shift and an arrow move the camera: to the right, and up. */
export const PANS = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] };

/**
 * A camera moved around the point that it looks at.
 * @param {Camera} camera
 * @param {[azimuth: number, elevation: number, zoom: number]} turn
 * @returns {Camera}
 */
export function turned({ eye, at }, [azimuthTurn, elevationTurn, zoom]) {
  const [x, y, z] = eye.map((value, axis) => value - at[axis]);
  const distance = Math.hypot(x, y, z);
  const azimuth = Math.atan2(x, z) + (azimuthTurn * Math.PI) / 180;
  const elevation = Math.asin(y / distance) + (elevationTurn * Math.PI) / 180;
  const limited = Math.max(-STEEPEST, Math.min(STEEPEST, elevation));
  const radius = distance * zoom;
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
  const [x, y, z] = eye.map((value, axis) => value - at[axis]);
  const flat = Math.hypot(x, z);
  const side = flat ? [z / flat, 0, -x / flat] : [1, 0, 0];
  const distance = Math.hypot(flat, y);
  const upward = cross([x / distance, y / distance, z / distance], side);
  const seen = 2 * distance * Math.tan((FIELD * Math.PI) / 360);
  const moved = (place) => place.map((value, axis) => value + seen * (right * side[axis] + above * upward[axis]));
  return { eye: moved(eye), at: moved(at) };
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
  return Math.hypot(...eye.map((value, axis) => value - at[axis])) > NEAREST ? { eye, at } : null;
}
