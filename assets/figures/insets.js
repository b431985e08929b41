// Figures that are shown on request: when the skin that they are for is lit, or when the reader opens them.
import { findAll } from "../app/dom.js";
import { CLOSED, isShown, pressedInset } from "./inset-rule.js";
import { isOn, isOnRequest, platesOf } from "./plates.js";

const LIT = ".asked, .lost, .reduced, .at-times, .foreseen, .only-a, .only-b, .both";

const figures = document.getElementById("figures");
const insets = () => findAll("figure", figures).filter(isOnRequest);
const idOf = (figure) => figure.id.replace(/^figure-/, "");

/** @param {string} id */
export const knownInset = (id) => id === "" || id === CLOSED || insets().some((figure) => idOf(figure) === id);

/** Whether skin is lit, not only pointed at, that a figure is for. @param {HTMLElement} figure */
function isLit(figure) {
  const lit = figures.classList.contains("on") ? `.lit, ${LIT}` : LIT;
  const own = figure.dataset.appearsWith.split(" ");
  return findAll(".skin [data-node]", figure).some((patch) => own.includes(patch.dataset.node) && patch.matches(lit));
}

/** @param {string} id @param {State} state */
export const toggledInset = (id, state) => pressedInset(id, state, isLit(document.getElementById(`figure-${id}`)));

let isRevealed = false;

/**
 * The change that shows a figure, on a plate that has it.
 * @param {string} id
 * @param {State} state
 * @returns {Partial<State>}
 */
export function revealed(id, { plate }) {
  const figure = document.getElementById(`figure-${id}`);
  isRevealed = true;
  return { inset: id, plate: isOn(plate, figure) ? plate : platesOf(figure)[0] };
}

/** @param {State} state */
function applyInsets(state) {
  for (const figure of insets()) {
    const id = idOf(figure);
    const button = document.querySelector(`button[data-inset="${id}"]`);
    const isThere = isOn(state.plate, figure);
    const shown = isThere && isShown(id, state, isLit(figure));
    figure.hidden = !shown;
    /** @type {HTMLElement} */ (button).hidden = !isThere;
    button.setAttribute("aria-pressed", String(shown));
    if (isRevealed && shown) figure.scrollIntoView({ block: "nearest", inline: "center" });
  }
  isRevealed = false;
}

document.addEventListener("atlas:settled", ({ detail }) => applyInsets(detail.state));
