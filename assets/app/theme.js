// The theme of the page: the system's preference until the reader chooses one, which only the address keeps.
import { fitMarks } from "../figures/skin-fill.js";

const select = /** @type {HTMLSelectElement} */ (document.getElementById("theme"));

/** @param {string} theme */
export const knownTheme = (theme) => [...select.options].some(({ value }) => value === theme);

/** @param {string} theme  empty for the system's preference */
export function applyTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  select.value = theme;
  fitMarks(document);
}

/** @param {(theme: string) => void} choose */
export function listenToTheme(choose) {
  select.addEventListener("change", () => {
    applyTheme(select.value);
    choose(select.value);
  });
}
