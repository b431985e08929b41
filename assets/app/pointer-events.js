// Pointer and key events of the whole page: every element with data-node can be chosen.
import { NODE, nodeAt } from "../figures/hit-test.js";
import { closest } from "./dom.js";

const PREVIEWED = ".figures [data-node], #graph [data-node], .roots [data-node], .legend [data-node]";

const showsNerves = () => document.getElementById("main").dataset.show.split(" ").includes("nerves");

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
    const found = nodeAt(event, showsNerves());
    if (found) {
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
