// What the pointer does on the body: a click chooses, hovering names, a double click comes nearer.
import { longestStrand, middleOf } from "./node-places.js";
import { add, minus, mirrored, scaled } from "./vectors.js";

const CLICK_DISTANCE = 5; // pixels; a longer move turns the body
const MOUSE_REACH = 12;
const TOUCH_REACH = 24;
const FOCUS_DISTANCE = 0.35; // metres

const pointOf = ({ clientX: x, clientY: y }) => ({ x, y });

export class SolidPointer {
  /** @param {import("./solid.js").Solid} solid */
  constructor(solid) {
    this.solid = solid;
    const { canvas } = solid.view;
    let pressedAt = null;
    let frame = 0;
    canvas.addEventListener("pointerdown", (event) => {
      pressedAt = event.isPrimary ? pointOf(event) : null;
      solid.flight.pause();
    });
    canvas.addEventListener("pointerup", (event) => {
      const point = pointOf(event);
      const isClick = pressedAt && Math.hypot(point.x - pressedAt.x, point.y - pressedAt.y) < CLICK_DISTANCE;
      pressedAt = null;
      const id = isClick && solid.nodeAt(point, event.pointerType === "touch" ? TOUCH_REACH : MOUSE_REACH);
      if (id) solid.page.choose(id, event);
    });
    canvas.addEventListener("dblclick", (event) => this.#focusOn(solid.view.hit(pointOf(event), MOUSE_REACH)));
    canvas.addEventListener("pointermove", (event) => {
      cancelAnimationFrame(frame);
      if (event.pointerType !== "mouse" || event.buttons || solid.flight.isFlying) return;
      const point = pointOf(event);
      frame = requestAnimationFrame(() => {
        const id = solid.nodeAt(point, MOUSE_REACH);
        solid.page.name(id, point);
        canvas.style.cursor = id ? "pointer" : "";
      });
    });
    canvas.addEventListener("pointerleave", () => {
      cancelAnimationFrame(frame);
      solid.page.name(null);
    });
  }

  /** Turns about what was hit, and comes nearer. @param {import("./picking.js").Hit | null} hit */
  #focusOn(hit) {
    if (!hit) return;
    const { view, courses, isMirrored } = this.solid;
    const strand = longestStrand(courses, hit.id);
    const layer = view.body.layers.get(hit.layer)?.layer;
    const middle = strand ? strand.points[Math.floor(strand.points.length / 2)] : layer && middleOf(layer, hit.id);
    if (!middle) return;
    const away = minus(view.looking.eye, view.looking.at);
    const near = Math.min(1, FOCUS_DISTANCE / Math.hypot(...away));
    const place = view.body.placed(middle);
    const at = isMirrored ? mirrored(place) : place;
    view.look({ at, eye: add(at, scaled(away, near)) });
    this.solid.keepCamera();
  }
}
