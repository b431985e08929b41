// The page's controller: joins the figures, the controls, the address and the panel to one state.
import "./features.js";
import { makeRoving } from "./roving-tabindex.js";
import { listenToControls } from "./controls.js";
import { closest, setPressed } from "./dom.js";
import { onFirstInteraction, startWaiting } from "./first-interaction.js";
import { keepStateInLinks, showEmbedded } from "./language-links.js";
import { loadFeature } from "./load-feature.js";
import { loadStyleSheet } from "./load-style-sheet.js";
import { loadMode, mode, setMode, showModeControls } from "./modes.js";
import { chosen } from "./shown-with.js";
import { loadPayload } from "./payload.js";
import { listenToPointer } from "./pointer-events.js";
import { dropUnknownValues, onHistoryStep, scheduleAddress, withConsequences } from "./router.js";
import { afterPaint, firstPaint, idle } from "./scheduling.js";
import { applySide } from "./side.js";
import { showLine, showNotice, showStatus } from "./status.js";
import { defaults, page, state } from "./store.js";
import { applyTheme, knownTheme, listenToTheme } from "./theme.js";
import { moveTooltip, showTooltip } from "./tooltip.js";
import { applyFigures, applySelection, applySkin, tooltipNote } from "./view.js";
import { applyVoice } from "./voice.js";
import { fitMarks } from "../figures/skin-fill.js";
import { applyStage } from "../stage/stage-frame.js";
import { refreshPanel, registerPanel, report, withoutReporting } from "../panel/panel.js";

const PREVIEW_DELAY = 150; // milliseconds until the panel follows the pointer
const BEYOND_FIRST_VIEW = ["mode", "select", "plate", "show", "inset", "tour"];
const LOOKS = ["theme", "side", "inset", "stage", "zoom", "camera", "pose", "layers"];
const root = document.documentElement;
const { main, figures, graph, highlighter } = page;

function reportFailure(error) {
  console.error(error);
  showNotice([main.dataset.failed]);
}

/** Notifies features that a state has been painted. */
function announceState() {
  if (!page.payload) return;
  const detail = { state: { ...state }, page };
  afterPaint(() => document.dispatchEvent(new CustomEvent("atlas:settled", { detail })));
}

// Loads the figures of other plates, the overlays and the worker.
async function loadFigures() {
  const { insertFigures } = await loadFeature("deferred-figures");
  await insertFigures(page);
  applySkin();
  withoutReporting(applySelection);
  announceState();
  root.dataset.figures = "all";
  if (!state.embed) (await loadFeature("register-worker")).registerWorker().catch((error) => console.error(error));
}

let loadingFigures = null;

/** Loads all that the first view does not need. What failed is loaded again at the next call. */
function loadRest() {
  page.payload.loadPanels(page.answers.panel_contents).catch(() => showNotice([main.dataset.failed]));
  loadingFigures ??= new Promise((done) => idle(done, 1000)).then(loadFigures).catch((error) => {
    loadingFigures = null;
    console.error(error);
  });
}

/** Shows the state in the status line and the panel; a mode does that itself. */
function showInWords(from) {
  const { payload } = page;
  if (payload && BEYOND_FIRST_VIEW.some((key) => state[key] !== defaults[key])) loadRest();
  if (state.mode) return;
  if (payload && state.with) showTogetherInWords(from);
  else showOneInWords(from);
}

function showOneInWords(from) {
  showStatus(page.payload, state);
  if (page.payload) report(page.payload, state, from);
}

/** Without the words about both, the page still answers for the first. */
async function showTogetherInWords(from) {
  const { select, with: other, map } = state;
  const said = await loadFeature("together")
    .then(({ describeTogether }) => describeTogether(page, { select, with: other, map }))
    .catch(reportFailure);
  if (state.mode || state.select !== select || state.with !== other) return;
  if (!said) return showOneInWords(from);
  showLine(said.line, said.title);
  report(page.payload, state, from);
}

let isAdding = false;

/** Lets the next choice be shown with the selection, or no longer. */
function setAdding(isOn) {
  if (isOn === isAdding) return;
  isAdding = isOn;
  setPressed("another", () => isOn);
}

/**
 * The last choice made while a mode was loading; it is repeated when the mode is there.
 * @type {{name: string, id: string, event: Event} | null}
 */
let pendingChoice = null;

async function enterMode() {
  if (pendingChoice?.name !== state.mode) pendingChoice = null; // it belongs to the mode that was left
  const skinChanged = mode()?.leave();
  setMode(null);
  if (skinChanged) applySkin();
  showModeControls(main, state.mode);
  if (!page.payload) return;
  if (!state.mode) {
    applySelection();
    return;
  }
  highlighter.show(page.payload, null, "on");
  const name = state.mode;
  try {
    const entered = await loadMode(name, page);
    if (state.mode !== name) return;
    setMode(entered);
    applySelection();
    if (pendingChoice) choose(pendingChoice.id, pendingChoice.event);
    root.dataset.entered = name;
    announceState();
  } catch (error) {
    reportFailure(error);
  }
}

// Plain words are loaded when they are first asked for; until then the panel uses clinical ones.
let hasPlainWords = false;

async function enterVoice() {
  applyVoice(state.voice);
  if (!state.voice || hasPlainWords || !page.payload) return;
  try {
    const { usePlainVoice } = await loadFeature("plain-text");
    await usePlainVoice(page);
    hasPlainWords = true;
    showInWords();
  } catch (error) {
    reportFailure(error);
  }
}

/** @type {Page["go"]} */
function go(requested, event = null, history = "push") {
  clearTimeout(previewTimer);
  const change = withConsequences(requested);
  const differs = (...keys) => keys.some((key) => key in change && change[key] !== state[key]);
  const [skin, plate, turn, voice, side] = [
    ["map", "layer"],
    ["plate", "show", "stage"],
    ["mode"],
    ["voice"],
    ["side"],
  ].map((keys) => differs(...keys));
  Object.assign(state, change);
  if (voice) enterVoice();
  if (skin) applySkin();
  if (plate) applyFigures();
  if (side) applySide(state.side);
  applyStage(state.stage);
  // the panel stays as it is, with what is unfolded in it
  const isLookOnly = Object.keys(change).every((key) => LOOKS.includes(key));
  if (turn) enterMode();
  else if (isLookOnly) mode()?.themeChanged?.();
  else applySelection();
  if (event?.timeStamp) performance.measure("atlas:select", { start: event.timeStamp });
  scheduleAddress(history);
  announceState();
  if (isLookOnly) return;
  setAdding(false);
  showInWords(event?.target);
}

function choose(id, event) {
  if (!state.mode) {
    if (event?.shiftKey) getSelection().removeAllRanges(); // a click with Shift also selects text
    go(chosen(state, id, isAdding || event?.shiftKey || event?.ctrlKey || event?.metaKey), event);
    return;
  }
  pendingChoice = mode() ? null : { name: state.mode, id, event };
  const change = mode()?.choose(id, event);
  if (change) go(change, event);
}

/** Escape takes one step back; the button clears everything. */
function clear(event) {
  const isStep = event.type === "keydown";
  const inExplore = () => (state.with && isStep ? { with: "" } : state.select && { select: "" });
  const change = !(isStep && isAdding) && (state.mode ? mode()?.clear() : inExplore());
  setAdding(false);
  if (change) go(change, event);
}

let previewTimer = 0;

/** Highlights at once what the pointer is over; the panel follows when the pointer rests. */
function preview(id) {
  const { payload } = page;
  showTooltip(payload, id, tooltipNote(id));
  clearTimeout(previewTimer);
  if (state.select || state.mode || !payload) return;
  highlighter.show(payload, id ? payload.pathway(id, state.map) : null, "hint");
  const show = () => state.select || report(payload, { ...state, hovered: id ?? "" });
  previewTimer = setTimeout(show, PREVIEW_DELAY);
}

/** Shows what a callback of Dash has set on a figure. @param {Partial<Record<Reported, string>>} change */
function showSet({ selected, hovered, lesion }) {
  const { payload } = page;
  const isKnown = (/** @type {string} */ id) => !id || !payload || payload.has(id);
  if (![selected, hovered, lesion].every(isKnown))
    refreshPanel(); // reports what is shown
  else if (lesion) go({ mode: "lesion", lesion, select: "" });
  else if (lesion !== undefined && state.lesion) go({ lesion });
  else if (selected) go({ mode: "", select: selected });
  else if (selected !== undefined && state.select) go({ select: "" });
  else if (hovered !== undefined) preview(hovered || null);
}

/** Shows the initial state or one from history. */
function showState() {
  if (page.payload) dropUnknownValues();
  applyTheme(state.theme);
  enterVoice();
  applySkin();
  applyFigures();
  applySide(state.side);
  applyStage(state.stage);
  enterMode();
  setAdding(false);
  announceState();
  showInWords(document.activeElement);
}

function start(payload) {
  page.payload = payload;
  showState();
  root.dataset.ready = "yes";
  onFirstInteraction(loadRest);
  startWaiting();
}

Object.assign(page, {
  go,
  choose,
  name(id, point) {
    showTooltip(page.payload, id, tooltipNote(id));
    if (point) moveTooltip(point);
  },
});
listenToPointer({ choose, preview, clear, moved: moveTooltip });
listenToControls(go);
listenToTheme((theme) => go({ theme }, null, "replace"));
onHistoryStep(showState);
document.addEventListener("atlas:not-found", ({ detail }) => {
  loadFeature("offered-names")
    .then(({ offer }) => offer(page, detail))
    .catch((error) => console.error(error));
});
document.addEventListener("click", (event) => {
  if (!closest(event, "[data-another]")) return;
  setAdding(!isAdding);
  if (isAdding) scrollTo({ top: 0 }); // on a phone the panel has been scrolled over the body
});
for (const figure of [figures, graph]) makeRoving(figure, () => page.payload?.words ?? {});
fitMarks(figures);
keepStateInLinks();
applyStage(state.stage);
if (state.embed) showEmbedded();
registerPanel(showSet);
applyTheme(knownTheme(state.theme) ? state.theme : "");
applySide(state.side);
firstPaint()
  .then(() => void loadStyleSheet(page.answers["type-style"]).catch((error) => console.error(error)))
  .then(() => loadPayload(page.answers.pathways))
  .then(start, () => showNotice([main.dataset.failed]));
if (state.select) applySelection();
