// The body in three dimensions, which replaces the figures while it is open.
import { closest, element } from "../app/dom.js";
import { fetchJson, once } from "../app/fetch-json.js";
import { loadFeature } from "../app/load-feature.js";
import { loadStyleSheet } from "../app/load-style-sheet.js";
import { afterPaint } from "../app/scheduling.js";
import { logFailure } from "../app/settled.js";
import { onSide } from "../app/side.js";
import { showNotice } from "../app/status.js";
import { BodyPaint } from "./body-paint.js";
import { CanvasView } from "./canvas-view.js";
import { FlightControl } from "./flight-control.js";
import { addExports } from "./export-entries.js";
import { unpackCourses, unpackLayer, unpackSites } from "./mesh-data.js";
import { Movement } from "./movement.js";
import { NervePulse } from "./nerve-pulse.js";
import { sweep } from "./nerve-tubes.js";
import { SolidControls } from "./solid-controls.js";
import { SolidKeys } from "./solid-keys.js";
import { SolidOverlay } from "./solid-overlay.js";
import { SolidPointer } from "./solid-pointer.js";
import { Viewpoint } from "./viewpoint.js";

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
    this.sites = unpackSites(bundle);
    /** @type {() => void} */
    let isDrawn;
    /** Settled after the first picture. @type {Promise<void>} */
    this.firstPicture = new Promise((done) => (isDrawn = done));
    this.view = new CanvasView(scene, {
      onDraw: () => {
        this.overlay?.draw();
        isDrawn();
      },
      onTurn: () => {
        this.flight.cameraMoved();
        this.viewpoint.writeCamera();
      },
      onContextChange: (isLost) => this.overlay.say(isLost ? bundle.words.lost : ""),
    });
    const { body } = this.view;
    for (const layer of bundle.layers) body.addLayer(unpackLayer(layer, bundle.unit));
    body.addNerves(sweep(this.courses));
    body.addJoints(bundle.joints, bundle.unit);
    this.paint = new BodyPaint(page, body, bundle.colours);
    this.viewpoint = new Viewpoint(page, this.view, bundle.views);
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
    if (body.posture.angles) body.posture.bindAll();
    if (this.state) this.show(this.state);
    scene.dataset.muscles = "yes";
  }

  /** The body as it is shown as a GLB file. */
  async #model({ copyright, extras }) {
    const { payload } = this.page;
    const { writeModel } = await loadFeature("model");
    return writeModel(this.view.body, {
      copyright,
      extras: { ...extras, notice: this.bundle.notice },
      nameOf: (id) => payload.nameOf(id),
    });
  }

  /** @param {State} state */
  show(state) {
    const theme = this.state?.theme;
    const isNew = !this.state || litBy(state) !== litBy(this.state);
    this.state = { ...state };
    scene.setAttribute("aria-label", onSide(this.bundle.words.label, state.side));
    this.paint.apply(state, theme !== state.theme);
    this.viewpoint.show(state);
    if (isNew) this.flight.end();
    this.movement.show(this.state, isNew);
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

  /** The id of the node at a point of the window; "" if there is none. */
  nodeAt(point, reach) {
    const id = this.view.hit(point, reach)?.id;
    return id && this.page.payload.has(id) ? id : "";
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
    Promise.all([fetchJson(muscles), opened.firstPicture])
      .then(([late]) => afterPaint(() => opened.addMuscles(late)))
      .catch(logFailure);
    return opened;
  } catch (error) {
    showFiguresInstead(page, words && !hasWebGl() ? words.nogl : part.dataset.failed);
    throw error;
  }
});
