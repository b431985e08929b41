// Highlights the targets that recover when a lesion moves, briefly and one after another.
const NAME = "revived";
// Milliseconds between two targets, and how long the last one stays highlighted; these match mode-lesion.css.
const DELAY = 60;
const DURATION = 1900;
// Later targets all start with this one.
const LAST_TURN = 20;
let timer = 0;

export function stopRecovery() {
  clearTimeout(timer);
  for (const element of document.querySelectorAll(`.${NAME}`)) element.classList.remove(NAME);
}

/** @param {(HTMLElement | SVGElement)[][]} targets  the elements of each target, in the order of highlighting */
export function animateRecovery(targets) {
  stopRecovery();
  targets.forEach((elements, turn) => {
    for (const element of elements) {
      element.style.setProperty("--turn", String(Math.min(turn, LAST_TURN)));
      element.classList.add(NAME);
    }
  });
  if (targets.length) timer = window.setTimeout(stopRecovery, DURATION + Math.min(targets.length, LAST_TURN) * DELAY);
}
