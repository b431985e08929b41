// A large dot that follows the mouse, so that a room sees what the speaker points at.
import { element } from "../app/dom.js";
import { loadStageStyle } from "./stage-style.js";

const root = document.documentElement;
/** @type {HTMLElement | null} */
let dot = null;
// the dot appears where the pointer was last
let place = { x: innerWidth / 2, y: innerHeight / 2 };

function move() {
  if (dot) dot.style.transform = `translate(${place.x}px, ${place.y}px)`;
}

addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
  place = { x, y };
  if (dot) dot.hidden = false;
  move();
});
root.addEventListener("pointerleave", () => dot && (dot.hidden = true));

/** Turns the dot on or off. @param {Page} page */
export async function toggle(page) {
  await loadStageStyle(page);
  const isOn = root.toggleAttribute("data-laser");
  dot?.remove();
  dot = isOn ? element("div", { id: "laser", ariaHidden: "true" }) : null;
  if (!dot) return;
  document.body.append(dot);
  move();
}
