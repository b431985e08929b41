// The body in three dimensions, which replaces the figures while it is open.
import { fetchJson, once } from "../app/fetch-json.js";
import { loadFeature } from "../app/load-feature.js";
import { loadStyleSheet } from "../app/load-style-sheet.js";
import { logFailure } from "../app/settled.js";
import { isMirrored } from "../app/side.js";
import { showNotice } from "../app/status.js";
import { BodyPaint } from "./body-paint.js";
import { CanvasView } from "./canvas-view.js";
import { addExports } from "./export-entries.js";
import { unpackCourses, unpackLayer } from "./mesh-data.js";
import { sweep } from "./nerve-tubes.js";
import { SolidControls } from "./solid-controls.js";
import { cameraFrom, cameraOf, cameraText, mirroredCamera, START_TURN, turned } from "./standard-views.js";

/** @param {[number, number, number]} turn @returns {[number, number, number]} */
const mirroredTurn = ([azimuth, ...rest]) => [-azimuth, ...rest];
const CLICK_DISTANCE = 5; // pixels; a longer move turns the body
const MOUSE_REACH = 12;
const TOUCH_REACH = 24;
const part = document.getElementById("solid");
const scene = /** @type {SolidScene} */ (document.getElementById("solid-scene"));

const pointOf = ({ clientX: x, clientY: y }) => ({ x, y });

class Solid {
  /**
   * @param {Page} page
   * @param {Record<string, any>} bundle
   */
  constructor(page, bundle) {
    this.page = page;
    this.bundle = bundle;
    this.courses = unpackCourses(bundle);
    this.view = new CanvasView(scene, {
      drawn: () => this.controls?.draw(),
      turned: () => this.keepCamera(),
      lost: (isLost) => this.controls.say(isLost ? bundle.words.lost : ""),
    });
    const { body } = this.view;
    for (const layer of bundle.layers) body.addLayer(unpackLayer(layer, bundle.unit));
    body.addNerves(sweep(this.courses));
    this.paint = new BodyPaint(page, body, bundle.colours);
    this.isMirrored = false;
    this.shownCamera = "";
    /** @type {State | null} */
    this.state = null;
    this.controls = new SolidControls(this, part, scene);
    this.#listenToPointer();
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
    this.view.body.addLayer(unpackLayer(muscles, unit));
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
    this.state = { ...state };
    if (isMirrored(state.side) !== this.isMirrored) this.#mirror(isFirst);
    this.paint.apply(state, theme !== state.theme);
    if (isFirst || (state.camera && state.camera !== this.shownCamera)) this.#lookAsAddressed(isFirst);
    this.controls.show(this.state);
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

  /** Looks at the whole body, from behind and a little from the side of the coloured leg: most nerves lie there. */
  lookFromStart() {
    const fromBehind = this.bundle.views.filter(({ right: [x] }) => x < 0);
    this.lookFrom(fromBehind.reduce((a, b) => (b.reach > a.reach ? b : a)).id);
    this.view.look(turned(this.view.looking, this.isMirrored ? mirroredTurn(START_TURN) : START_TURN));
  }

  /** Looks from a standard view. @param {string} id */
  lookFrom(id) {
    const view = this.bundle.views.find((one) => one.id === id);
    if (!view) return;
    const { width, height } = this.view.size;
    const camera = cameraOf(view, width / Math.max(1, height));
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

  #listenToPointer() {
    const { canvas } = this.view;
    let pressedAt = null;
    let frame = 0;
    canvas.addEventListener("pointerdown", (event) => {
      pressedAt = event.isPrimary ? pointOf(event) : null;
      this.controls.pauseFlight();
    });
    canvas.addEventListener("pointerup", (event) => {
      const point = pointOf(event);
      const isClick = pressedAt && Math.hypot(point.x - pressedAt.x, point.y - pressedAt.y) < CLICK_DISTANCE;
      pressedAt = null;
      const id = isClick && this.nodeAt(point, event.pointerType === "touch" ? TOUCH_REACH : MOUSE_REACH);
      if (id) this.page.choose(id, event);
    });
    canvas.addEventListener("dblclick", (event) => this.controls.focusOn(this.view.hit(pointOf(event), MOUSE_REACH)));
    canvas.addEventListener("pointermove", (event) => {
      cancelAnimationFrame(frame);
      if (event.pointerType !== "mouse" || event.buttons || this.controls.isFlying) return;
      const point = pointOf(event);
      frame = requestAnimationFrame(() => {
        const id = this.nodeAt(point, MOUSE_REACH);
        this.page.name(id, point);
        canvas.style.cursor = id ? "pointer" : "";
      });
    });
    canvas.addEventListener("pointerleave", () => {
      cancelAnimationFrame(frame);
      this.page.name(null);
    });
  }
}

/** Shows the figures instead, and says why. @param {Page} page */
function showFiguresInstead(page) {
  const hasWebGl = document.createElement("canvas").getContext("webgl2");
  page.go({ plate: page.defaults.plate, camera: "" }, null, "replace");
  showNotice([hasWebGl ? part.dataset.failed : part.dataset.nogl]);
}

/**
 * Opens the body.
 * @type {(page: Page) => Promise<Solid>}
 */
export const open = once(async (page) => {
  try {
    const { solid, "solid-muscles": muscles, "solid-style": style } = page.answers;
    const [bundle] = await Promise.all([fetchJson(solid), loadStyleSheet(style)]);
    const opened = new Solid(page, bundle);
    part.dataset.drawn = "yes";
    fetchJson(muscles)
      .then((late) => opened.addMuscles(late))
      .catch(logFailure);
    return opened;
  } catch (error) {
    showFiguresInstead(page);
    throw error;
  }
});
