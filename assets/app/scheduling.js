// Waits for a paint or for an idle browser.

const FRAMES = 3; // the browser prepares one frame while it rasterises the one before, so only the third comes after

/**
 * Does work when the next frame has been rasterised, so that the work does not delay it; at once in a hidden tab, where
 * nothing is painted.
 * @param {() => void} work
 * @param {number} [frames]  that are still to come before it
 */
export function afterPaint(work, frames = FRAMES) {
  if (document.hidden) work();
  else requestAnimationFrame(() => (frames > 1 ? afterPaint(work, frames - 1) : setTimeout(work)));
}

/** Resolves when the page has been painted, at the latest after a second. */
export const firstPaint = () =>
  new Promise((done) => {
    new PerformanceObserver(done).observe({ type: "paint", buffered: true });
    setTimeout(done, document.hidden ? 0 : 1000);
  });

/**
 * Does work when the browser is idle.
 * @param {(deadline?: any) => void} work
 * @param {number} [latest]  milliseconds after which it is done in any case
 */
export const idle = (work, latest = 400) =>
  void (window.requestIdleCallback ? requestIdleCallback(work, { timeout: latest }) : setTimeout(work));
