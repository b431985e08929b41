// How much is drawn: everything while the body stands still; few triangles while it moves, where the computer is slow.
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;
const SLOW = 45; // milliseconds for a frame
const REFINE_AFTER = 320; // milliseconds without a movement
const SAMPLES = 5;

/** Whether a context draws without a graphics processor. @param {WebGL2RenderingContext} gl */
export function isSoftware(gl) {
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  return SOFTWARE.test(String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)));
}

/** Tells from the times of frames whether movement needs fewer triangles. */
export class FrameTimes {
  /** @type {number[]} */
  #times = [];
  #last = 0;

  /** @param {boolean} isSlow  from the start */
  constructor(isSlow) {
    this.isSlow = isSlow;
  }

  /** A frame of a movement was drawn. @param {number} now  milliseconds */
  add(now) {
    if (this.#last) this.#times = [...this.#times, now - this.#last].slice(-SAMPLES);
    this.#last = now;
    const sorted = [...this.#times].sort((a, b) => a - b);
    if (sorted.length === SAMPLES && sorted[Math.floor(SAMPLES / 2)] > SLOW) this.isSlow = true;
  }

  /** The movement has ended. */
  stop() {
    this.#last = 0;
  }
}

/** Draws with few triangles at once and with all of them when nothing moves any more. */
export class Detail {
  /**
   * @param {FrameTimes} times
   * @param {(triangles: "faces" | "moving") => void} draw
   */
  constructor(times, draw) {
    this.times = times;
    this.draw = draw;
    this.timer = 0;
    this.frame = 0;
    this.isMoving = false;
  }

  /** Something has changed. Draws with the next frame. @param {boolean} [isMovement] */
  request(isMovement = false) {
    this.isMoving ||= isMovement;
    if (this.frame) return;
    this.frame = requestAnimationFrame((now) => {
      this.frame = 0;
      if (this.isMoving) this.times.add(now);
      this.draw(this.times.isSlow ? "moving" : "faces");
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.#settle(), REFINE_AFTER);
    });
  }

  #settle() {
    this.isMoving = false;
    this.times.stop();
    if (this.times.isSlow) this.draw("faces");
  }

  stop() {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.frame = 0;
  }
}
