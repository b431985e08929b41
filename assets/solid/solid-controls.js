// The controls of the bar: from where the reader looks, layers, peel and cross-section.
import { closest } from "../app/dom.js";
import { fillBar, nameViews, sayValue, TOP } from "./solid-bar.js";

export class SolidControls {
  /** @param {import("./solid.js").Solid} solid */
  constructor(solid) {
    this.solid = solid;
    this.bar = solid.bar;
    fillBar(this.bar, solid.bundle.views, solid.bundle.words);
    this.bar.addEventListener("change", (event) => this.#change(/** @type {HTMLInputElement} */ (event.target)));
    this.bar.addEventListener("input", (event) => this.#slide(/** @type {HTMLInputElement} */ (event.target)));
    this.bar.addEventListener("click", (event) => {
      if (closest(event, "[data-solid=reset]")) this.reset();
    });
  }

  /** @param {State} state */
  show(state) {
    nameViews(this.bar, state.side);
  }

  /** @param {HTMLInputElement} field */
  #change(field) {
    const { solid } = this;
    if (field.matches("[data-solid=look]")) {
      solid.flight.end();
      solid.lookFrom(field.value);
      solid.keepCamera();
    } else if (field.matches("[data-solid=isolate]")) {
      solid.paint.isIsolated = field.checked;
      solid.show(solid.state);
    }
  }

  /** @param {HTMLInputElement} field */
  #slide(field) {
    const { solidLayer: layer, solid } = field.dataset;
    const { view, bundle } = this.solid;
    const { body } = view;
    if (layer) {
      body.opacities[layer] = Number(field.value) / 100;
      body.applyOpacities();
    } else if (solid === "peel") body.uniforms.peel.value = Number(field.value);
    else if (solid === "cut") {
      const height = Number(field.value) / 1000;
      body.cut(Number(field.value) < TOP ? [0, 1, 0, height] : null);
    } else return;
    sayValue(field, bundle.words);
    view.request();
  }

  /** Shows the whole body with all layers, as at the start. */
  reset() {
    const { solid } = this;
    solid.flight.end();
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (this.bar.querySelectorAll("input[type=range]"))) {
      field.value = field.defaultValue;
      this.#slide(field);
    }
    const isolate = /** @type {HTMLInputElement} */ (this.bar.querySelector("[data-solid=isolate]"));
    isolate.checked = false;
    solid.paint.isIsolated = false;
    const look = /** @type {HTMLSelectElement} */ (this.bar.querySelector("[data-solid=look]"));
    look.selectedIndex = 0;
    solid.lookFromStart();
    solid.page.go({ camera: "" }, null, "replace");
    solid.show(solid.state);
  }
}
