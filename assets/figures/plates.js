// The plates, which are sets of views, and the overlays over the skin.
import { findAll } from "../app/dom.js";

const SOLID = "solid";
const figures = document.getElementById("figures");
const solid = document.getElementById(SOLID);
const main = document.getElementById("main");
const split = (text) => text.split(/[ ,]+/).filter(Boolean);

/** In the address: no overlay, in a mode that usually has one. */
export const NO_OVERLAYS = "-";

const overlayButtons = () => findAll("button[data-show]", main);
const plateButtons = () => findAll("button[data-plate]", main);

/** @param {string} plate */
export function applyPlate(plate) {
  figures.dataset.plate = plate;
  figures.hidden = plate === SOLID;
  if (solid) solid.hidden = plate !== SOLID;
  for (const figure of findAll("figure[data-plates]", figures))
    figure.hidden = !split(figure.dataset.plates).includes(plate);
  for (const button of plateButtons()) button.setAttribute("aria-pressed", String(button.dataset.plate === plate));
}

/** @param {string} show  overlays, separated by commas */
export function applyOverlays(show) {
  const overlays = split(show);
  main.dataset.show = overlays.join(" ");
  for (const button of overlayButtons())
    button.setAttribute("aria-pressed", String(overlays.includes(button.dataset.show)));
}

/** The ids of all plates. */
export const plates = () => plateButtons().map((button) => button.dataset.plate);

/** @param {string} show  overlays, separated by commas */
export const knownShow = (show) => {
  const known = [NO_OVERLAYS, ...overlayButtons().map((button) => button.dataset.show)];
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
  return overlayButtons()
    .map((button) => button.dataset.show)
    .filter((id) => shown.has(id))
    .join();
}
