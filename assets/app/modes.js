// The modes of the page other than exploring. The module of each is loaded when it is first entered; it exports
// `enter(page)`, which is called once and returns a Mode (see types.d.ts).
import { findAll, setPressed } from "./dom.js";
import { loadFeature } from "./load-feature.js";
import { loadStyleSheet } from "./load-style-sheet.js";

/** @type {Map<string, Promise<Mode>>} */
const loaded = new Map();
/** @type {Mode | null} */
let current = null;

/** The mode that is shown; null while exploring, and while a mode is still loading. */
export const mode = () => current;

/** @param {Mode | null} entered */
export const setMode = (entered) => (current = entered);

/**
 * @param {string} name
 * @param {Page} page
 * @returns {Promise<Mode>}
 */
export function loadMode(name, page) {
  if (!loaded.has(name)) {
    const style = loadStyleSheet(page.answers[`${name}-style`]); // most modes have their rules in the page's own sheet
    const loading = Promise.all([loadFeature(`mode:${name}`), style]).then(([module]) => module.enter(page));
    loading.catch(() => loaded.delete(name)); // the next attempt loads it again
    loaded.set(name, loading);
  }
  return loaded.get(name);
}

/**
 * Shows the controls of a mode and hides those of the others.
 * @param {HTMLElement} main
 * @param {string} name
 */
export function showModeControls(main, name) {
  main.dataset.mode = name;
  setPressed("mode", (mode) => mode === name);
  for (const button of findAll("[data-destination]")) {
    const isHere = button.dataset.modes.split(",").includes(name);
    button.setAttribute("aria-pressed", String(isHere));
    const own = /** @type {HTMLElement} */ (document.querySelector(`[data-modes-of="${button.dataset.destination}"]`));
    own.hidden = !isHere || own.childElementCount < 2;
  }
  for (const part of findAll("[data-in-mode]", main)) part.hidden = part.dataset.inMode !== name;
}
