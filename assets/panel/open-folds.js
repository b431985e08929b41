// Keeps the folds open that the reader has opened; Dash redraws the panel with each selection and closes them.
import { closest } from "../app/dom.js";

const FOLD = ".part > details";

/** @type {Set<string>} classes of the sections whose fold the reader has opened */
const opened = new Set();

/** @param {Element} fold */
const nameOf = (fold) => fold.parentElement.className;

/**
 * Notes from now on which folds the reader opens and closes.
 * @param {HTMLElement} container
 */
export function noteFolds(container) {
  container.addEventListener("click", (event) => {
    const fold = /** @type {HTMLDetailsElement | undefined} */ (closest(event, "summary")?.parentElement);
    if (!fold?.matches(FOLD)) return;
    if (fold.open) opened.delete(nameOf(fold));
    else opened.add(nameOf(fold));
  });
}

/**
 * Reopens what the reader had open before the panel was redrawn.
 * @param {HTMLElement} container
 */
export function reopenFolds(container) {
  for (const fold of container.querySelectorAll(/** @type {"details"} */ (FOLD)))
    if (opened.has(nameOf(fold))) fold.open = true;
}
