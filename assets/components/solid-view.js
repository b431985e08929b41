// The view of the component `Solid`: canvas, pointer and keys over the body in three dimensions.
import { isMirrored } from "../app/side.js";
import { BodyPaint } from "../solid/body-paint.js";
import { CanvasView } from "../solid/canvas-view.js";
import { unpackCourses, unpackLayer } from "../solid/mesh-data.js";
import { sweep } from "../solid/nerve-tubes.js";
import {
  cameraFrom,
  cameraText,
  KEYS,
  mirroredCamera,
  panned,
  PANS,
  startCamera,
  turned,
} from "../solid/standard-views.js";

const CLICK_DISTANCE = 5; // pixels; a longer move turns the body
const [MOUSE_REACH, TOUCH_REACH] = [12, 24];
const RESETS = ["Home", "0"];
const CHOOSES = ["Enter", " "];
const LAYER = "dermatomes";

const pointOf = ({ clientX: x, clientY: y }) => ({ x, y });

export class SolidView {
  /**
   * @param {import("./solid-figure.js").SolidFigure} figure
   * @param {Record<string, any>} mesh  as tools/solid/packing.py describes it
   * @throws {Error} if the browser has no WebGL
   */
  constructor(figure, mesh) {
    this.figure = figure;
    this.mesh = mesh;
    this.view = new CanvasView(figure.scene, { drawn: () => {}, turned: () => this.#report(), lost: () => {} });
    const { body } = this.view;
    for (const layer of mesh.layers) body.addLayer(unpackLayer(layer, mesh.unit));
    body.addNerves(sweep(unpackCourses(mesh)));
    const page = /** @type {any} */ ({ payload: figure.payload, defaults: { layer: LAYER } });
    Object.defineProperty(page, "highlighter", { get: () => figure.highlighter });
    this.painter = new BodyPaint(page, body, mesh.colours, figure.frame);
    /** @type {string | null} the camera as it was last set or reported; null before the first */
    this.camera = null;
    this.isMirrored = false;
    this.#listen();
  }

  /** @param {Record<string, any>} muscles  the mesh file, which arrives later */
  addMuscles({ layers: [muscles], unit }) {
    this.view.body.addLayer(unpackLayer(muscles, unit));
    this.figure.scene.dataset.muscles = "yes";
    if (this.figure.highlighter) this.paint();
  }

  /** Paints what the figure has highlighted. */
  paint() {
    const { figure, view } = this;
    const mirrored = isMirrored(figure.props.side);
    if (mirrored !== this.isMirrored) {
      this.isMirrored = mirrored;
      view.body.mirror(mirrored);
      view.look(mirroredCamera(view.looking));
    }
    this.painter.apply(/** @type {any} */ ({ layer: LAYER, map: figure.map }), true);
    view.request();
  }

  /** Looks from a camera, unless it does already. @param {string | null} text  empty: at the whole body */
  look(text) {
    const wanted = text ?? "";
    if (wanted === this.camera) return;
    this.camera = wanted;
    const camera = cameraFrom(wanted);
    if (camera) this.view.look(camera);
    else this.#lookAtAll();
  }

  #lookAtAll() {
    const { width, height } = this.view.size;
    const camera = startCamera(this.mesh.views, width / Math.max(1, height));
    this.view.look(this.isMirrored ? mirroredCamera(camera) : camera);
  }

  #report() {
    this.camera = cameraText(this.view.looking);
    this.figure.reported.set({ camera: this.camera });
  }

  remove() {
    this.view.remove();
  }

  /** The id of the node at a point of the window; empty if there is none. */
  #nodeAt(point, reach) {
    const id = this.view.hit(point, reach)?.id;
    return id && this.figure.payload.has(id) ? id : "";
  }

  #middle() {
    const { left, top, width, height } = this.view.canvas.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }

  #listen() {
    const { figure, view } = this;
    const { canvas } = view;
    let pressedAt = null;
    let frame = 0;
    canvas.addEventListener("pointerdown", (event) => (pressedAt = event.isPrimary ? pointOf(event) : null));
    canvas.addEventListener("pointerup", (event) => {
      const point = pointOf(event);
      const isClick = pressedAt && Math.hypot(point.x - pressedAt.x, point.y - pressedAt.y) < CLICK_DISTANCE;
      pressedAt = null;
      const id = isClick && this.#nodeAt(point, event.pointerType === "touch" ? TOUCH_REACH : MOUSE_REACH);
      if (id) void figure.choose(id);
    });
    canvas.addEventListener("pointermove", (event) => {
      cancelAnimationFrame(frame);
      if (event.pointerType !== "mouse" || event.buttons) return;
      const point = pointOf(event);
      frame = requestAnimationFrame(() => {
        const id = this.#nodeAt(point, MOUSE_REACH);
        figure.hover(id);
        figure.tooltip.moveTo(point);
        canvas.style.cursor = id ? "pointer" : "";
      });
    });
    canvas.addEventListener("pointerleave", () => {
      cancelAnimationFrame(frame);
      figure.hover("");
    });
    figure.scene.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !this.#doKey(event)) return;
      event.preventDefault();
    });
  }

  /** Does what a key stands for. @param {KeyboardEvent} event @returns {boolean} whether it means something here */
  #doKey({ key, shiftKey }) {
    const { figure, view } = this;
    if (CHOOSES.includes(key)) {
      const id = this.#nodeAt(this.#middle(), MOUSE_REACH);
      if (id) void figure.choose(id);
      return true;
    }
    if (key === "Escape") {
      figure.clear();
      return true;
    }
    if (RESETS.includes(key)) this.#lookAtAll();
    else if (shiftKey && PANS[key]) view.look(panned(view.looking, PANS[key]));
    else if (KEYS[key]) view.look(turned(view.looking, KEYS[key]));
    else return false;
    this.#report();
    const id = this.#nodeAt(this.#middle(), MOUSE_REACH);
    figure.hover(id);
    figure.tooltip.moveTo(this.#middle());
    return true;
  }
}
