// Clicks and hovering on the canvas, for the page and for the component `Solid`.
const CLICK_DISTANCE = 5; // pixels; a longer move turns the body
/** How far a mouse may miss, in pixels. */
export const MOUSE_REACH = 12;
const TOUCH_REACH = 24;

/** @param {MouseEvent} event @returns {{x: number, y: number}} where it was in the window */
export const pointOf = ({ clientX: x, clientY: y }) => ({ x, y });

/**
 * @param {HTMLCanvasElement} canvas
 * @param {object} actions
 * @param {(point: {x: number, y: number}, reach: number) => string} actions.nodeAt  "" if there is no node
 * @param {(id: string, event: PointerEvent) => void} actions.choose
 * @param {(id: string, point?: {x: number, y: number}) => void} actions.hover  "" if the pointer is on no node
 * @param {() => void} [actions.press]
 * @param {() => boolean} [actions.isBusy]  whether hovering is off
 */
export function listenToPointer(canvas, { nodeAt, choose, hover, press = () => {}, isBusy = () => false }) {
  /** @type {{x: number, y: number} | null} */
  let pressedAt = null;
  let frame = 0;
  canvas.addEventListener("pointerdown", (event) => {
    pressedAt = event.isPrimary ? pointOf(event) : null;
    press();
  });
  canvas.addEventListener("pointerup", (event) => {
    const point = pointOf(event);
    const isClick = pressedAt && Math.hypot(point.x - pressedAt.x, point.y - pressedAt.y) < CLICK_DISTANCE;
    pressedAt = null;
    const id = isClick && nodeAt(point, event.pointerType === "touch" ? TOUCH_REACH : MOUSE_REACH);
    if (id) choose(id, event);
  });
  canvas.addEventListener("pointermove", (event) => {
    cancelAnimationFrame(frame);
    if (event.pointerType !== "mouse" || event.buttons || isBusy()) return;
    const point = pointOf(event);
    frame = requestAnimationFrame(() => {
      const id = nodeAt(point, MOUSE_REACH);
      hover(id, point);
      canvas.style.cursor = id ? "pointer" : "";
    });
  });
  canvas.addEventListener("pointerleave", () => {
    cancelAnimationFrame(frame);
    hover("");
  });
}
