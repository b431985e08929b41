// Opens a row that joins others, by a click or a key. What was opened stays open until another thing is selected.
import { closest } from "../app/dom.js";

const FOLD = "[data-fold]";

/**
 * @param {HTMLElement} section
 * @param {() => unknown} redraw
 */
export function listenToFolds(section, redraw) {
  let selection = "";
  /** @type {Set<string>} keys of folds */
  const opened = new Set();

  const open = (/** @type {Event} */ event) => {
    const item = closest(event, FOLD);
    if (!item) return;
    event.preventDefault(); // else the page selects the nerve on which the fold hangs
    opened.add(item.dataset.fold);
    redraw();
  };
  section.addEventListener("click", open);
  section.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") open(event);
  });

  return {
    opened,
    /** Closes all when something else is selected. @param {string} now  what is selected */
    reset(now) {
      if (now !== selection) opened.clear();
      selection = now;
    },
  };
}
