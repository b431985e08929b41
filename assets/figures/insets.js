// Figures that are shown on request: when the skin that they are for is lit, or when the reader opens them.
import { findAll } from "../app/dom.js";
import { CLOSED, isShown, pressedInset } from "./inset-rule.js";
import { isOn, isOnRequest } from "./plates.js";

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
  }
}

document.addEventListener("atlas:settled", ({ detail }) => applyInsets(detail.state));
