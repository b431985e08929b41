// The body in three dimensions. Its parts are highlighted on a hidden list of nodes, as those of a drawing are; the view,
// which is loaded with its meshes when the component is drawn, paints each part by its element there.
import { element } from "../app/dom.js";
import { onSide } from "../app/side.js";
import { Figure } from "./figure.js";

export class SolidFigure extends Figure {
  /** @type {import("./solid-view.js").SolidView | null} */
  #view = null;

  async draw() {
    const { ids, words } = this.payload;
    /** @type {ShadowRoot} */ (this.root).host.toggleAttribute("data-solid", true);
    this.canvas.hidden = true;
    this.canvas.replaceChildren(...ids.map((id) => element("i", { "data-node": id })));
    const keys = element("p", { id: "keys", className: "told" }, words["solid.keys"]);
    const scene = element("div", { className: "scene", tabIndex: 0, role: "application", "aria-describedby": "keys" });
    this.scene = scene;
    this.frame.prepend(scene, keys);
    const [SolidView, mesh] = await Promise.all([this.source.solidView(), this.source.solid()]);
    if (this.isRemoved) return;
    if (!mesh.layers) throw new Error("The data folder has no meshes.");
    try {
      this.#view = new SolidView(this, mesh);
    } catch (error) {
      scene.textContent = words["solid.nogl"];
      throw error;
    }
    this.source.solidMuscles().then(
      (muscles) => this.isRemoved || this.#view.addMuscles(muscles),
      (error) => console.error(error),
    );
  }

  show() {
    this.scene.setAttribute("aria-label", onSide(this.payload.words["solid.label"], this.props.side ?? "right"));
    super.show();
    this.#view.look(this.reported.shown.camera);
  }

  painted() {
    this.#view?.paint();
  }

  remove() {
    super.remove();
    this.#view?.remove();
  }
}
