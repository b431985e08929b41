// What the reader does with the body: views, layers, cross-section, flight along the nerve, keys; and the names over it.
import { closest, element, filled } from "../app/dom.js";
import { BodyLabels } from "./body-labels.js";
import { NerveFlight } from "./nerve-flight.js";
import { lesionPlaces, longestRoute } from "./nerve-route.js";
import { fillBar, nameViews, sayValue, TOP } from "./solid-bar.js";
import { KEYS, PANS, panned, turned } from "./standard-views.js";

const FOCUS_DISTANCE = 0.35; // metres
const MOST_LABELS = 16;
const PULSE_SPEED = 0.6; // millimetres in a millisecond
const PULSE_TAIL = 120; // millimetres that the light still fades beyond the end
const MIDDLE_REACH = 12; // pixels
/** @type {Record<string, 1 | -1>} */
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };
const RESETS = ["Home", "0"];
const CHOOSES = ["Enter", " "];
const FOLLOWS = "v";
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

/** The point of a layer's part that its name points to: the middle of its points. */
function middleOf({ layer: { parts, points } }, id) {
  let [start, count] = [0, 0];
  const sum = [0, 0, 0];
  for (const part of parts) {
    if (part.id === id)
      for (let n = start; n < start + part.points; n += 1, count += 1)
        for (let axis = 0; axis < 3; axis += 1) sum[axis] += points[3 * n + axis];
    start += part.points;
  }
  return count ? sum.map((value) => value / count) : null;
}

export class SolidControls {
  /**
   * @param {any} solid
   * @param {HTMLElement} part
   * @param {HTMLElement} scene
   */
  constructor(solid, part, scene) {
    this.solid = solid;
    this.part = part;
    this.over = element("div", { className: "solid-over" });
    this.signs = element("div", { className: "solid-signs", "aria-hidden": "true" });
    this.said = element("p", { className: "solid-said", role: "status" });
    this.over.append(this.signs, this.said);
    scene.append(this.over);
    this.labels = new BodyLabels(this.over);
    /** @type {NerveFlight | null} */
    this.flight = null;
    /** @type {number[][]} */
    this.places = [];
    this.words = solid.bundle.words;
    this.bar = /** @type {HTMLElement} */ (part.querySelector(".solid-bar"));
    fillBar(this.bar, solid.bundle.views, this.words);
    this.followButton = /** @type {HTMLButtonElement} */ (part.querySelector("[data-solid=follow]"));
    part.addEventListener("change", (event) => this.#change(/** @type {HTMLInputElement} */ (event.target)));
    part.addEventListener("input", (event) => this.#slide(/** @type {HTMLInputElement} */ (event.target)));
    part.addEventListener("click", (event) => this.#press(closest(event, "button")));
    scene.addEventListener("keydown", (event) => this.#handleKey(event));
    this.pulseFrame = 0;
    document.addEventListener("click", (event) => {
      if (closest(event, "[data-play], #replay") && !part.hidden) this.playPulse();
    });
  }

  /** @param {State} state */
  show(state) {
    const { payload } = this.solid.page;
    const key = [state.mode, state.select, state.with, state.lesion, state.part, state.map].join(" ");
    if (key !== this.shownKey) this.endFlight();
    const isNew = key !== this.shownKey;
    this.shownKey = key;
    const { painting } = this.solid.paint;
    const isStruck = (id) => ["severed", "thinned"].includes(painting.stateOf(id).state);
    const isRoot = (id) => payload.kinds[payload.indexOf.get(id)] === "root";
    const site = this.solid.bundle.sites.find(({ id }) => id === state.lesion);
    this.places = !painting.isInLesion
      ? []
      : site
        ? [site.at.map((step) => step * this.solid.bundle.unit)]
        : lesionPlaces(this.solid.courses, isStruck, isRoot);
    this.signs.replaceChildren(...this.places.map(() => element("span", { className: "solid-sign" }, "×")));
    this.labels.labels = painting.isOn ? this.#labels(painting) : [];
    nameViews(this.bar, state.side);
    this.followButton.disabled = !this.solid.view.body.lit?.size;
    // without a graphics processor a pulse has too few pictures to look like one; there the reader may still ask for it
    if (isNew && !this.solid.view.isSoftware) this.playPulse();
  }

  /** The names of what is lit, one for each nerve: what is chosen first, then roots, nerves and muscles. */
  #labels({ stateOf }) {
    const { page, courses, view } = this.solid;
    const { payload } = page;
    const rank = ({ isStrong, kind }) => (isStrong ? 0 : kind === "root" ? 1 : kind === "muscle" ? 3 : 2);
    const muscles = view.body.layers.get("muscles");
    /** @type {Map<string, {text: string, place: number[], isStrong: boolean, kind: string, length: number, radius: number}>} */
    const found = new Map();
    for (const [at, id] of payload.ids.entries()) {
      const { state, isChosen } = stateOf(id);
      if (!state || state === "spared") continue;
      const longest = courses
        .filter(({ of }) => of === id)
        .reduce((a, b) => (a && a.along.length >= b.along.length ? a : b), null);
      const place = longest ? longest.points[Math.floor(longest.points.length / 2)] : muscles && middleOf(muscles, id);
      if (!place) continue;
      // the parts of a nerve have one name, at the longest of them
      const nerve = id.split(".")[0];
      const length = longest?.along.length ?? 0;
      const before = found.get(nerve);
      if (before && (before.isStrong || (before.length >= length && !isChosen))) continue;
      const text = isChosen ? payload.names[at] : payload.names[at].split(", ")[0];
      found.set(nerve, {
        text,
        place,
        isStrong: isChosen,
        kind: payload.kinds[at],
        length,
        radius: longest?.radius[0] ?? 0,
      });
    }
    // of nerves, the thickest first: small branches give way to the nerves that everybody knows
    return [...found.values()].sort((a, b) => rank(a) - rank(b) || b.radius - a.radius).slice(0, MOST_LABELS);
  }

  /** After each picture: the names and the sign of the lesion follow the camera. */
  draw() {
    const { view } = this.solid;
    const project = (place) => view.project(place);
    this.labels.draw(project, view.size, this.bar.offsetTop + this.bar.offsetHeight);
    for (const [n, sign] of [...this.signs.children].entries()) {
      const { x, y, isSeen } = project(this.places[n]);
      Object.assign(/** @type {HTMLElement} */ (sign).style, { left: `${x}px`, top: `${y}px` });
      /** @type {HTMLElement} */ (sign).hidden = !isSeen;
    }
  }

  #change(field) {
    if (field.matches("[data-solid=look]")) {
      this.endFlight();
      this.solid.lookFrom(field.value);
      this.solid.keepCamera();
    } else if (field.matches("[data-solid=isolate]")) {
      this.solid.paint.isIsolated = field.checked;
      this.solid.show(this.solid.state);
    }
  }

  #slide(field) {
    const { solidLayer: layer, solid } = field.dataset;
    const { body } = this.solid.view;
    if (layer) {
      body.opacities[layer] = Number(field.value) / 100;
      body.applyOpacities();
    } else if (solid === "peel") body.uniforms.peel.value = Number(field.value);
    else if (solid === "cut") {
      const height = Number(field.value) / 1000;
      body.cut(Number(field.value) < TOP ? [0, 1, 0, height] : null);
    } else return;
    sayValue(field, this.words);
    this.solid.view.request();
  }

  #press(button) {
    const what = button?.dataset.solid;
    if (what === "reset") this.reset();
    else if (what === "follow") this.toggleFlight();
  }

  reset() {
    this.endFlight();
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (this.part.querySelectorAll("input[type=range]"))) {
      field.value = field.defaultValue;
      this.#slide(field);
    }
    const isolate = /** @type {HTMLInputElement} */ (this.part.querySelector("[data-solid=isolate]"));
    isolate.checked = false;
    this.solid.paint.isIsolated = false;
    const look = /** @type {HTMLSelectElement} */ (this.part.querySelector("[data-solid=look]"));
    look.selectedIndex = 0;
    this.solid.lookFromStart();
    this.solid.page.go({ camera: "" }, null, "replace");
    this.solid.show(this.solid.state);
  }

  /** Turns about what was hit, and comes nearer. */
  focusOn(hit) {
    if (!hit) return;
    const { view, courses } = this.solid;
    const own = courses.filter(({ of }) => of === hit.id).flatMap(({ points }) => points);
    const layer = view.body.layers.get(hit.layer);
    const at = own.length ? own[Math.floor(own.length / 2)] : layer && middleOf(layer, hit.id);
    if (!at) return;
    const { eye, at: before } = view.looking;
    const away = eye.map((value, axis) => value - before[axis]);
    const near = Math.min(1, FOCUS_DISTANCE / Math.hypot(...away));
    const placed = this.solid.isMirrored ? [-at[0], at[1], at[2]] : at;
    view.look({ at: placed, eye: placed.map((value, axis) => value + away[axis] * near) });
    this.solid.keepCamera();
  }

  /** Lets a light run along the lit nerves, from the spinal cord to their ends. */
  playPulse() {
    const { view, courses } = this.solid;
    const { pulse } = view.body.uniforms;
    cancelAnimationFrame(this.pulseFrame);
    pulse.value = -1;
    const ends = courses.filter(({ of }) => view.body.lit.has(of)).map(({ along }) => along.at(-1));
    if (!ends.length || reducedMotion.matches) return;
    const last = Math.max(...ends) + PULSE_TAIL;
    const start = performance.now();
    const step = (/** @type {number} */ now) => {
      const at = (now - start) * PULSE_SPEED;
      pulse.value = at < last && !this.part.hidden ? at : -1;
      view.detail.request(true);
      if (pulse.value >= 0) this.pulseFrame = requestAnimationFrame(step);
    };
    this.pulseFrame = requestAnimationFrame(step);
  }

  /** Says something over the body, also to screen readers. @param {string} text */
  say(text) {
    this.said.textContent = text;
  }

  get isFlying() {
    return Boolean(this.flight?.isPlaying);
  }

  pauseFlight() {
    if (!this.flight) return;
    this.flight.pause();
    this.#nameFollowButton();
  }

  endFlight() {
    if (!this.flight) return;
    this.flight.stop();
    this.flight = null;
    this.said.textContent = "";
    this.#nameFollowButton();
  }

  toggleFlight() {
    this.flight ??= this.#newFlight();
    if (!this.flight) return;
    if (reducedMotion.matches) {
      if (!this.flight.nextStop()) this.endFlight();
    } else if (this.flight.isPlaying) this.flight.pause();
    else this.flight.play();
    this.#nameFollowButton();
  }

  #nameFollowButton() {
    const { go, pause } = this.followButton.dataset;
    this.followButton.textContent = this.isFlying ? pause : go;
  }

  #newFlight() {
    const { bundle, courses, view, page, isMirrored } = this.solid;
    const lit = courses.filter(({ of }) => view.body.lit.has(of));
    const { points } = longestRoute(lit);
    if (points.length < 2) return null;
    const across = (/** @type {number[]} */ [x, y, z]) => (isMirrored ? [-x, y, z] : [x, y, z]);
    const { payload } = page;
    return new NerveFlight({
      route: points,
      outward: (point) => this.#outward(point),
      sites: bundle.sites.map(({ id, at }) => ({ id, at: at.map((step) => step * bundle.unit) })),
      look: ({ eye, at }) => view.look({ eye: across(eye), at: across(at) }),
      pass: (id) => {
        const name = payload.names[payload.indexOf.get(id)];
        this.said.textContent = name ? filled(this.words.passing, { name }) : "";
      },
      end: () => {
        this.solid.keepCamera();
        this.endFlight();
      },
    });
  }

  /** The direction from a point to the nearest skin. */
  #outward(point) {
    const { points } = this.solid.view.body.layers.get("skin").layer;
    let best = [0, 0, 1];
    let least = Infinity;
    for (let n = 0; n < points.length; n += 9) {
      const away = [points[n] - point[0], points[n + 1] - point[1], points[n + 2] - point[2]];
      const far = away[0] ** 2 + away[1] ** 2 + away[2] ** 2;
      if (far < least) [least, best] = [far, away];
    }
    return best;
  }

  /** @param {KeyboardEvent} event */
  #handleKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.#doKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what a key stands for. @param {KeyboardEvent} event @returns {boolean} whether it means something here */
  #doKey(event) {
    const { view } = this.solid;
    const { key, shiftKey } = event;
    const step = STEPS[key];
    if (this.flight && step && !shiftKey) {
      this.pauseFlight();
      this.flight.stepBy(step);
    } else if (shiftKey && PANS[key]) this.#lookByKey(panned(view.looking, PANS[key]));
    else if (KEYS[key]) this.#lookByKey(turned(view.looking, KEYS[key]));
    else if (RESETS.includes(key)) this.reset();
    else if (CHOOSES.includes(key)) this.#chooseMiddle(event);
    else if (key.toLowerCase() === FOLLOWS) this.toggleFlight();
    else return false;
    return true;
  }

  #lookByKey(camera) {
    this.solid.view.look(camera);
    this.solid.keepCamera();
    this.#nameMiddle();
  }

  #middle() {
    const { left, top, width, height } = this.solid.view.canvas.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }

  /** Says what lies in the middle, which Enter chooses. */
  #nameMiddle() {
    const { payload } = this.solid.page;
    const id = this.solid.nodeAt(this.#middle(), MIDDLE_REACH);
    this.said.textContent = id ? filled(this.words.middle, { name: payload.names[payload.indexOf.get(id)] }) : "";
  }

  #chooseMiddle(event) {
    const id = this.solid.nodeAt(this.#middle(), MIDDLE_REACH);
    if (id) this.solid.page.choose(id, event);
  }
}
