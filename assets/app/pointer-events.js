// Pointer and key events of the whole page: every element with data-node can be chosen.
import { listenToNodes } from "../figures/node-events.js";
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
  const hover = (/** @type {HTMLElement | null} */ node) => {
    const id = node?.matches(PREVIEWED) ? node.dataset.node : null;
    if (id !== previewed) preview((previewed = id));
  };
  listenToNodes(document.documentElement, { choose, clear, hover, moved, showsNerves });
  document.addEventListener("click", (event) => closest(event, ".clear") && clear(event));
}
