// Waiting until something is on the screen, or until the browser has nothing else to do.

// Where nothing is painted, as in a tab that nobody looks at, it is not waited for.
export const afterPaint = (work) => (document.hidden ? work() : requestAnimationFrame(() => setTimeout(work)));

export const firstPaint = () =>
  new Promise((done) => {
    new PerformanceObserver(done).observe({ type: "paint", buffered: true });
    setTimeout(done, document.hidden ? 0 : 1000);
  });

// `within`: milliseconds after which it is done all the same.
export const idle = (work, within = 400) =>
  window.requestIdleCallback ? requestIdleCallback(work, { timeout: within }) : setTimeout(work);
