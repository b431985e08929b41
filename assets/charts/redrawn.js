// Draws a chart again when the room for it changes its width, or the system changes between light and dark. The chart of
// myotomes fits its height too and has its own observer.

const RESIZE_DELAY = 120; // milliseconds

/**
 * @param {HTMLElement} room
 * @param {() => unknown} draw
 */
export function redrawn(room, draw) {
  let timer = 0;
  let width = room.clientWidth;
  new ResizeObserver(() => {
    // a hidden room has no width and is not drawn in
    if (!room.clientWidth || room.clientWidth === width) return;
    width = room.clientWidth;
    clearTimeout(timer);
    timer = window.setTimeout(draw, RESIZE_DELAY);
  }).observe(room);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw());
}
