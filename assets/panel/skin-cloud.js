// Shows on the figures how often each patch of skin belongs to a nerve: the more often, the stronger, with percentages.
import { setPressed } from "../app/dom.js";

const SHOWN = "cloud";
const PATCH = "clouded";

/** @type {(() => void)[]} what undoes the marks */
let undo = [];

function writePercent(/** @type {any} */ text, percent) {
  const { mark, brief, textContent } = text;
  Object.assign(text, { mark: percent, brief: percent, textContent: percent });
  undo.push(() => Object.assign(text, { mark, brief, textContent }));
}

/** Ends the cloud. @param {HTMLElement} figures */
export function hide(figures) {
  figures.classList.remove(SHOWN);
  for (const restore of undo) restore();
  undo = [];
  setPressed("cloud", () => false);
}

/**
 * Shows the shares of a list, or ends it.
 * @param {HTMLElement} figures
 * @param {HTMLElement} button  in the list
 */
export function toggle(figures, button) {
  const wasShown = button.getAttribute("aria-pressed") === "true";
  hide(figures);
  if (wasShown) return;
  for (const meter of button.parentElement.querySelectorAll("meter")) {
    const id = CSS.escape(meter.dataset.patch);
    for (const patch of /** @type {NodeListOf<SVGElement>} */ (figures.querySelectorAll(`.skin [data-node="${id}"]`))) {
      patch.style.setProperty("--share", String(meter.value));
      patch.classList.add(PATCH);
      undo.push(() => patch.classList.remove(PATCH));
    }
    for (const text of figures.querySelectorAll(`.marks [data-of="${id}"]`)) {
      text.classList.add(PATCH);
      undo.push(() => text.classList.remove(PATCH));
      writePercent(text, String(Math.round(100 * meter.value)));
    }
  }
  figures.classList.add(SHOWN);
  button.setAttribute("aria-pressed", "true");
}
