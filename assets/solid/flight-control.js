// The button and the keys that let the camera follow the lit nerve, what is said and marked on the way, and the way back.
import { closest, element, filled } from "../app/dom.js";
import { reducedMotion } from "../app/reduced-motion.js";
import { NerveFlight } from "./nerve-flight.js";
import { longestRoute } from "./nerve-route.js";
import { minus, mirrored } from "./vectors.js";

const SKIN_STEP = 9; // numbers: every third point of the skin tells well enough where it is nearest

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
    this.back = element(
      "button",
      { type: "button", className: "plain", "data-solid": "back", hidden: true, on: { click: () => this.#goBack() } },
      solid.bundle.words.back,
    );
    solid.overlay.note.append(this.back);
    // before the page's own keys, for which Escape ends the selection
    document.addEventListener("keydown", (event) => this.#escape(event), { capture: true });
  }

  /** Something else may be lit. */
  show() {
    this.button.disabled = !this.solid.view.body.nerves.lit.size;
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
    this.#hideBack();
    if (!this.flight) return;
    this.flight.pause();
    this.flight = null;
    delete this.solid.overlay.note.dataset.flying;
    this.#say("");
    this.#nameButton();
  }

  /** The end of the way is reached: offers the way back while the camera stays there. */
  #arrive() {
    this.solid.viewpoint.writeCamera();
    this.end();
    this.#say(this.solid.bundle.words.arrived);
    this.back.hidden = false;
  }

  /** The reader has moved the camera, which may have left the end of the way. */
  cameraMoved() {
    if (this.back.hidden) return;
    this.#hideBack();
    this.#say("");
  }

  /** Hides the button of the way back, whose focus goes to where the way began. */
  #hideBack() {
    const hadFocus = document.activeElement === this.back;
    this.back.hidden = true;
    if (hadFocus) (this.button.disabled ? this.solid.view.place : this.button).focus();
  }

  /** Shows the whole body again. */
  #goBack() {
    const { solid } = this;
    this.end();
    this.#say("");
    solid.viewpoint.lookFromStart();
    solid.page.go({ camera: "" }, null, "replace");
  }

  /** Leaves a flight, or the end of one. @param {KeyboardEvent} event */
  #escape(event) {
    const target = /** @type {Element} */ (event.target);
    const isHere = target === document.body || Boolean(target.closest?.("#solid"));
    const isDue = this.flight || !this.back.hidden;
    if (event.key !== "Escape" || !isHere || !isDue || target.closest?.("[open]")) return;
    event.preventDefault();
    event.stopPropagation();
    this.#goBack();
  }

  /** Says a sentence, and marks the place that it names. @param {string} text @param {number[] | null} [place] */
  #say(text, place = null) {
    this.solid.overlay.say(text);
    this.solid.overlay.mark(place);
  }

  /** Starts, pauses or continues; goes on to the next place where the reader wants no motion. */
  toggle() {
    if (!this.flight) {
      this.end();
      if (this.solid.movement.pose) this.solid.movement.choose(""); // the way is that of the standing body
      this.flight = this.#newFlight();
      if (!this.flight) return;
      const { flying } = this.solid.bundle.words;
      this.solid.overlay.note.dataset.flying = flying; // shown wherever no place is named
      this.#say(flying);
    }
    if (reducedMotion.matches) {
      if (!this.flight.nextStop()) this.#arrive();
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
    const { bundle, courses, sites, view, page, viewpoint } = this.solid;
    const { points: route } = longestRoute(courses.filter(({ of }) => view.body.nerves.lit.has(of)));
    if (route.length < 2) return null;
    const across = (/** @type {number[]} */ point) => (viewpoint.isMirrored ? mirrored(point) : point);
    const { payload } = page;
    const skin = view.body.layers.get("skin").layer;
    return new NerveFlight({
      route,
      outward: (point) => directionToNearest(skin.points, point),
      sites,
      look: ({ eye, at }) => view.look({ eye: across(eye), at: across(at) }),
      pass: (id) => {
        const name = payload.nameOf(id);
        if (name) this.#say(filled(bundle.words.passing, { name }), sites.find((site) => site.id === id).at);
        else this.#say("");
      },
      end: () => this.#arrive(),
    });
  }
}
