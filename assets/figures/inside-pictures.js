// Loads the rendered pictures of the inside of the body, in the theme of the page, and puts them under the figures.
import { fetchJson } from "../app/fetch-json.js";

export const SHARP_FROM = 1.5; // device pixels for a pixel of the page
const dark = matchMedia("(prefers-color-scheme: dark)");

/**
 * The setting of the pictures that suits a theme.
 * @param {string} [theme]  by default that of the page; without one, that of the system
 */
export function pictureTheme(theme = document.documentElement.dataset.theme) {
  return (theme ?? (dark.matches ? "dark" : "light")) === "dark" ? "dark" : "light";
}

/** @type {Map<string, Promise<Record<string, string>>>} pictures by view, by bundle */
const loaded = new Map();

function load(answers, name) {
  if (!loaded.has(name)) loaded.set(name, fetchJson(answers[name]));
  return loaded.get(name).catch((error) => {
    loaded.delete(name);
    throw error;
  });
}

/**
 * Puts pictures under their figures; a figure says in `data-inside` that it has one.
 * @param {ParentNode} figures
 * @param {Record<string, string>} pictures  URLs by view
 */
export async function putPictures(figures, pictures) {
  for (const image of /** @type {NodeListOf<SVGImageElement>} */ (figures.querySelectorAll("image.inside-picture"))) {
    const href = pictures[image.dataset.picture];
    if (!href || image.getAttribute("href") === href) continue;
    // a picture that is decoded now is painted at once when something is selected
    const picture = new Image();
    picture.src = href;
    await picture.decode();
    image.setAttribute("href", href);
    image.closest("svg").dataset.inside = "yes";
  }
}

/** @param {Page} page */
export async function showPictures({ answers, figures }) {
  const theme = pictureTheme();
  if (!answers[`pictures-${theme}`]) return;
  await putPictures(figures, await load(answers, `pictures-${theme}`));
  await putPictures(figures, await load(answers, `pictures-${theme}-more`));
  if (devicePixelRatio < SHARP_FROM) return;
  for (const rest of ["", "-more"]) await putPictures(figures, await load(answers, `pictures-${theme}-sharp${rest}`));
}

/** @param {Page} page */
export function keepPictures(page) {
  const again = () => void showPictures(page).catch((error) => console.error(error));
  dark.addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  again();
}
