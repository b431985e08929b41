// Loads a style sheet that the first view of the page does not need.
import { element } from "./dom.js";
import { once } from "./fetch-json.js";

/**
 * @param {string | undefined} address  nothing is loaded without one, as in an export that is one file
 * @returns {Promise<void>}
 */
export async function loadStyleSheet(address) {
  if (!address) return;
  await new Promise((resolve, reject) => {
    const fail = () => {
      link.remove();
      reject(new Error(address));
    };
    const link = element("link", { rel: "stylesheet", href: address, on: { load: resolve, error: fail } });
    document.head.append(link);
  });
}

/**
 * Loads the separate style sheet of a feature once.
 * @param {string} name  of the sheet, such as "handout"
 * @returns {(page: Pick<Page, "answers">) => Promise<void>}
 */
export const styleLoader = (name) => once(({ answers }) => loadStyleSheet(answers[`${name}-style`]));
