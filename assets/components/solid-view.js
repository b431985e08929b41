// The view of the component `Solid`: canvas, pointer and keys over the body in three dimensions.
import { isMirrored } from "../app/side.js";
import { BodyPaint } from "../solid/body-paint.js";
import { isSelectKey, isResetKey, movedByKey } from "../solid/camera-keys.js";
import { listenToPointer, MOUSE_REACH } from "../solid/canvas-pointer.js";
import { CanvasView } from "../solid/canvas-view.js";
import { unpackCourses, unpackLayer } from "../solid/mesh-data.js";
import { sweep } from "../solid/nerve-tubes.js";
import { cameraFrom, cameraText, mirroredCamera, startCamera } from "../solid/standard-views.js";

const LAYER = "dermatomes";

export class SolidView {
  /**
   * @param {import("./solid-figure.js").SolidFigure} figure
   * @param {Record<string, any>} mesh  as tools/solid/packing.py describes it
   * @throws {Error} if the browser has no WebGL
   */
  constructor(figure, mesh) {
    this.figure = figure;
    this.mesh = mesh;
    this.view = new CanvasView(figure.scene, {
      onDraw: () => {},
      onTurn: () => this.#report(),
      onContextChange: () => {},
    });
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

  #listen() {
    const { figure, view } = this;
    listenToPointer(view.canvas, {
      nodeAt: (point, reach) => this.#nodeAt(point, reach),
      choose: (id) => void figure.choose(id),
      hover: (id, point) => this.#hover(id, point),
    });
    figure.scene.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !this.#doKey(event)) return;
      event.preventDefault();
    });
  }

  /** @param {string} id @param {{x: number, y: number}} [point]  of the window */
  #hover(id, point) {
    this.figure.hover(id);
    if (point) this.figure.tooltip.moveTo(point);
  }

  /** Does what a key stands for. @param {KeyboardEvent} event @returns {boolean} whether it means something here */
  #doKey(event) {
    const { figure, view } = this;
    const { middle } = view;
    const camera = movedByKey(view.looking, event);
    if (camera) view.look(camera);
    else if (isResetKey(event.key)) this.#lookAtAll();
    else if (event.key === "Escape") {
      figure.clear();
      return true;
    } else if (isSelectKey(event.key)) {
      const id = this.#nodeAt(middle, MOUSE_REACH);
      if (id) void figure.choose(id);
      return true;
    } else return false;
    this.#report();
    this.#hover(this.#nodeAt(middle, MOUSE_REACH), middle);
    return true;
  }
}
