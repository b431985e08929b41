// Keeps the address and the browser's history in step with the state, and drops from the state what does not exist.
import { knownInset } from "../figures/insets.js";
import { knownShow, plates } from "../figures/plates.js";
import { queryOf, readQuery, withKnownIds } from "./address.js";
import { leavingMode } from "./mode-parameters.js";
import { endingWith } from "./shown-with.js";
import { afterPaint } from "./scheduling.js";
import { knownStage } from "../stage/stage-frame.js";
import { knownSide } from "./side.js";
import { showNotice } from "./status.js";
import { defaults, page, state } from "./store.js";
import { knownTheme } from "./theme.js";
import { dropUnknownVariant } from "./variant.js";
import { knownVoice } from "./voice.js";

// A condition has a page in a mode of its own.
const CONDITIONS = "conditions";
const isCondition = (id) => page.payload?.kinds[page.payload.indexOf.get(id)] === "condition";

let visits = 0;

/** Writes a state to the address. The step of a history entry counts the entries of this page before it. */
function writeAddress(written, history) {
  const url = location.pathname + queryOf(location.search, written, defaults) + location.hash;
  if (url === location.pathname + location.search + location.hash) return;
  const step = (window.history.state?.step ?? 0) + (history === "push" ? 1 : 0);
  if (history === "push") window.history.pushState({ step }, "", url);
  else window.history.replaceState({ step }, "", url);
}

/**
 * Writes the present state to the address after the next paint, because a history entry costs more than a selection.
 * Going back or forward cancels pending writes.
 * @param {"push" | "replace"} history
 */
export function scheduleAddress(history) {
  const written = { ...state };
  const visit = visits;
  afterPaint(() => visit === visits && writeAddress(written, history));
}

/** @param {() => void} listener  called when going back or forward has changed the state */
export function onHistoryStep(listener) {
  addEventListener("popstate", () => {
    visits += 1;
    Object.assign(state, defaults, readQuery(location.search, defaults));
    listener();
  });
}

/**
 * A change of state with what follows from it: a condition opens its page, what belongs to a mode ends with it, and a
 * new selection is alone.
 * @param {Partial<State>} change
 * @returns {Partial<State>}
 */
export const withConsequences = (change) => endingWith(state, leavingMode(state, withPage(change), defaults));

function withPage(requested) {
  const change = isCondition(requested.with) ? { select: requested.with } : requested;
  const { mode = state.mode, select = state.select } = change;
  if (mode || !isCondition(select)) return change;
  return { part: "", ...change, ...("select" in change ? { mode: CONDITIONS } : { select: "" }) };
}

// Values of the state that consist of ids of nodes or maps.
const WITH_IDS = ["select", "with", "map", "lesion", "pair", "maps", "findings"];

/** Reads upper and lower case alike in the ids of the state, and in what has only lower case. */
function ignoreCase(known) {
  const ids = [...page.payload.ids, ...Object.keys(page.payload.maps)];
  const knownIds = new Map(ids.map((id) => [id.toLowerCase(), id]));
  for (const key of WITH_IDS) state[key] = withKnownIds(state[key], knownIds);
  for (const key of Object.keys(known)) {
    const lower = state[key].toLowerCase();
    if (!known[key](state[key]) && known[key](lower)) state[key] = lower;
  }
}

/** Resets each value of the state that does not exist, and names it in one notice. */
export function dropUnknownValues() {
  const { main, payload } = page;
  const known = {
    select: (value) => value === "" || payload.has(value),
    with: (value) => value === "" || (payload.has(value) && !isCondition(value)),
    map: (value) => Object.hasOwn(payload.maps, value),
    layer: (value) => Boolean(main.querySelector(`button[data-layer="${CSS.escape(value)}"]`)),
    side: knownSide,
    theme: knownTheme,
    voice: knownVoice,
    plate: (value) => value === defaults.plate || plates().includes(value),
    show: knownShow,
    inset: knownInset,
    stage: knownStage,
    mode: (value) => value === "" || Boolean(document.querySelector(`button[data-mode="${CSS.escape(value)}"]`)),
  };
  const before = { ...state };
  ignoreCase(known);
  const unknown = Object.keys(known).filter((key) => !known[key](state[key]));
  const variant = dropUnknownVariant(main);
  if (unknown.length || variant) {
    const asked = [...unknown.map((key) => [key, state[key]]), ...(variant ? [["variant", variant]] : [])];
    showNotice(
      asked.map(([key, value]) =>
        (payload.words[`notice.${key}`] ?? payload.words["notice.select"]).replace("{value}", () => value),
      ),
      unknown.map((key) => ({ key, value: state[key], accepts: key === "with" ? known.with : undefined })),
    );
    for (const key of unknown) state[key] = defaults[key];
  }
  const isPaged = !state.mode && isCondition(state.select);
  if (isPaged) state.mode = CONDITIONS;
  Object.assign(state, endingWith(state, {}));
  const isRespelled = Object.keys(before).some((key) => before[key] !== state[key]);
  if (isRespelled || isPaged) writeAddress(state, "replace");
}
