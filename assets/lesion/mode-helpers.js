// Small helpers that every mode uses.
import { closest, findAll } from "../app/dom.js";

/** Whether an event comes from the panel. @param {Event | null | undefined} event */
export const isInPanel = (event) => Boolean(event && closest(event, "#told"));

/**
 * @param {HTMLElement} main
 * @param {boolean} isEnabled
 */
export function enableClearButtons(main, isEnabled) {
  for (const button of findAll(".clear", main)) /** @type {HTMLButtonElement} */ (button).disabled = !isEnabled;
}
