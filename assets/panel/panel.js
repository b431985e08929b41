// Reports the state to Dash: what the figures show as props of `Body` and `Network`, the rest in the store. The callback
// of the panel answers with what the mode and the voice of that state show.
import { onFirstInteraction } from "../app/first-interaction.js";
import { afterPaint } from "../app/scheduling.js";
import { showNotice } from "../app/status.js";
import { isLayoutDrawn, pageFigures, registerComponents } from "../dash/components.js";
import { hasNoLayout, isDashLoading, loadDash } from "../dash/dash-loader.js";
import { asTree } from "./component-tree.js";
import { noteFolds, reopenFolds } from "./open-folds.js";
import { clinicalPanel, setContext } from "./sections.js";

export { addBelowHead, answerOf, entry, section, selectionPanel } from "./sections.js";

/** what the components of the figures report */
const BY_FIGURES = ["select", "hovered", "lesion"];
/** what the store holds */
const STORED = [
  "mode",
  "with",
  "map",
  "severity",
  "injury",
  "days",
  "findings",
  "case",
  "pair",
  "maps",
  "part",
  "voice",
  "tour",
  "step",
];
const RETRY_DELAY = 30; // milliseconds
const STORE = "page";
const container = document.getElementById("told");
const greeting = document.getElementById("greeting");

/** @type {Payload | null} */
let payload = null;
/** @typedef {Partial<State> & {hovered?: string}} ReportedState  `hovered`: what is shown while nothing is selected */
/** @type {ReportedState | null} */
let latest = null;

/** @type {Record<string, (state: State) => Tree>} */
const voicePanels = {};
/** @type {Record<string, (state: State) => Tree>} */
const modePanels = { "": (state) => (state.select ? (voicePanels[state.voice] ?? clinicalPanel)(state) : []) };

/**
 * Sets what the panel shows of a selection in a voice.
 * @param {string} voice
 * @param {(state: State) => Tree} build
 */
export const registerVoicePanel = (voice, build) => void (voicePanels[voice] = build);

/**
 * Sets what the panel shows in a mode.
 * @param {string} mode
 * @param {(state: State) => Tree} build  from the state that was reported
 */
export const registerModePanel = (mode, build) => void (modePanels[mode] = build);

/** The clientside callback of the panel, from the props in the order of atlas/web/callbacks/page.py. */
function panelOf(selected, hovered, lesion, stored) {
  if (!payload?.hasPanels) return window.dash_clientside.no_update;
  const state = { ...stored, select: selected || hovered || "", lesion: lesion ?? "" };
  return asTree(modePanels[state.mode || ""]?.(state) ?? []);
}

/**
 * Registers the components and the callback of the panel, and loads Dash after the first interaction.
 * @param {(change: Partial<Record<Reported, string>>) => void} onSet  called with what a callback sets on a figure
 */
export function registerPanel(onSet) {
  for (const figure of pageFigures) figure.onSet = onSet;
  registerComponents();
  onFirstInteraction(loadDash);
  window.dash_clientside = window.dash_clientside ?? /** @type {Window["dash_clientside"]} */ ({});
  window.dash_clientside.atlas = { panel: panelOf };
}

noteFolds(container);

// In print everything is unfolded.

/** @type {HTMLDetailsElement[]} */
let unfolded = [];
addEventListener("beforeprint", () => {
  unfolded = [...container.querySelectorAll(/** @type {"details"} */ ("#panel details:not([open])"))];
  for (const details of unfolded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of unfolded) details.open = false;
});

// Reading scrollTop would force a layout, so it is reset only after the panel has been scrolled.
let isScrolled = false;
container.addEventListener("scroll", () => (isScrolled = true), { passive: true });

/** @type {{selector: string, top: number, hasFocus: boolean} | null} */
let kept = null;

/** The next update leaves a part of the panel where it stands on the screen. @param {string} selector */
export function keepInPlace(selector) {
  const shown = container.querySelector(selector);
  kept = shown && {
    selector,
    top: shown.getBoundingClientRect().top,
    hasFocus: shown.contains(document.activeElement),
  };
}

/** @returns {boolean}  false if there was nothing to keep */
function putBack() {
  const shown = /** @type {HTMLElement | null} */ (kept && container.querySelector(kept.selector));
  if (!shown) return false;
  const moved = () => shown.getBoundingClientRect().top - kept.top;
  container.scrollTop += moved();
  if (Math.abs(moved()) > 1) scrollBy(0, moved()); // where the page scrolls, not the panel
  if (kept.hasFocus) shown.focus({ preventScroll: true });
  return true;
}

const NARROW = matchMedia("(max-width: 59.99rem)");

/** Up to where figures that stay above the text cover it: on a small screen, in a mode. */
function heldAbove() {
  const stage = NARROW.matches && document.getElementById("main").dataset.mode && document.querySelector(".stage");
  return stage ? stage.getBoundingClientRect().bottom : 0;
}

/** Scrolls to the top. A choice made in the panel has removed its button, so the new heading takes the focus. */
function afterUpdate(isFromPanel) {
  const isKept = putBack();
  kept = null;
  if (isKept) return;
  if (isScrolled) container.scrollTop = 0;
  isScrolled = false;
  if (!isFromPanel) return;
  if (container.getBoundingClientRect().top < heldAbove()) container.scrollIntoView({ block: "start" });
  const heading = container.querySelector("#panel h2") ?? greeting.querySelector("h2");
  /** @type {HTMLElement} */ (heading ?? container).focus({ preventScroll: true });
}

/**
 * The state that Dash still has to be given, and whether it was chosen in the panel.
 * @type {{state: ReportedState, isFromPanel: boolean} | null}
 */
let pending = null;

/** Without Dash there is no panel: one notice says so, and the next choice tries again. */
function giveUp() {
  if (pending) showNotice([document.getElementById("main").dataset.failed]);
  pending = null;
}

/**
 * Gives the pending state to Dash.
 * @returns {boolean}  false if it has to be tried again
 */
function deliver() {
  const { state, isFromPanel } = pending;
  const isEmpty = !state.select && !state.hovered && !state.mode;
  if (!isLayoutDrawn()) {
    if (!isEmpty && hasNoLayout()) giveUp();
    else if (!isEmpty) loadDash().then((isLoaded) => isLoaded || giveUp());
    if (!isEmpty || isDashLoading()) return false;
    pending = null;
    greeting.hidden = false;
    return true;
  }
  if (!payload.hasPanels) return false;
  pending = null;
  greeting.hidden = !isEmpty;
  if (isEmpty) afterUpdate(isFromPanel);
  else
    new MutationObserver((_, observer) => {
      observer.disconnect();
      reopenFolds(container);
      afterUpdate(isFromPanel);
    }).observe(document.getElementById("panel"), { childList: true, subtree: true });
  const { select: selected, hovered, lesion } = state;
  for (const figure of pageFigures) figure.report({ selected, hovered, lesion });
  window.dash_clientside.set_props(STORE, { data: Object.fromEntries(STORED.map((key) => [key, state[key]])) });
  return true;
}

let isSuspended = false;

/**
 * Does work whose reports are ignored if the panel shows their state already, so that readers keep their place in it.
 * @param {() => void} work
 */
export function withoutReporting(work) {
  isSuspended = true;
  try {
    work();
  } finally {
    isSuspended = false;
  }
}

const REPORTED = [...BY_FIGURES, ...STORED];
const isSame = (a, b) => REPORTED.every((key) => (a[key] ?? "") === (b[key] ?? ""));

/**
 * Shows a state in the panel: at once, or when Dash and the contents have been loaded. The last report counts.
 * @param {Payload} source
 * @param {ReportedState} state
 * @param {EventTarget | null} [from]  what was used to choose it
 */
export function report(source, state, from = null) {
  if (isSuspended && latest && isSame(state, latest)) return;
  payload = source;
  latest = state;
  setContext(payload, state.voice);
  const isQueued = Boolean(pending);
  pending = {
    state: Object.fromEntries(REPORTED.map((key) => [key, state[key] ?? ""])),
    isFromPanel: Boolean(/** @type {Element | null} */ (from)?.closest?.("#told")),
  };
  if (isQueued) return;
  const attempt = () => !pending || deliver() || setTimeout(attempt, RETRY_DELAY);
  afterPaint(attempt); // the figures first
}

/** Shows the latest state again, with what has been loaded since. */
export const refreshPanel = () => latest && report(payload, latest);
