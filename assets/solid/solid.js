// The body in three dimensions, which replaces the figures while it is open.
import { closest, element } from "../app/dom.js";
import { fetchJson, once } from "../app/fetch-json.js";
import { loadFeature } from "../app/load-feature.js";
import { loadStyleSheet } from "../app/load-style-sheet.js";
import { logFailure } from "../app/settled.js";
import { isMirrored } from "../app/side.js";
import { showNotice } from "../app/status.js";
import { BodyPaint } from "./body-paint.js";
import { CanvasView } from "./canvas-view.js";
import { FlightControl } from "./flight-control.js";
import { addExports } from "./export-entries.js";
import { unpackCourses, unpackLayer } from "./mesh-data.js";
import { Movement } from "./movement.js";
import { NervePulse } from "./nerve-pulse.js";
import { sweep } from "./nerve-tubes.js";
import { SolidControls } from "./solid-controls.js";
import { SolidKeys } from "./solid-keys.js";
import { SolidOverlay } from "./solid-overlay.js";
import { SolidPointer } from "./solid-pointer.js";
import {
  cameraAround,
  cameraFrom,
  cameraOf,
  cameraText,
  mirroredCamera,
  sectionCamera,
  startCamera,
} from "./standard-views.js";

const [NARROW, BETWEEN_NAMES] = [500, 0.66]; // pixels from which names have columns; the share of the width between them

const part = document.getElementById("solid");
const scene = /** @type {SolidScene} */ (document.getElementById("solid-scene"));

/** What of the state decides what is lit. @param {State} state */
const litBy = (state) => [state.mode, state.select, state.with, state.lesion, state.part, state.map].join(" ");

export class Solid {
  /**
   * @param {Page} page
   * @param {Record<string, any>} bundle
   */
  constructor(page, bundle) {
    this.page = page;
    this.bundle = bundle;
    this.courses = unpackCourses(bundle);
    this.view = new CanvasView(scene, {
      drawn: () => this.overlay?.draw(),
      turned: () => this.keepCamera(),
      lost: (isLost) => this.overlay.say(isLost ? bundle.words.lost : ""),
    });
    const { body } = this.view;
    for (const layer of bundle.layers) body.addLayer(unpackLayer(layer, bundle.unit));
    body.addNerves(sweep(this.courses));
    body.addJoints(bundle.joints, bundle.unit);
    this.paint = new BodyPaint(page, body, bundle.colours);
    this.isMirrored = false;
    this.shownCamera = "";
    /** @type {State | null} */
    this.state = null;
    this.bar = /** @type {HTMLElement} */ (part.querySelector(".solid-bar"));
    part.append(element("p", { id: "solid-twin", className: "told" }, bundle.words.twin));
    scene.setAttribute("aria-describedby", "solid-twin");
    this.overlay = new SolidOverlay(this, scene);
    this.controls = new SolidControls(this);
    this.flight = new FlightControl(this);
    this.movement = new Movement(this, part);
    this.pulse = new NervePulse(this.view, this.courses, () => !part.hidden);
    new SolidKeys(this, scene);
    new SolidPointer(this);
    document.addEventListener("click", (event) => {
      if (closest(event, "[data-play], #replay") && !part.hidden) this.pulse.play();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.paint.theme.forget();
      if (this.state) this.show(this.state);
    });
    scene.picture = (scale) => this.view.picture(scale);
    scene.model = (about) => this.#model(about);
    addExports(part, bundle.words);
  }

  /** @param {Record<string, any>} bundle  the muscles, which arrive later */
  addMuscles({ layers: [muscles], unit }) {
    const { body } = this.view;
    body.addLayer(unpackLayer(muscles, unit));
    if (body.posture.angles) body.posture.hangAll();
    if (this.state) this.show(this.state);
    scene.dataset.muscles = "yes";
  }

  /** The body as it is shown as a GLB file. */
  async #model({ copyright, extras }) {
    const { payload } = this.page;
    const { writeModel } = await loadFeature("model");
    const nameOf = (id) => payload.names[payload.indexOf.get(id)];
    return writeModel(this.view.body, { copyright, extras: { ...extras, notice: this.bundle.notice }, nameOf });
  }

  /** @param {State} state */
  show(state) {
    const isFirst = !this.state;
    const theme = this.state?.theme;
    const isNew = isFirst || litBy(state) !== litBy(this.state);
    this.state = { ...state };
    if (isMirrored(state.side) !== this.isMirrored) this.#mirror(isFirst);
    this.paint.apply(state, theme !== state.theme);
    if (isFirst || (state.camera && state.camera !== this.shownCamera)) this.#lookAsAddressed(isFirst);
    if (isNew) this.flight.end();
    this.movement.show(this.state);
    this.overlay.show(this.state);
    this.controls.show(this.state);
    this.flight.show();
    // without a graphics processor a pulse has too few pictures to look like one; there the reader may still ask for it
    if (isNew && !this.view.isSoftware) this.pulse.play();
    this.view.request();
  }

  /** Paints the state again, in which something else is hidden. */
  repaint() {
    this.paint.apply(this.state, false);
    this.overlay.show(this.state);
    this.view.request();
  }

  #mirror(isFirst) {
    this.isMirrored = !this.isMirrored;
    this.view.body.mirror(this.isMirrored);
    if (!isFirst) this.view.look(mirroredCamera(this.view.looking));
  }

  /** Looks from where the address says, or else from where the whole body is seen. */
  #lookAsAddressed(isFirst) {
    const camera = cameraFrom(this.state.camera);
    if (camera) this.view.look(camera);
    else if (isFirst) this.lookFromStart();
    this.shownCamera = this.state.camera;
  }

  /** Looks at the whole body, with the coloured leg in front. */
  lookFromStart() {
    this.#lookAs((aspect) => startCamera(this.bundle.views, aspect));
  }

  /** Looks down at the cross-section. */
  lookDown() {
    const { looking, body } = this.view;
    this.#lookAs(() => sectionCamera(body.cutAt, this.isMirrored ? mirroredCamera(looking) : looking));
  }

  /** Looks from a standard view. @param {string} id */
  lookFrom(id) {
    const view = this.bundle.views.find((one) => one.id === id);
    if (view) this.#lookAs((aspect) => cameraOf(view, aspect));
  }

  /** Looks at all of some boxes. @param {{low: number[], high: number[]}[]} boxes @param {[number, number]} from  degrees */
  lookAround(boxes, from) {
    const free = this.view.size.width > NARROW ? BETWEEN_NAMES : 1;
    this.#lookAs((aspect) => cameraAround(boxes, from, free * aspect));
  }

  /** @param {(aspect: number) => import("./standard-views.js").Camera} cameraFor  a camera for the right side */
  #lookAs(cameraFor) {
    const { width, height } = this.view.size;
    const camera = cameraFor(width / Math.max(1, height));
    this.view.look(this.isMirrored ? mirroredCamera(camera) : camera);
  }

  /** Writes the camera to the address. */
  keepCamera() {
    this.shownCamera = cameraText(this.view.looking);
    this.page.go({ camera: this.shownCamera }, null, "replace");
  }

  /** The id of the node at a point of the window; null if there is none. */
  nodeAt(point, reach) {
    const id = this.view.hit(point, reach)?.id;
    return id && this.page.payload.has(id) ? id : null;
  }
}

/** Whether the browser draws in three dimensions. Some throw an error instead of giving no context. */
function hasWebGl() {
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
}

/** Shows the figures instead, and says why. @param {Page} page @param {string} why */
function showFiguresInstead(page, why) {
  page.go({ plate: page.defaults.plate, camera: "" }, null, "replace");
  showNotice([why]);
}

/**
 * Opens the body.
 * @type {(page: Page) => Promise<Solid>}
 */
export const open = once(async (page) => {
  let words = null;
  try {
    const { solid, "solid-muscles": muscles, "solid-style": style } = page.answers;
    const [bundle] = await Promise.all([fetchJson(solid), loadStyleSheet(style)]);
    words = bundle.words;
    const opened = new Solid(page, bundle);
    part.dataset.drawn = "yes";
    fetchJson(muscles)
      .then((late) => opened.addMuscles(late))
      .catch(logFailure);
    return opened;
  } catch (error) {
    showFiguresInstead(page, words && !hasWebGl() ? words.nogl : part.dataset.failed);
    throw error;
  }
});
