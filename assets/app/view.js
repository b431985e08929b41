// Shows the state on the figures, the graph and the controls: selection, skin, plate and the tooltip's note.
import { applySkinFill } from "../figures/skin-fill.js";
import { applyOverlays, applyPlate } from "../figures/plates.js";
import { setPressed } from "./dom.js";
import { mode } from "./modes.js";
import { shownPathway } from "./shown-with.js";
import { defaults, mapSelect, page, state } from "./store.js";

const { main, figures, graph, highlighter } = page;
const method = document.getElementById("method");
const clearButtons = /** @type {NodeListOf<HTMLButtonElement>} */ (main.querySelectorAll(".clear"));

/** Shows the selection, or what the current mode shows instead. */
export function applySelection() {
  const { payload } = page;
  if (!payload) {
    highlighter.press(state.select, state.with);
    return;
  }
  if (state.mode) {
    mode()?.show(state);
    return;
  }
  const pathway = shownPathway(payload, state);
  highlighter.show(payload, pathway, "on");
  for (const button of clearButtons) button.disabled = !pathway;
  document.dispatchEvent(new CustomEvent("atlas:selected", { detail: { select: state.select } }));
}

export function applySkin() {
  main.dataset.layer = state.layer;
  mapSelect.value = state.map;
  setPressed("layer", (layer) => layer === state.layer);
  if (!page.payload) return;
  method.textContent = page.payload.methods[state.map];
  applySkinFill([figures, graph], page.payload, state.layer === defaults.layer ? state.map : state.layer);
}

export function applyFigures() {
  applyPlate(state.plate);
  // labels next to the figures have no room on the stage
  const shown = state.show.split(",").filter((overlay) => !state.stage || overlay !== "labels");
  applyOverlays(shown.join());
}

/**
 * What the tooltip adds to a node's name: that the map's source for it was not read, or the current mode's note.
 * @param {string} id
 * @returns {string | undefined}
 */
export function tooltipNote(id) {
  const { payload } = page;
  const at = payload && !state.mode && state.layer === defaults.layer ? payload.skin.indexOf(id) : -1;
  const isUnread = at >= 0 && payload.layers[state.map][at][1].includes("unread");
  return isUnread ? payload.words["map.unread"] : mode()?.note?.(id);
}
