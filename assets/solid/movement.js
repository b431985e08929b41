// The movements of the body: its pose, how far it has gone, and from where it is seen.
import { element } from "../app/dom.js";
import { reducedMotion } from "../app/reduced-motion.js";
import { middleOf, middleOfNerve } from "./node-places.js";
import { anglesAt, poseFrom, poseText } from "./pose.js";
import { PoseStrip, strainAt } from "./pose-strip.js";

/** @import { BodyLabel } from "./body-labels.js" */
/** @import { Pose, Posed } from "./pose.js" */

const MILLISECONDS = 1400; // from one frame to the next
const AFFECTED = ["lost", "reduced", "at-times"];

export class Movement {
  /**
   * @param {import("./solid.js").Solid} solid
   * @param {HTMLElement} place  where the strip goes
   */
  constructor(solid, place) {
    this.solid = solid;
    /** @type {Pose[]} */
    this.poses = solid.bundle.poses;
    /** @type {Posed | null} */
    this.posed = null;
    this.text = "";
    this.animation = 0;
    const { words } = solid.bundle;
    this.select = element(
      "select",
      { "data-solid": "pose", "aria-label": words.pose },
      element("option", { value: "" }, words["pose.none"]),
      ...this.poses.map(({ id, name }) => element("option", { value: id }, name)),
    );
    this.select.addEventListener("change", () => this.choose(this.select.value));
    const label = element("label", { className: "solid-pose" }, element("span", {}, words.pose), this.select);
    solid.bar.prepend(label);
    this.strip = new PoseStrip(place, words, {
      onMove: (at, isFinal) => this.#moveTo(at, isFinal),
      onState: (isWeak) => this.#setWeak(isWeak),
      onPlay: () => this.play(),
    });
  }

  /** The chosen pose; null if the body stands. */
  get pose() {
    return this.posed && this.poses.find(({ id }) => id === this.posed.id);
  }

  /** @param {State} state @param {boolean} isNew  whether something else is highlighted */
  show(state, isNew) {
    if (state.pose !== this.text) this.#applyText(state.pose, !state.camera);
    else if (isNew && this.pose && !this.posed.isWeak && this.#isWeakened(this.pose)) this.#setWeak(true);
  }

  /** Applies the pose of an address. @param {string} text @param {boolean} cameraFollows  whether the camera follows */
  #applyText(text, cameraFollows) {
    this.#stop();
    const before = this.posed?.id;
    this.text = text;
    this.posed = poseFrom(text, this.poses);
    this.#apply();
    if (cameraFollows && this.posed?.id !== before) this.#look();
  }

  /** Starts a pose from its first frame; "" makes the body stand. @param {string} id */
  choose(id) {
    const pose = this.poses.find((one) => one.id === id);
    this.solid.flight.end();
    const isWeak = Boolean(pose) && (pose.opensWeak || this.#isWeakened(pose));
    this.#applyText(pose ? poseText({ id, at: 0, isWeak }) : "", true);
    this.solid.page.go({ pose: this.text, camera: "" }, null, "replace");
    this.play();
  }

  /** Whether the lesion that is shown weakens a muscle of the pose. @param {Pose} pose */
  #isWeakened({ muscles }) {
    const { painting } = this.solid.paint;
    return painting.isInLesion && muscles.some((id) => AFFECTED.includes(painting.stateOf(id).state));
  }

  #setWeak(isWeak) {
    this.posed = { ...this.posed, isWeak };
    this.#moveTo(this.posed.at, true);
  }

  /** Moves through all frames; where the reader wants no motion, to the next one. */
  play() {
    this.#stop();
    const { pose, posed } = this;
    if (!pose) return;
    const last = this.#frames().length - 1;
    const from = posed.at >= last ? 0 : posed.at;
    if (reducedMotion.matches) {
      this.#moveTo(posed.at >= last ? 0 : Math.floor(posed.at) + 1, true);
      return;
    }
    const started = performance.now();
    const step = (/** @type {number} */ now) => {
      const at = Math.min(last, from + Math.max(0, now - started) / MILLISECONDS);
      this.#moveTo(at, at >= last);
      if (at < last) this.animation = requestAnimationFrame(step);
    };
    this.animation = requestAnimationFrame(step);
  }

  #stop() {
    cancelAnimationFrame(this.animation);
  }

  #frames() {
    return this.posed.isWeak ? this.pose.weak : this.pose.usual;
  }

  /** @param {number} at @param {boolean} isFinal  whether the address follows */
  #moveTo(at, isFinal) {
    this.posed = { ...this.posed, at };
    this.#apply();
    if (!isFinal) return;
    this.text = poseText(this.posed);
    this.solid.page.go({ pose: this.text }, null, "replace");
  }

  #apply() {
    const { view, paint, overlay } = this.solid;
    const { pose, posed } = this;
    this.select.value = pose?.id ?? "";
    view.body.posture.set(pose ? anglesAt(this.#angles(), posed.at) : null, pose?.isSitting);
    if (pose) this.strip.show(pose, posed);
    else this.strip.hide();
    if (pose) this.solid.controls.endCut(); // a cross-section is one of the standing body
    const strained = this.#strain().flatMap(({ drawn }) => drawn);
    if (paint.setPose({ isPosed: Boolean(pose), strained, weak: this.#weakMuscles() })) overlay.show(this.solid.state);
    view.request(true);
  }

  #angles() {
    return this.#frames().map(({ angles }) => angles);
  }

  #strain() {
    return this.pose ? strainAt(this.pose, this.posed.at, this.posed.isWeak) : [];
  }

  #weakMuscles() {
    return this.posed?.isWeak ? this.pose.muscles : [];
  }

  /** Labels of the weak muscles and of the stretched nerves. @returns {BodyLabel[]} */
  labels() {
    const { view, courses, page } = this.solid;
    const { payload } = page;
    const muscles = view.body.layers.get("muscles")?.layer;
    const weak = this.#weakMuscles().map((id) => ({
      text: payload.nameOf(id),
      place: muscles && middleOf(muscles, id),
    }));
    const strained = this.#strain().map(({ drawn, label }) => {
      return { text: label, place: middleOfNerve(courses, drawn[0]) };
    });
    return [...weak, ...strained].filter(({ place }) => place).map((label) => ({ ...label, isStrong: true }));
  }

  /** Looks at all frames of the pose from where it is seen best. */
  #look() {
    if (!this.pose) {
      this.solid.viewpoint.lookFromStart();
      return;
    }
    const { posture } = this.solid.view.body;
    const boxes = this.#angles().map((angles) => {
      posture.set(angles);
      return posture.box();
    });
    posture.set(anglesAt(this.#angles(), this.posed.at), this.pose.isSitting);
    this.solid.viewpoint.lookAt(boxes, this.pose.eye);
  }
}
