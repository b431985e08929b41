// Where the figures stand side by side in a strip, the one with most of what is marked is brought into view.
function bring(figures, marked) {
  if (figures.scrollWidth <= figures.clientWidth + 1) return;
  const count = (figure) => figure.querySelectorAll(`.skin path:is(${marked})`).length;
  const all = [...figures.querySelectorAll("figure:not([hidden])")].map((figure) => [count(figure), figure]);
  const [most, figure] = all.reduce((best, one) => (one[0] > best[0] ? one : best), [0, null]);
  if (!most) return;
  const [own, strip] = [figure, figures].map((element) => element.getBoundingClientRect());
  figures.scrollLeft += own.left + own.width / 2 - strip.left - strip.width / 2;
}

// Once the page is painted, for to measure before would lay it out twice.
let asked = 0;
export function bringForward(figures, marked) {
  cancelAnimationFrame(asked);
  asked = requestAnimationFrame(() => setTimeout(() => bring(figures, marked)));
}
