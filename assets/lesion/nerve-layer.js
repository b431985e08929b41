// Shows the nerve layer when a mode that needs it is first opened, unless the address already chooses layers.
// After that, the reader's choice of layers is kept.
import { NO_OVERLAYS, toggleOverlay } from "../figures/plates.js";

/** @import { StateChange } from "./types" */

const NERVES = "nerves";

/**
 * @param {Page} page
 * @param {string} mode
 * @returns {(show: string) => StateChange | null}  the change of layers that a state needs, if any
 */
export function createNerveLayerDefault(page, mode) {
  let isDone = false;
  return (show) => {
    const isChosen = isDone || (page.initialMode === mode && show);
    isDone = true;
    if (isChosen) return show ? null : { show: NO_OVERLAYS };
    return show.split(",").includes(NERVES) ? null : { show: toggleOverlay(show, NERVES) };
  };
}
