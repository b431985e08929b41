// What the system prefers, until someone chooses. The choice stands in the address, nowhere else.
import { fit } from "../figures/skin-fill.js";

const choice = document.getElementById("theme");

export const knownTheme = (theme) => [...choice.options].some(({ value }) => value === theme);

export function wearTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  choice.value = theme;
  fit(document);
}

export function startTheme(choose) {
  choice.addEventListener("change", () => {
    wearTheme(choice.value);
    choose(choice.value);
  });
}
