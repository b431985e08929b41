// Brings a selection into view that is off the screen, or offers the plates that show it.
import { findAll } from "../app/dom.js";

// What should be in view, the most important first: chosen skin, denervated skin, other skin, another chosen thing.
const CHOSEN_SKIN = ".skin :is(.chosen, .asked)";
const LESION_SKIN = ".skin :is(.lost, .foreseen, .only-a, .only-b, .both)";
const CHOSEN_INSIDE = ":is(.nerves, .sites, .reflexes, .muscles) :is(.chosen, .seat)";
const WANTED = [CHOSEN_SKIN, LESION_SKIN, ".skin :is(.lit, .reduced)", CHOSEN_INSIDE];
// A figure that shows one of these shows the selection itself, even without the skin that belongs to it.
const SEEN = `${CHOSEN_INSIDE}, .strike`;
const KEYS = ["mode", "select", "with", "lesion", "findings", "pair", "plate", "map", "layer", "seed", "n"];
const VISIBLE = 0.6; // share of a figure's width from which it counts as in view

const hint = document.getElementById("elsewhere");
let previous = "";

function visibleArea(figure, wanted) {
  let sum = 0;
  for (const shape of figure.querySelectorAll(wanted)) {
    const { width, height } = shape.getBoundingClientRect();
    sum += width * height;
  }
  return sum;
}

/** Scrolls to the figure that shows most of the selection, unless it is in view. */
function scrollToSelection(figures, shown, wanted) {
  if (figures.scrollWidth <= figures.clientWidth + 1) return;
  const areas = new Map(shown.map((figure) => [figure, visibleArea(figure, wanted)]));
  const best = shown.reduce((a, b) => (areas.get(b) > areas.get(a) ? b : a));
  const [frame, box] = [figures, best].map((element) => element.getBoundingClientRect());
  if (Math.min(box.right, frame.right) - Math.max(box.left, frame.left) > VISIBLE * box.width) return;
  const left = figures.scrollLeft + box.left - frame.left - (frame.width - box.width) / 2;
  figures.scrollTo({ left, behavior: "instant" });
}

function plateButton({ dataset, textContent }) {
  const button = document.createElement("button");
  button.className = "plain";
  button.dataset.plate = dataset.plate;
  button.textContent = textContent;
  return button;
}

/** Offers the plates with these figures, which the present plate does not show. */
function offerPlates(main, hidden) {
  const plates = new Set(hidden.flatMap((figure) => (figure.dataset.plates ?? "").split(" ").filter(Boolean)));
  const buttons = findAll(".plates [data-plate]", main).filter((button) => plates.has(button.dataset.plate));
  hint.hidden = !buttons.length;
  hint.replaceChildren(hint.dataset.said, ...buttons.map(plateButton));
}

/**
 * @param {Page} page
 * @param {State} state
 */
export function showOffscreenSelection({ main, figures }, state) {
  const key = KEYS.map((name) => state[name]).join(" ");
  if (key === previous) return;
  previous = key;
  const wanted = WANTED.find((selector) => figures.querySelector(selector));
  const withSelection = wanted ? findAll("figure", figures).filter((figure) => figure.querySelector(wanted)) : [];
  const shown = withSelection.filter((figure) => !figure.hidden);
  const isSolid = main.querySelector("#solid:not([hidden])"); // which shows everything
  const isSeen = findAll("figure:not([hidden])", figures).some((figure) => figure.querySelector(SEEN));
  offerPlates(main, shown.length || isSeen || isSolid ? [] : withSelection);
  if (shown.length) scrollToSelection(figures, shown, wanted);
}
