// Pointer and key events of the whole page: every element with data-node can be chosen.
import { closest } from "./dom.js";

const PREVIEWED = ".figures [data-node], #graph [data-node], .roots [data-node], .legend [data-node]";
const NODE = "[data-node]";

// A nerve is too thin to hit. While nerves are shown, one within reach counts as pointed at, except inside a patch of
// skin so small that the patch itself could no longer be pointed at.
const THIN = ".view :is(.nerves, .sites) [data-node]";
const REACH = { mouse: 4, touch: 12, pen: 6 }; // pixels
const SMALLEST = 5; // widths of a patch, in reaches
const RINGS = [0.25, 0.5, 0.75, 1]; // of the reach
const DIRECTIONS = [...Array(12).keys()].map((n) => [Math.cos((n * Math.PI) / 6), Math.sin((n * Math.PI) / 6)]);

/** @param {MouseEvent & {pointerType?: string}} event */
function nodeAt(event) {
  const { clientX, clientY, pointerType } = event;
  const found = closest(event, NODE);
  const overlays = document.getElementById("main").dataset.show.split(" ");
  if (!found?.closest(".skin") || !overlays.includes("nerves")) return found;
  const reach = REACH[pointerType] ?? REACH.mouse;
  const { width, height } = found.getBoundingClientRect();
  if (Math.min(width, height) < SMALLEST * reach) return found;
  for (const share of RINGS)
    for (const [x, y] of DIRECTIONS) {
      const at = document.elementFromPoint(clientX + x * share * reach, clientY + y * share * reach);
      const nerve = at?.closest?.(THIN);
      if (nerve) return /** @type {HTMLElement} */ (nerve);
    }
  return found;
}

/**
 * @param {object} handlers
 * @param {(id: string, event: Event) => void} handlers.choose  a node was clicked, or chosen by key
 * @param {(id: string | null) => void} handlers.preview  the pointer or the focus is on another node, or on none
 * @param {(event: Event) => void} handlers.clear
 * @param {(point: Point) => void} handlers.moved  the pointer or the focus has moved
 */
export function listenToPointer({ choose, preview, clear, moved }) {
  let previewed = null;
  const previewOf = (element) => {
    const id = element?.matches(PREVIEWED) ? element.dataset.node : null;
    if (id !== previewed) preview((previewed = id));
  };
  document.addEventListener("click", (event) => {
    const found = nodeAt(event);
    if (found) {
      previewed = null;
      choose(found.dataset.node, event);
    } else if (closest(event, ".clear")) clear(event);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear(event);
    const found = closest(event, NODE);
    if (/** @type {Element} */ (found) instanceof SVGElement && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      choose(found.dataset.node, event);
    }
  });
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    previewOf(closest(event, NODE));
    moved({ x: event.clientX, y: event.clientY });
  });
  document.addEventListener("pointermove", (event) => {
    if (previewed && event.pointerType === "mouse") moved({ x: event.clientX, y: event.clientY });
  });
  document.addEventListener("focusin", (event) => {
    const found = closest(event, NODE);
    if (!found?.matches(":focus-visible")) return;
    previewOf(found);
    const box = found.getBoundingClientRect();
    moved({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  });
  document.addEventListener("focusout", () => previewOf(null));
  document.documentElement.addEventListener("pointerleave", () => previewOf(null));
}
