// The flight of the camera along the lit nerve, from the spine to its end, naming the places that it passes.
import { sitesOn } from "./nerve-route.js";
import { add, distance, scaled, unit } from "./vectors.js";

const SECONDS_PER_METRE = 11;
const BESIDE = 0.34; // metres between the eye and the nerve
const SITE_REACH = 0.02; // metres between a place and the nerve on which it lies
const NAMED = 0.06; // metres of the way before and after a place on which it is in the picture
const SMOOTH = 24; // points to either side over which the direction of the eye is averaged
const STEP = 0.06; // share of the way that a key moves

/** Each direction as the mean of its neighbours. */
const smoothed = (directions) =>
  directions.map((_, n) => unit(directions.slice(Math.max(0, n - SMOOTH), n + SMOOTH + 1).reduce(add, [0, 0, 0])));

/**
 * Where the eye is along a route: outside the skin, on the side on which the nerve lies.
 * @param {number[][]} route  points in metres
 * @param {(point: number[]) => number[]} outward  direction from a point to the nearest skin
 * @returns {import("./standard-views.js").Camera[]}  one for each point
 */
export function camerasAlong(route, outward) {
  const directions = smoothed(route.map(outward));
  return route.map((at, n) => ({ at, eye: add(at, scaled(directions[n], BESIDE)) }));
}

/**
 * The place on the way that is nearest to a point of it, if it is in the picture there.
 * @param {number[]} along  metres from the start to each point of the route
 * @param {{id: string, index: number}[]} stops  the places, in order
 * @param {number} index  of the point
 * @returns {string}  its id; "" if there is none
 */
export function placeAt(along, stops, index) {
  const far = (/** @type {{index: number}} */ stop) => Math.abs(along[stop.index] - along[index]);
  const nearest = stops.reduce((a, b) => (a && far(a) < far(b) ? a : b), null);
  return nearest && far(nearest) < NAMED ? nearest.id : "";
}

export class NerveFlight {
  /**
   * @param {object} flight
   * @param {number[][]} flight.route
   * @param {(point: number[]) => number[]} flight.outward
   * @param {{id: string, at: number[]}[]} flight.sites
   * @param {(camera: import("./standard-views.js").Camera) => void} flight.look
   * @param {(site: string) => void} flight.pass  another place is in the picture; "" for none
   * @param {() => void} flight.end
   */
  constructor({ route, outward, sites, look, pass, end }) {
    this.cameras = camerasAlong(route, outward);
    this.stops = sitesOn(route, sites, SITE_REACH);
    this.look = look;
    this.pass = pass;
    this.end = end;
    let length = 0;
    this.along = route.map((point, n) => (length += n ? distance(point, route[n - 1]) : 0));
    this.duration = length * SECONDS_PER_METRE * 1000;
    this.share = 0;
    this.isPlaying = false;
    this.frame = 0;
    this.passed = "";
  }

  play() {
    if (this.isPlaying) return;
    this.isPlaying = true;
    let last = 0;
    const step = (/** @type {number} */ now) => {
      if (!this.isPlaying) return;
      // a slow computer shows fewer pictures of the same flight
      this.#moveTo(this.share + (last ? (now - last) / this.duration : 0));
      last = now;
      if (this.share >= 1) {
        this.pause();
        this.end();
      } else this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  pause() {
    this.isPlaying = false;
    cancelAnimationFrame(this.frame);
  }

  /** Moves on or back by a step. @param {1 | -1} direction */
  stepBy(direction) {
    this.#moveTo(this.share + direction * STEP);
  }

  /** Moves to the next place on the way, for readers who want no motion. @returns {boolean} false at the end */
  nextStop() {
    const index = this.share * (this.cameras.length - 1);
    const next = this.stops.find((stop) => stop.index > index + 0.5);
    this.#moveTo(next ? next.index / (this.cameras.length - 1) : 1);
    return Boolean(next);
  }

  #moveTo(share) {
    this.share = Math.max(0, Math.min(1, share));
    const index = Math.round(this.share * (this.cameras.length - 1));
    this.look(this.cameras[index]);
    const site = placeAt(this.along, this.stops, index);
    if (site !== this.passed) this.pass((this.passed = site));
  }
}
