// How much is drawn: everything while the body stands still, and fewer triangles while it moves, where the computer is
// not quick enough.

/**
 * A level of detail: all triangles, about a third of them, or few.
 * @typedef {"fine" | "middle" | "coarse"} Level
 */
/** @type {Level[]} */
export const LEVELS = ["fine", "middle", "coarse"];
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;
/** Level → the milliseconds for a frame from which on less is drawn. */
const SLOW = { middle: 22, coarse: 45 };
const REFINE_AFTER = 320; // milliseconds without a movement
const SAMPLES = 5;

/** Whether a context draws without a graphics processor. @param {WebGL2RenderingContext} gl */
export function isSoftware(gl) {
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  return SOFTWARE.test(String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)));
}

/** Tells from the times of frames how much can be drawn while the body moves. */
export class FrameTimes {
  /** @type {number[]} */
  #times = [];
  #last = 0;

  /** @param {boolean} isSoftware  whether there is no graphics processor */
  constructor(isSoftware) {
    /** @type {Level} */
    this.level = isSoftware ? "coarse" : "fine";
  }

  /** A frame of a movement was drawn. @param {number} now  milliseconds */
  add(now) {
    if (this.#last) this.#times = [...this.#times, now - this.#last].slice(-SAMPLES);
    this.#last = now;
    const sorted = [...this.#times].sort((a, b) => a - b);
    if (sorted.length < SAMPLES) return;
    const median = sorted[Math.floor(SAMPLES / 2)];
    const level = median > SLOW.coarse ? "coarse" : median > SLOW.middle ? "middle" : "fine";
    if (LEVELS.indexOf(level) <= LEVELS.indexOf(this.level)) return;
    this.level = level;
    this.#times = []; // those that follow are of this level
  }

  /** The movement has ended. */
  stop() {
    this.#last = 0;
  }
}

/** Draws at once, as finely as movement allows, and finely when nothing moves any more. */
export class Detail {
  /**
   * @param {FrameTimes} times
   * @param {(level: Level) => void} draw
   */
  constructor(times, draw) {
    this.times = times;
    this.draw = draw;
    this.timer = 0;
    this.frame = 0;
    this.seen = 0;
    this.isMoving = false;
  }

  /** Something has changed. Draws with the next frame. @param {boolean} [isMovement] */
  request(isMovement = false) {
    this.isMoving ||= isMovement;
    if (this.frame) return;
    this.frame = requestAnimationFrame((now) => {
      this.frame = 0;
      if (this.isMoving) this.times.add(now);
      this.draw(this.times.level);
      this.#waitForRest();
    });
  }

  /** Starts the timer in the next frame, when the drawing is on the screen: the first one takes long to get there. */
  #waitForRest() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.seen);
    this.seen = requestAnimationFrame(() => {
      this.timer = window.setTimeout(() => this.#settle(), REFINE_AFTER);
    });
  }

  #settle() {
    this.isMoving = false;
    this.times.stop();
    if (this.times.level !== "fine") this.draw("fine");
  }

  stop() {
    cancelAnimationFrame(this.frame);
    cancelAnimationFrame(this.seen);
    clearTimeout(this.timer);
    this.frame = 0;
  }
}
