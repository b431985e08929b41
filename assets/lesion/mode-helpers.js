// Small helpers that every mode uses.

/**
 * The nearest ancestor of an event's target, or the target itself, that matches a selector.
 * @param {{target?: EventTarget} | null | undefined} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export const closest = (event, selector) => /** @type {Element} */ (event?.target)?.closest?.(selector) ?? null;

/** Whether an event comes from the panel. @param {{target?: EventTarget} | null | undefined} event */
export const isInPanel = (event) => closest(event, "#told") !== null;

/**
 * @param {HTMLElement} main
 * @param {boolean} isEnabled
 */
export function enableClearButtons(main, isEnabled) {
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (main.querySelectorAll(".clear")))
    button.disabled = !isEnabled;
}

/**
 * Fetches JSON.
 * @param {string} address
 * @returns {Promise<any>}
 */
export async function fetchJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
