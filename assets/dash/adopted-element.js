// Moves an element of the page into a Dash component, and back where it was when the component goes.
import { markHolders } from "../stage/stage-frame.js";

const PRESSED_DELAY = 50; // milliseconds

/** Moves an element and keeps the focus in it and the scroll position of each part. */
function move(element, parent, before = null) {
  if (parent.moveBefore) {
    parent.moveBefore(element, before);
    return;
  }
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const focused = element.contains(active) ? active : null;
  const scrolled = [element, ...element.querySelectorAll("*")]
    .filter(({ scrollLeft, scrollTop }) => scrollLeft || scrollTop)
    .map((part) => /** @type {const} */ ([part, part.scrollLeft, part.scrollTop]));
  parent.insertBefore(element, before);
  for (const [part, left, top] of scrolled) part.scrollTo({ left, top, behavior: "instant" });
  focused?.focus({ preventScroll: true });
}

/**
 * Puts an element into a place. An element that is being pressed waits, because moving it would cancel the click.
 * @param {HTMLElement} element
 * @param {HTMLElement} place
 * @returns {() => void}  puts it back
 */
export function adopt(element, place) {
  const origin = document.createComment(element.id);
  let timer = 0;
  const enter = () => {
    if (element.matches(":active")) {
      timer = setTimeout(enter, PRESSED_DELAY);
      return;
    }
    element.before(origin);
    move(element, place);
    markHolders();
  };
  enter();
  return () => {
    clearTimeout(timer);
    if (!origin.isConnected) return;
    move(element, origin.parentNode, origin);
    origin.remove();
    markHolders();
  };
}
