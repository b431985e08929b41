// The light that runs along the lit nerves, from the spinal cord to their ends.
import { reducedMotion } from "../app/reduced-motion.js";
import { PULSE_REACH } from "./shaders.js";

const SPEED = 0.6; // millimetres in a millisecond
const RUN_OUT = 4 * PULSE_REACH; // millimetres beyond the end after which nothing of the light is left

export class NervePulse {
  #frame = 0;

  /**
   * @param {import("./canvas-view.js").CanvasView} view
   * @param {import("./mesh-data.js").Course[]} courses
   * @param {() => boolean} isShown  whether the body is on the page
   */
  constructor(view, courses, isShown) {
    this.view = view;
    this.courses = courses;
    this.isShown = isShown;
  }

  /** Lets the light run once; none where the reader wants no motion. */
  play() {
    const { pulse } = this.view.body.uniforms;
    cancelAnimationFrame(this.#frame);
    pulse.value = -1;
    const ends = this.courses.filter(({ of }) => this.view.body.nerves.lit.has(of)).map(({ along }) => along.at(-1));
    if (!ends.length || reducedMotion.matches) return;
    const last = Math.max(...ends) + RUN_OUT;
    const start = performance.now();
    const step = (/** @type {number} */ now) => {
      const at = Math.max(0, now - start) * SPEED; // a frame may have begun before the click
      pulse.value = at < last && this.isShown() ? at : -1;
      this.view.detail.request(true);
      if (pulse.value >= 0) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }
}
