// The state of the page and its defaults, and the page as its modes and features see it.
import { Highlighter } from "../figures/highlight.js";
import { defaultState, readQuery } from "./address.js";

const main = document.getElementById("main");
const figures = document.getElementById("figures");
const graph = document.getElementById("graph");

export const mapSelect = /** @type {HTMLSelectElement} */ (document.getElementById("map"));

export const defaults = defaultState({
  map: mapSelect.value,
  layer: main.dataset.layer,
  plate: figures.dataset.plate ?? "",
  voice: main.dataset.voice,
});

/** @type {State} */
export const state = { ...defaults, ...readQuery(location.search, defaults) };

/** main.js adds `go`, `choose` and `name` at once, and `payload` when it has been downloaded. */
export const page = /** @type {Page} */ ({
  main,
  figures,
  graph,
  defaults,
  initialMode: state.mode,
  highlighter: new Highlighter([figures, graph, main.querySelector(".roots")]),
  answers: JSON.parse(main.dataset.answers),
});
