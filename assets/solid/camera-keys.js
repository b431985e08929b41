// What keys mean on the canvas, for the page and for the component `Solid`.
import { panned, turned } from "./standard-views.js";

/** @import { Camera } from "./standard-views.js" */

const TURN = 15; // degrees
const ZOOM = 1.25;

/**
 * What a key does to the camera: degrees to the right and up, and a factor of the distance.
 * @type {Record<string, [azimuth: number, elevation: number, zoom: number]>}
 */
const CAMERA_KEYS = {
  ArrowLeft: [-TURN, 0, 1],
  ArrowRight: [TURN, 0, 1],
  ArrowUp: [0, TURN, 1],
  ArrowDown: [0, -TURN, 1],
  "+": [0, 0, 1 / ZOOM],
  "=": [0, 0, 1 / ZOOM],
  "-": [0, 0, ZOOM],
};

/**
 * Shares of what is seen by which Shift and an arrow move the camera: to the right, and up.
 * @type {Record<string, [right: number, up: number]>}
 */
const PANS = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] };

/**
 * The camera after a key; null if the key does not move it.
 * @param {Camera} camera
 * @param {Pick<KeyboardEvent, "key" | "shiftKey">} event
 * @returns {Camera | null}
 */
export function movedByKey(camera, { key, shiftKey }) {
  if (shiftKey && PANS[key]) return panned(camera, PANS[key]);
  return CAMERA_KEYS[key] ? turned(camera, CAMERA_KEYS[key]) : null;
}

/** @param {string} key @returns {boolean} whether it shows the whole body */
export const isResetKey = (key) => key === "Home" || key === "0";

/** @param {string} key @returns {boolean} whether it selects what is in the middle */
export const isSelectKey = (key) => key === "Enter" || key === " ";
