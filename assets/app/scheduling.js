// Waits for a paint or for an idle browser.

/**
 * Does work when the next frame has been handed over and the one after it begins, so that the work does not compete with
 * rasterising; at once in a hidden tab, where nothing is painted.
 * @param {() => void} work
 */
export function afterPaint(work) {
  if (document.hidden) work();
  else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work)));
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
