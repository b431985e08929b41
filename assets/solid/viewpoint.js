// From where the body is seen: by the address, from a standard view, or so that a whole movement is in view.
import { isMirrored } from "../app/side.js";
import {
  cameraAround,
  cameraFrom,
  cameraOf,
  cameraText,
  mirroredCamera,
  sectionCamera,
  startCamera,
} from "./standard-views.js";

/** @import { Camera } from "./standard-views.js" */

const NARROW = 500; // pixels, from which on names have columns
const BETWEEN_NAMES = 0.66; // share of the width between the columns

export class Viewpoint {
  /**
   * @param {Page} page
   * @param {import("./canvas-view.js").CanvasView} view
   * @param {import("./standard-views.js").View[]} views  the standard ones
   */
  constructor(page, view, views) {
    this.page = page;
    this.view = view;
    this.views = views;
    this.isMirrored = false;
    /** @type {string | null} the camera of the address as it was last shown or written; null before the first */
    this.shown = null;
  }

  /** Looks at the side that the state shows, from where its address says. @param {State} state */
  show({ side, camera }) {
    const isFirst = this.shown === null;
    if (isMirrored(side) !== this.isMirrored) this.#mirror(isFirst);
    if (!isFirst && (!camera || camera === this.shown)) return;
    this.shown = camera;
    const wanted = cameraFrom(camera);
    if (wanted) this.view.look(wanted);
    else if (isFirst) this.lookFromStart();
  }

  #mirror(isFirst) {
    this.isMirrored = !this.isMirrored;
    this.view.body.mirror(this.isMirrored);
    if (!isFirst) this.view.look(mirroredCamera(this.view.looking));
  }

  /** Looks at the whole body, with the coloured leg in front. */
  lookFromStart() {
    this.#look((aspect) => startCamera(this.views, aspect));
  }

  /** Looks down at the cross-section. */
  lookDown() {
    const { looking, body } = this.view;
    this.#look(() => sectionCamera(body.cutAt, this.isMirrored ? mirroredCamera(looking) : looking));
  }

  /** Looks from a standard view. @param {string} id */
  lookFrom(id) {
    const view = this.views.find((one) => one.id === id);
    if (view) this.#look((aspect) => cameraOf(view, aspect));
  }

  /**
   * Looks at all of some boxes.
   * @param {{low: number[], high: number[]}[]} boxes  in metres
   * @param {[azimuth: number, elevation: number]} from  degrees
   */
  lookAt(boxes, from) {
    const free = this.view.size.width > NARROW ? BETWEEN_NAMES : 1;
    this.#look((aspect) => cameraAround(boxes, from, free * aspect));
  }

  /** @param {(aspect: number) => Camera} cameraFor  a camera for the right side */
  #look(cameraFor) {
    const { width, height } = this.view.size;
    const camera = cameraFor(width / Math.max(1, height));
    this.view.look(this.isMirrored ? mirroredCamera(camera) : camera);
  }

  /** Writes the camera to the address. */
  writeCamera() {
    this.shown = cameraText(this.view.looking);
    this.page.go({ camera: this.shown }, null, "replace");
  }
}
