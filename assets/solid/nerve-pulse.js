// The light that runs along the lit nerves, from the spinal cord to their ends.
const SPEED = 0.6; // millimetres in a millisecond
const TAIL = 120; // millimetres that the light still fades beyond the end
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

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
    const last = Math.max(...ends) + TAIL;
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
