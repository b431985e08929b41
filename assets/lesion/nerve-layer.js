// Shows the nerve layer while a mode that needs it is open, unless the address already chooses layers. If the reader turns
// the layer off in the mode, it stays off there.
import { state as live } from "../app/store.js";
import { applyOverlays, NO_OVERLAYS, toggleOverlay } from "../figures/plates.js";

/** @import { StateChange } from "./types" */

const NERVES = "nerves";
const hasNerves = (/** @type {string} */ show) => show.split(",").includes(NERVES);

/**
 * Changes the layers when a mode is left, before the new state is written to the address. A tour and the stage keep the
 * layers of their picture.
 * @param {string} left  the mode
 * @param {(show: string) => string} change
 * @returns {boolean}  whether the mode was left for good
 */
export function changeLayersOnLeaving(left, change) {
  if (live.mode === left || live.tour || live.stage) return false;
  const show = change(live.show);
  if (show !== live.show) applyOverlays((live.show = show));
  return true;
}

export class NerveLayer {
  #hasDecided = false; // since the mode was entered
  #isAdded = false; // by the mode
  #isOff = false; // by the reader

  /**
   * @param {Page} page
   * @param {string} mode
   */
  constructor(page, mode) {
    this.page = page;
    this.mode = mode;
    this.isFirst = page.initialMode === mode;
  }

  /**
   * @param {string} show
   * @returns {StateChange | null}  the change of layers that a state needs, if any
   */
  changeFor(show) {
    const isChosen = this.#hasDecided || this.#isOff || (this.isFirst && show);
    this.#hasDecided = true;
    this.isFirst = false;
    if (isChosen) {
      this.#isOff = !hasNerves(show);
      return show ? null : { show: NO_OVERLAYS };
    }
    this.#isAdded = !hasNerves(show);
    return this.#isAdded ? { show: toggleOverlay(show, NERVES) } : null;
  }

  /** To be called when the mode is left. */
  leave() {
    if (live.mode === this.mode) return;
    const isAdded = this.#isAdded;
    changeLayersOnLeaving(this.mode, (show) => {
      if (show === NO_OVERLAYS) return "";
      return isAdded && hasNerves(show) ? toggleOverlay(show, NERVES) : show;
    });
    [this.#hasDecided, this.#isAdded] = [false, false];
  }
}
