// The plates, which are sets of views, and the overlays over the skin.
import { findAll, setPressed } from "../app/dom.js";

const SOLID = "solid";
const figures = document.getElementById("figures");
const solid = document.getElementById(SOLID);
const main = document.getElementById("main");
const split = (text) => text.split(/[ ,]+/).filter(Boolean);

/** In the address: no overlay, in a mode that usually has one. */
export const NO_OVERLAYS = "-";

/** The plates that have a figure. @param {HTMLElement} figure */
export const platesOf = ({ dataset }) => split(dataset.plates ?? "");

/** @param {string} plate @param {HTMLElement} figure */
export const isOn = (plate, figure) => !figure.dataset.plates || platesOf(figure).includes(plate);

/** Whether a figure waits until it is asked for (insets.js). @param {HTMLElement} figure */
export const isOnRequest = ({ dataset }) => "appearsWith" in dataset;

const overlays = () => findAll("button[data-show]", main).map((button) => button.dataset.show);

/** @param {string} plate */
export function applyPlate(plate) {
  figures.dataset.plate = plate;
  figures.hidden = plate === SOLID;
  if (solid) solid.hidden = plate !== SOLID;
  for (const figure of findAll("figure[data-plates]", figures))
    figure.hidden = !isOn(plate, figure) || (isOnRequest(figure) && figure.hidden);
  setPressed("plate", (own) => own === plate);
}

/** @param {string} show  overlays, separated by commas */
export function applyOverlays(show) {
  const shown = split(show);
  main.dataset.show = shown.join(" ");
  setPressed("show", (overlay) => shown.includes(overlay));
}

/** The ids of all plates. */
export const plates = () => findAll("button[data-plate]", main).map((button) => button.dataset.plate);

/** @param {string} show  overlays, separated by commas */
export const knownShow = (show) => {
  const known = [NO_OVERLAYS, ...overlays()];
  return split(show).every((overlay) => known.includes(overlay));
};

/**
 * Adds an overlay, or removes it. The overlays are listed in the order of their buttons.
 * @param {string} show  overlays, separated by commas
 * @param {string} overlay
 * @returns {string}
 */
export function toggleOverlay(show, overlay) {
  const shown = new Set(split(show));
  if (!shown.delete(overlay)) shown.add(overlay);
  return overlays()
    .filter((id) => shown.has(id))
    .join();
}
