// Scrolls a horizontal strip of figures to the figure with the most marked skin.

/**
 * @param {HTMLElement} figures
 * @param {string} marked
 */
function scroll(figures, marked) {
  if (figures.scrollWidth <= figures.clientWidth + 1) return;
  let [most, fullest] = [0, null];
  for (const figure of figures.querySelectorAll("figure:not([hidden])")) {
    const count = figure.querySelectorAll(`.skin path:is(${marked})`).length;
    if (count > most) [most, fullest] = [count, figure];
  }
  if (!fullest) return;
  const [box, strip] = [fullest, figures].map((element) => element.getBoundingClientRect());
  figures.scrollLeft += box.left + box.width / 2 - strip.left - strip.width / 2;
}

let frame = 0;

/**
 * Waits for the next paint, because measuring before it would force a second layout.
 * @param {HTMLElement} figures
 * @param {string} marked  a selector list of the marked skin
 */
export function scrollToMarked(figures, marked) {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => setTimeout(() => scroll(figures, marked)));
}
