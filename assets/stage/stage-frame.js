// Turns the stage on and off on the page: the style sheet then hides all that is not on the way to the figures.

/** In the address: the stage is on. */
export const ON = "on";
const SHOWN = ["figures", "solid"];

/** What had the focus before the stage hid it. @type {Element | null} */
let focused = null;
export const focusedBefore = () => focused;

/** @param {string} stage */
export const knownStage = (stage) => stage === "" || stage === ON;

/** Marks what holds the figures, so that the style sheet needs to know nothing about the rest of the page. */
export function markHolders() {
  const isOn = "stage" in document.documentElement.dataset;
  for (const id of SHOWN) {
    let holder = document.getElementById(id)?.parentElement;
    for (; holder && holder !== document.body; holder = holder.parentElement)
      holder.toggleAttribute("data-holds-stage", isOn);
  }
}

/** @param {string} stage  as the address has it */
export function applyStage(stage) {
  const isOn = stage === ON;
  const root = document.documentElement;
  if (isOn === "stage" in root.dataset) return;
  if (isOn) focused = document.activeElement;
  root.toggleAttribute("data-stage", isOn);
  markHolders();
}
