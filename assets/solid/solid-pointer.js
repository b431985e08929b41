// What the pointer does on the body: a click chooses, hovering names, a double click comes nearer.
import { listenToPointer, MOUSE_REACH, pointOf } from "./canvas-pointer.js";
import { middleOf, middleOfNerve } from "./node-places.js";
import { add, minus, mirrored, scaled } from "./vectors.js";

const FOCUS_DISTANCE = 0.35; // metres

export class SolidPointer {
  /** @param {import("./solid.js").Solid} solid */
  constructor(solid) {
    this.solid = solid;
    const { canvas } = solid.view;
    listenToPointer(canvas, {
      nodeAt: (point, reach) => solid.nodeAt(point, reach),
      press: () => solid.flight.pause(),
      choose: (id, event) => solid.page.choose(id, event),
      hover: (id, point) => solid.page.name(id || null, point),
      isBusy: () => solid.flight.isFlying,
    });
    canvas.addEventListener("dblclick", (event) => this.#focusOn(solid.view.hit(pointOf(event), MOUSE_REACH)));
  }

  /** Turns about what was hit, and comes nearer. @param {import("./picking.js").Hit | null} hit */
  #focusOn(hit) {
    if (!hit) return;
    const { view, courses, viewpoint } = this.solid;
    const layer = view.body.layers.get(hit.layer)?.layer;
    const middle = middleOfNerve(courses, hit.id) ?? (layer && middleOf(layer, hit.id));
    if (!middle) return;
    const away = minus(view.looking.eye, view.looking.at);
    const near = Math.min(1, FOCUS_DISTANCE / Math.hypot(...away));
    const place = view.body.placed(middle);
    const at = viewpoint.isMirrored ? mirrored(place) : place;
    view.look({ at, eye: add(at, scaled(away, near)) });
    viewpoint.writeCamera();
  }
}
