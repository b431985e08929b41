// What lies over the canvas: names of what is lit, the sign of a lesion, the ring around a place, and a sentence.
import { element } from "../app/dom.js";
import { BodyLabels } from "./body-labels.js";
import { lesionPlaces } from "./nerve-route.js";
import { labelsOfLit } from "./node-labels.js";
import { sectionLabels } from "./section-labels.js";

export class SolidOverlay {
  /**
   * @param {import("./solid.js").Solid} solid
   * @param {HTMLElement} scene
   */
  constructor(solid, scene) {
    this.solid = solid;
    this.element = element("div", { className: "solid-over" });
    this.signs = element("div", { className: "solid-signs", "aria-hidden": "true" });
    this.said = element("p", { className: "solid-said", role: "status" });
    this.ring = element("span", { className: "solid-ring", hidden: true, "aria-hidden": "true" });
    this.note = element("div", { className: "solid-note" }, this.said);
    scene.append(this.element);
    this.labels = new BodyLabels(this.element);
    this.element.append(this.signs, this.ring, this.note);
    /** @type {number[][]} where the shown lesion acts */
    this.places = [];
    /** @type {number[] | null} what the ring is around */
    this.marked = null;
  }

  /** @param {State} state */
  show(state) {
    const { page, courses, view, paint, movement } = this.solid;
    const { painting } = paint;
    this.places = painting.isInLesion ? this.#lesionPlaces(state.lesion) : [];
    this.signs.replaceChildren(...this.places.map(() => element("span", { className: "solid-sign" }, "×")));
    const { layers, cutAt } = view.body;
    if (cutAt !== null) {
      this.labels.set(this.#sectionLabels(cutAt));
      return;
    }
    const lit = painting.isOn ? labelsOfLit(page.payload, courses, layers, painting.stateOf) : [];
    // a pose is about its muscles and nerves
    this.labels.set([...movement.labels(), ...(movement.pose ? lit.filter(({ isStrong }) => isStrong) : lit)]);
  }

  /** Names of what the cross-section cuts. @param {number} height  metres */
  #sectionLabels(height) {
    const { page, bundle, courses, view } = this.solid;
    const { payload } = page;
    const layers = view.body.layers;
    const nameOf = (id) => bundle.bones[id] ?? payload.nameOf(id)?.split(", ")[0] ?? "";
    const [bones, muscles] = ["bones", "muscles"].map((name) => layers.get(name)?.layer);
    return sectionLabels({ bones, muscles, courses }, height, nameOf);
  }

  /** @param {string} lesion  the id of a site, or of what is injured elsewhere */
  #lesionPlaces(lesion) {
    const { page, sites, courses, paint } = this.solid;
    const { payload } = page;
    const site = sites.find(({ id }) => id === lesion);
    if (site) return [site.at];
    const isStruck = (id) => ["severed", "thinned"].includes(paint.painting.stateOf(id).state);
    const isRoot = (id) => payload.kinds[payload.indexOf.get(id)] === "root";
    return lesionPlaces(courses, isStruck, isRoot);
  }

  /** After each picture: names and signs follow the camera. */
  draw() {
    const { view } = this.solid;
    const { offsetTop, offsetHeight } = this.note;
    const covered = offsetHeight && offsetTop + offsetHeight;
    this.labels.draw((place) => view.project(place), view.size, covered);
    for (const [n, sign] of [...this.signs.children].entries())
      this.#put(/** @type {HTMLElement} */ (sign), this.places[n]);
    this.ring.hidden = !this.marked;
    if (this.marked) this.#put(this.ring, this.marked);
  }

  /** Puts a sign where a place is on the canvas. @param {HTMLElement} sign @param {number[]} place */
  #put(sign, place) {
    const { x, y, isSeen } = this.solid.view.project(place);
    Object.assign(sign.style, { left: `${x}px`, top: `${y}px` });
    sign.hidden = !isSeen;
  }

  /** Marks a place of the body with a ring. @param {number[] | null} place  in metres; null removes the ring */
  mark(place) {
    this.marked = place;
    this.solid.view.request();
  }

  /** Says something over the body, also to screen readers. @param {string} text */
  say(text) {
    this.said.textContent = text;
  }
}
