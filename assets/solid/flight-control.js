// The button and the keys that let the camera follow the lit nerve, and what is said on the way.
import { closest, filled } from "../app/dom.js";
import { NerveFlight } from "./nerve-flight.js";
import { longestRoute } from "./nerve-route.js";
import { minus, mirrored } from "./vectors.js";

const SKIN_STEP = 9; // numbers: every third point of the skin tells well enough where it is nearest
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * The direction from a point to the nearest of others.
 * @param {ArrayLike<number>} points  coordinates, one point after the other
 * @param {number[]} from
 * @returns {number[]}
 */
function directionToNearest(points, from) {
  let best = [0, 0, 1];
  let least = Infinity;
  for (let n = 0; n < points.length; n += SKIN_STEP) {
    const away = minus([points[n], points[n + 1], points[n + 2]], from);
    const far = away[0] ** 2 + away[1] ** 2 + away[2] ** 2;
    if (far < least) [least, best] = [far, away];
  }
  return best;
}

export class FlightControl {
  /** @param {import("./solid.js").Solid} solid */
  constructor(solid) {
    this.solid = solid;
    /** @type {NerveFlight | null} */
    this.flight = null;
    this.button = /** @type {HTMLButtonElement} */ (solid.bar.querySelector("[data-solid=follow]"));
    solid.bar.addEventListener("click", (event) => {
      if (closest(event, "[data-solid=follow]")) this.toggle();
    });
  }

  /** Something else may be lit. */
  show() {
    this.button.disabled = !this.solid.view.body.lit?.size;
  }

  get isFlying() {
    return Boolean(this.flight?.isPlaying);
  }

  pause() {
    if (!this.flight) return;
    this.flight.pause();
    this.#nameButton();
  }

  end() {
    if (!this.flight) return;
    this.flight.pause();
    this.flight = null;
    this.solid.overlay.say("");
    this.#nameButton();
  }

  /** Starts, pauses or continues; goes on to the next place where the reader wants no motion. */
  toggle() {
    if (!this.flight) this.solid.movement.choose(""); // the way is that of the standing body
    this.flight ??= this.#newFlight();
    if (!this.flight) return;
    if (reducedMotion.matches) {
      if (!this.flight.nextStop()) this.end();
    } else if (this.flight.isPlaying) this.flight.pause();
    else this.flight.play();
    this.#nameButton();
  }

  /** Moves on or back by a step. @param {1 | -1} direction @returns {boolean} whether there is a flight */
  stepBy(direction) {
    if (!this.flight) return false;
    this.pause();
    this.flight.stepBy(direction);
    return true;
  }

  #nameButton() {
    const { go, pause } = this.button.dataset;
    this.button.textContent = this.isFlying ? pause : go;
  }

  #newFlight() {
    const { bundle, courses, view, page, overlay, isMirrored } = this.solid;
    const { points: route } = longestRoute(courses.filter(({ of }) => view.body.lit.has(of)));
    if (route.length < 2) return null;
    const across = (/** @type {number[]} */ point) => (isMirrored ? mirrored(point) : point);
    const { payload } = page;
    const skin = view.body.layers.get("skin").layer;
    return new NerveFlight({
      route,
      outward: (point) => directionToNearest(skin.points, point),
      sites: bundle.sites.map(({ id, at }) => ({ id, at: at.map((step) => step * bundle.unit) })),
      look: ({ eye, at }) => view.look({ eye: across(eye), at: across(at) }),
      pass: (id) => {
        const name = payload.names[payload.indexOf.get(id)];
        overlay.say(name ? filled(bundle.words.passing, { name }) : "");
      },
      end: () => {
        this.solid.keepCamera();
        this.end();
      },
    });
  }
}
