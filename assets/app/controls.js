// The buttons and fields that change the state, wherever on the page they are.
import { revealed, toggledInset } from "../figures/insets.js";
import { toggleOverlay } from "../figures/plates.js";
import { closest } from "./dom.js";
import { mapSelect, state } from "./store.js";

const BOTH_MAPS = "beside";
const CHOICES = ["layer", "plate", "side"]; // of one value, which replaces the present one

/** The selected map and the next one in the list, as the address has a pair. */
function mapAndNext() {
  const { options, selectedIndex } = mapSelect;
  return [0, 1].map((step) => options[(selectedIndex + step) % options.length].value).join();
}

/**
 * The change of state that a button asks for, and whether it counts as a selection.
 * @param {DOMStringMap} data  of the button
 * @returns {[change: Partial<State>, isSelection?: boolean] | null}
 */
function changeOf(data) {
  const choice = CHOICES.find((key) => data[key]);
  if (choice) return [{ [choice]: data[choice] }];
  const { show, voice, mode, modes, lesion, pair, maps, inset, reveal, stage } = data;
  if (voice !== undefined) return [{ voice }];
  if (lesion) return [{ mode: "lesion", lesion, select: "" }, true];
  if (pair) return [{ mode: "apart", pair }, true];
  if (maps !== undefined) return [{ mode: "maps", maps: maps === BOTH_MAPS ? mapAndNext() : maps, select: "" }, true];
  if (reveal) return [revealed(reveal, state)];
  if (stage) return [{ stage, zoom: "" }];
  if (inset) return [{ inset: toggledInset(inset, state) }];
  if (show) return [{ show: toggleOverlay(state.show, show) }];
  if (modes !== undefined) return modes.split(",").includes(state.mode) ? null : [{ mode: modes.split(",")[0] }];
  return mode !== undefined && mode !== state.mode ? [{ mode }] : null;
}

/**
 * The same for a button about what is shown with the selection.
 * @param {DOMStringMap} data
 * @returns {[change: Partial<State>, isSelection?: boolean] | null}
 */
const withOf = ({ select = state.select, with: other }) =>
  other === undefined ? null : [{ select, with: other }, true];

/** @param {Page["go"]} go */
export function listenToControls(go) {
  mapSelect.addEventListener("change", () => go({ map: mapSelect.value }));
  document.addEventListener("click", (event) => {
    const { dataset = {} } = closest(event, "button") ?? {};
    const [change, isSelection] = withOf(dataset) ?? changeOf(dataset) ?? [];
    if (change) go(change, isSelection ? event : null);
  });
}
