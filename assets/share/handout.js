// Prints a handout: one sheet with the figures and the short answer. The whole page is printed by the menu.
import { styleLoader } from "../app/load-style-sheet.js";

const loadStyle = styleLoader("handout");

/** @param {Page} page */
export async function printHandout(page) {
  await loadStyle(page);
  const root = document.documentElement;
  const { theme } = root.dataset;
  const restore = () => {
    delete root.dataset.handout;
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  Object.assign(root.dataset, { handout: "", theme: "light" });
  addEventListener("afterprint", restore, { once: true });
  print();
}
