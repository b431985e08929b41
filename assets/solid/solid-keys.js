// What keys do on the body.
import { filled } from "../app/dom.js";
import { isSelectKey, isResetKey, movedByKey } from "./camera-keys.js";
import { MOUSE_REACH } from "./canvas-pointer.js";

/** @type {Record<string, 1 | -1>} */
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };
const FOLLOWS = "v";

export class SolidKeys {
  /**
   * @param {import("./solid.js").Solid} solid
   * @param {HTMLElement} scene
   */
  constructor(solid, scene) {
    this.solid = solid;
    scene.addEventListener("keydown", (event) => this.#handle(event));
  }

  /** @param {KeyboardEvent} event */
  #handle(event) {
    // a button over the picture keeps its own keys
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!this.#do(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what a key stands for. @param {KeyboardEvent} event @returns {boolean} whether it means something here */
  #do(event) {
    const { view, flight, controls } = this.solid;
    const { key, shiftKey } = event;
    if (STEPS[key] && !shiftKey && flight.stepBy(STEPS[key])) return true;
    const camera = movedByKey(view.looking, event);
    if (camera) this.#look(camera);
    else if (isResetKey(key)) controls.reset();
    else if (isSelectKey(key)) this.#chooseMiddle(event);
    else if (key.toLowerCase() === FOLLOWS) flight.toggle();
    else return false;
    return true;
  }

  /** @param {import("./standard-views.js").Camera} camera */
  #look(camera) {
    this.solid.view.look(camera);
    this.solid.flight.cameraMoved();
    this.solid.viewpoint.writeCamera();
    this.#nameMiddle();
  }

  #middle() {
    return this.solid.nodeAt(this.solid.view.middle, MOUSE_REACH);
  }

  /** Says what lies in the middle, which Enter chooses. */
  #nameMiddle() {
    const { page, bundle, overlay } = this.solid;
    const { payload } = page;
    const id = this.#middle();
    overlay.say(id ? filled(bundle.words.middle, { name: payload.nameOf(id) }) : "");
  }

  /** @param {KeyboardEvent} event */
  #chooseMiddle(event) {
    const id = this.#middle();
    if (id) this.solid.page.choose(id, event);
  }
}
