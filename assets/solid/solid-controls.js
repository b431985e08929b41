// The controls of the bar: from where the reader looks, layers, peel and cross-section.
import { closest } from "../app/dom.js";
import { layersFrom, layersText } from "./layers-text.js";
import { fillBar, nameViews, sayValue, TOP } from "./solid-bar.js";

/** The name of a slider in the address. @param {HTMLInputElement} field */
const nameOf = ({ dataset }) => dataset.solidLayer ?? dataset.solid;

export class SolidControls {
  /** @param {import("./solid.js").Solid} solid */
  constructor(solid) {
    this.solid = solid;
    this.bar = solid.bar;
    fillBar(this.bar, solid.bundle.views, solid.bundle.words);
    this.fields = /** @type {HTMLInputElement[]} */ ([...this.bar.querySelectorAll("input[type=range]")]);
    this.isolate = /** @type {HTMLInputElement} */ (this.bar.querySelector("[data-solid=isolate]"));
    this.sliders = Object.fromEntries(
      this.fields.map((field) => [nameOf(field), { usual: Number(field.defaultValue), most: Number(field.max) }]),
    );
    this.text = "";
    /** @type {import("./standard-views.js").Camera | null} from where the reader looked before there was a cross-section */
    this.cameraBefore = null;
    this.bar.addEventListener("change", (event) => this.#change(/** @type {HTMLInputElement} */ (event.target)));
    this.bar.addEventListener("input", (event) => this.#slide(/** @type {HTMLInputElement} */ (event.target), true));
    this.bar.addEventListener("click", (event) => {
      if (closest(event, "[data-solid=reset]")) this.reset();
    });
  }

  /** @param {State} state */
  show(state) {
    nameViews(this.bar, state.side);
    if (state.layers !== this.text) this.#applyText(state.layers);
  }

  /** Applies the layers of an address. @param {string} text */
  #applyText(text) {
    this.text = text;
    const { values, isIsolated } = layersFrom(text, this.sliders);
    for (const field of this.fields)
      if (Number(field.value) !== values[nameOf(field)]) {
        field.value = String(values[nameOf(field)]);
        this.#slide(field, !this.solid.state.camera);
      }
    this.isolate.checked = isIsolated;
    if (this.solid.paint.isIsolated !== isIsolated) this.#isolate(isIsolated);
  }

  /** Writes what is shown to the address. */
  #keep() {
    const values = Object.fromEntries(this.fields.map((field) => [nameOf(field), Number(field.value)]));
    this.text = layersText({ values, isIsolated: this.isolate.checked }, this.sliders);
    this.solid.page.go({ layers: this.text }, null, "replace");
  }

  #isolate(isIsolated) {
    this.solid.paint.isIsolated = isIsolated;
    this.solid.repaint();
  }

  /** @param {HTMLInputElement} field */
  #change(field) {
    const { solid } = this;
    if (field.matches("[data-solid=look]")) {
      solid.flight.end();
      solid.viewpoint.lookFrom(field.value);
      solid.viewpoint.writeCamera();
    } else if (field === this.isolate) {
      this.#isolate(field.checked);
      this.#keep();
    } else if (this.fields.includes(field)) {
      this.#keep();
      if (field.dataset.solid === "cut") solid.viewpoint.writeCamera();
    }
  }

  /** @param {HTMLInputElement} field @param {boolean} cameraFollows  whether the camera turns to a new cross-section */
  #slide(field, cameraFollows) {
    const { solidLayer: layer, solid } = field.dataset;
    const { view, bundle } = this.solid;
    const { body } = view;
    if (layer) {
      body.opacities[layer] = Number(field.value) / 100;
      body.applyOpacities();
    } else if (solid === "peel") body.uniforms.peel.value = Number(field.value);
    else if (solid === "cut") {
      this.#cut(Number(field.value), cameraFollows);
    } else return;
    sayValue(field, bundle.words);
    view.request();
  }

  /** @param {number} height  millimetres @param {boolean} cameraFollows */
  #cut(height, cameraFollows) {
    const { solid } = this;
    const { view } = solid;
    const { body, looking } = view;
    const [wasCut, isCut] = [body.cutAt !== null, height < TOP];
    body.cut(isCut ? height / 1000 : null);
    if (isCut && solid.movement.pose) solid.movement.choose("");
    if (cameraFollows && isCut && !wasCut) {
      this.cameraBefore = looking;
      solid.viewpoint.lookDown();
    } else if (cameraFollows && wasCut && !isCut && this.cameraBefore) view.look(this.cameraBefore);
    solid.overlay.show(solid.state);
  }

  /** Ends the cross-section. */
  endCut() {
    const field = this.fields.find(({ dataset }) => dataset.solid === "cut");
    if (Number(field.value) >= TOP) return;
    field.value = field.max;
    this.#slide(field, false);
    this.#keep();
  }

  /** Shows the whole body with all layers, as at the start. */
  reset() {
    const { solid } = this;
    solid.flight.end();
    const look = /** @type {HTMLSelectElement} */ (this.bar.querySelector("[data-solid=look]"));
    look.selectedIndex = 0;
    this.#applyText("");
    solid.viewpoint.lookFromStart();
    solid.page.go({ camera: "", layers: "" }, null, "replace");
  }
}
