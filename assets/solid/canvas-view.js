// The canvas: renderer, camera and controls, and what is drawn when. Knows nothing of the atlas.
import { PerspectiveCamera, Scene, Vector3, WebGLRenderer } from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { BodyScene } from "./body-scene.js";
import { Detail, FrameTimes, isSoftware } from "./detail.js";
import { Picker } from "./picking.js";
import { FARTHEST, FIELD, NEAREST } from "./standard-views.js";

const SHARPEST = 2; // device pixels for a pixel of the page

export class CanvasView {
  /**
   * @param {HTMLElement} place
   * @param {object} callbacks
   * @param {() => void} callbacks.onDraw  after each picture
   * @param {() => void} callbacks.onTurn  after the reader has moved the camera
   * @param {(isLost: boolean) => void} callbacks.onContextChange  the graphics driver has stopped, or works again
   * @throws {Error} if the browser has no WebGL
   */
  constructor(place, { onDraw, onTurn, onContextChange }) {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("webgl2", { antialias: true, alpha: true, preserveDrawingBuffer: true });
    if (!context) throw new Error("WebGL 2 is not available");
    this.isSoftware = isSoftware(context);
    this.place = place;
    this.canvas = canvas;
    this.onDraw = onDraw;
    this.fitted = "";
    this.renderer = new WebGLRenderer({ canvas, context });
    this.renderer.setClearColor(0x000000, 0);
    this.scene = new Scene();
    this.body = new BodyScene();
    this.scene.add(this.body.root);
    this.camera = new PerspectiveCamera(FIELD, 1, 0.01, 2 * FARTHEST);
    place.prepend(canvas);
    this.controls = new OrbitControls(this.camera, canvas);
    Object.assign(this.controls, {
      zoomToCursor: true,
      minDistance: NEAREST,
      maxDistance: FARTHEST,
    });
    this.picker = new Picker(this.renderer, this.body);
    this.detail = new Detail(new FrameTimes(this.isSoftware), (level) => this.#draw(level));
    this.controls.addEventListener("change", () => this.detail.request(true));
    this.controls.addEventListener("end", onTurn);
    this.resizeObserver = new ResizeObserver(() => this.#isFitted(this.#ratio) || this.detail.request());
    this.resizeObserver.observe(place);
    canvas.addEventListener("webglcontextlost", () => onContextChange(true));
    // the renderer builds everything again by itself
    canvas.addEventListener("webglcontextrestored", () => {
      onContextChange(false);
      this.detail.request();
    });
  }

  /** Device pixels for a pixel of the page. */
  get #ratio() {
    return this.isSoftware ? 1 : Math.min(SHARPEST, window.devicePixelRatio);
  }

  /** @param {number} ratio */
  #isFitted(ratio) {
    const { width, height } = this.size;
    return [width, height, ratio].join() === this.fitted;
  }

  /** Gives the canvas the size of its place. @param {number} ratio */
  #fit(ratio) {
    if (this.#isFitted(ratio)) return;
    const { width, height } = this.size;
    this.fitted = [width, height, ratio].join();
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(width, height);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.body.setScale(height, FIELD);
  }

  get size() {
    return { width: this.place.clientWidth, height: this.place.clientHeight };
  }

  /** @param {import("./detail.js").Level} level @param {number} [ratio] */
  #draw(level, ratio = this.#ratio) {
    const { width, height } = this.size;
    if (this.renderer.getContext().isContextLost() || !width || !height) return;
    this.#fit(ratio);
    this.body.show(level);
    this.renderer.render(this.scene, this.camera);
    this.place.dataset.detail = level;
    this.place.dataset.triangles = String(this.renderer.info.render.triangles);
    this.onDraw();
  }

  /** Draws with the next frame. @param {boolean} [isMovement]  whether more pictures follow at once */
  request(isMovement = false) {
    this.detail.request(isMovement);
  }

  /** @param {import("./standard-views.js").Camera} camera */
  look({ eye, at }) {
    this.camera.position.fromArray(eye);
    this.controls.target.fromArray(at);
    this.controls.update();
    this.detail.request(true);
  }

  /** @returns {import("./standard-views.js").Camera} */
  get looking() {
    return { eye: this.camera.position.toArray(), at: this.controls.target.toArray() };
  }

  /** Where a place of the standing body, in metres, is on the canvas. @param {number[]} place */
  project(place) {
    const { width, height } = this.size;
    const at = new Vector3()
      .fromArray(this.body.placed(place))
      .applyMatrix4(this.body.root.matrixWorld)
      .project(this.camera);
    return { x: ((at.x + 1) / 2) * width, y: ((1 - at.y) / 2) * height, isSeen: at.z < 1 };
  }

  /** The point of the window in the middle of the canvas. */
  get middle() {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }

  /** What is drawn at a point of the window. @param {{x: number, y: number}} point @param {number} reach  pixels */
  hit({ x, y }, reach) {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    return this.picker.at(this.camera, { x: x - left, y: y - top, width, height }, reach);
  }

  /** Frees its memory. */
  remove() {
    this.resizeObserver.disconnect();
    this.detail.stop();
    this.controls.dispose();
    this.renderer.dispose();
    this.renderer.forceContextLoss();
    this.canvas.remove();
  }

  /** A picture as a PNG in a `data:` URI. @param {number} scale  pixels for a pixel of the page */
  picture(scale) {
    this.#draw("fine", scale);
    const uri = this.canvas.toDataURL("image/png");
    this.request();
    return uri;
  }
}
