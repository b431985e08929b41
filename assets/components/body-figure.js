// The body: views side by side, with pictures of what is inside.
import { element } from "../app/dom.js";
import { idle } from "../app/scheduling.js";
import { isMirrored, onSide } from "../app/side.js";
import { addCasings } from "../figures/casings.js";
import { pictureTheme, putPictures, SHARP_FROM } from "../figures/inside-pictures.js";
import { fitMarks } from "../figures/skin-fill.js";
import { Figure } from "./figure.js";
import { parseShapes } from "./shape-parser.js";

export class BodyFigure extends Figure {
  /** ids of the views that are on the canvas */
  #drawn = "";
  /** ids of the views last asked for, which may still be loading */
  #wanted = "";
  #pictured = "";

  get #views() {
    const { views, first_views } = this.payload;
    const wanted = (this.props.views ?? []).filter((id) => id in views);
    return wanted.length ? wanted : first_views;
  }

  async draw() {
    const views = this.#views;
    const wanted = (this.#wanted = views.join(" "));
    const drawings = await Promise.all(views.map((id) => this.source.view(id)));
    if (this.isRemoved || this.#wanted !== wanted) return;
    const figures = views.map((id, at) => this.#figure(id, drawings[at]));
    this.canvas.classList.add("figures");
    this.canvas.setAttribute("role", "group");
    this.canvas.setAttribute("aria-label", this.payload.words["plate.heading"]);
    this.canvas.replaceChildren(...figures);
    this.#drawn = wanted;
    addCasings(this.canvas);
    fitMarks(this.canvas);
  }

  /** @param {string} id @param {import("./source.js").Drawing} drawing */
  #figure(id, { svg, layers }) {
    const { ratio } = this.payload.views[id];
    const [drawing] = /** @type {SVGSVGElement[]} */ (parseShapes(svg));
    drawing.querySelector(":scope > .marks").before(...parseShapes(layers));
    const caption = element(
      "figcaption",
      {},
      element("span", { id: `aspect-${id}` }),
      element("span", { id: `told-${id}`, className: "told" }),
    );
    const figure = element("figure", {}, drawing, caption);
    figure.style.setProperty("--ratio", String(ratio));
    return figure;
  }

  async #redraw() {
    const views = this.#views.join(" ");
    try {
      await this.draw();
    } catch (error) {
      console.error(error);
      if (this.#wanted === views) this.#wanted = ""; // the next render tries again
      return;
    }
    if (this.isRemoved || this.#drawn !== views) return;
    this.redrawn();
    this.show();
  }

  show() {
    const views = this.#views.join(" ");
    if (views !== this.#drawn) {
      if (views !== this.#wanted) void this.#redraw();
      return;
    }
    this.#wanted = views; // what was still loading is no longer wanted
    super.show();
    this.#writeCaptions();
    idle(() => this.#showPictures().catch((error) => console.error(error)));
  }

  #writeCaptions() {
    const side = isMirrored(this.props.side) ? "left" : "right";
    for (const id of this.#views) {
      const { name, describe } = this.payload.views[id];
      this.root.getElementById(`aspect-${id}`).textContent = onSide(name, side);
      this.root.getElementById(`told-${id}`).textContent = onSide(describe, side);
    }
  }

  async #showPictures() {
    const theme = pictureTheme(this.frame.dataset.theme);
    const wanted = `${theme} ${this.#drawn}`;
    if (wanted === this.#pictured) return;
    this.#pictured = wanted;
    const views = this.#views.filter((id) => this.canvas.querySelector(`[data-picture="${CSS.escape(id)}"]`));
    const pictures = (size) => Object.fromEntries(views.map((id) => [id, this.source.picture(id, theme, size)]));
    await putPictures(this.canvas, pictures(""));
    if (devicePixelRatio >= SHARP_FROM) await putPictures(this.canvas, pictures("sharp"));
  }
}
