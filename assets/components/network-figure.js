// The nerve graph: the whole of it, or only what is highlighted.
import { element } from "../app/dom.js";
import { Figure } from "./figure.js";
import { parseShapes } from "./shape-parser.js";

// The room around what is highlighted, in units of the drawing.
const ABOVE = 48;
const BELOW = 28;

export class NetworkFigure extends Figure {
  /** @type {SVGSVGElement} */
  drawing;
  /** the box of the whole drawing */
  box = "";

  async draw() {
    const { svg } = await this.source.network();
    [this.drawing] = /** @type {SVGSVGElement[]} */ (parseShapes(svg));
    this.box = this.drawing.getAttribute("viewBox");
    this.canvas.classList.add("scroll");
    const heading = element("p", { id: "heading", className: "told" }, this.payload.words["graph.heading"]);
    this.canvas.replaceChildren(heading, this.drawing);
  }

  highlight() {
    super.highlight();
    this.#crop();
  }

  /** Shows only the highlighted part, and cuts the drawing to its height. */
  #crop() {
    const { selected, lesion } = this.reported.shown;
    const isCropped = this.props.part === "lit" && Boolean(selected) && lesion === null;
    this.frame.toggleAttribute("data-part", isCropped);
    const nodes = /** @type {NodeListOf<SVGGElement>} */ (this.drawing.querySelectorAll(".node.lit"));
    if (!isCropped || !nodes.length) {
      this.drawing.setAttribute("viewBox", this.box);
      return;
    }
    const heights = [...nodes].map((node) => node.transform.baseVal.consolidate().matrix.f);
    const [left, , width] = this.box.split(" ");
    const top = Math.min(...heights) - ABOVE;
    this.drawing.setAttribute("viewBox", `${left} ${top} ${width} ${Math.max(...heights) + BELOW - top}`);
  }
}
