// The keyboard shortcuts that work anywhere on the page, as remote controls for lectures send them. The help lists all
// of them; they can be turned off, which the address keeps.
import { loadFeature } from "../app/load-feature.js";
import { logFailure } from "../app/settled.js";
import { state } from "../app/store.js";
import { applyTheme } from "../app/theme.js";
import { ON } from "../stage/stage-frame.js";
import { isBlank, toggleBlank } from "./blank-screen.js";
import { showKeyboardHelp } from "./keyboard-help.js";
import { heldBack, isLecture, isModified, movesPage, usesKey } from "./remote-keys.js";

const SINGLE_LINE = "input:not([type=checkbox], [type=radio])";
const USES_ARROWS = "#figures, #graph, #solid, [role=grid], [role=slider], [role=tablist], [role=listbox], [role=tree]";
const PROJECTOR = "projector";

/**
 * @typedef {object} Shortcut
 * @property {string[]} keys  values of `KeyboardEvent.key`, letters in lower case
 * @property {string} label  key of the string that the help shows
 * @property {(event: KeyboardEvent) => unknown} work  returns false if the key does nothing now
 * @property {() => boolean} [when]  whether the key means anything now; always, if missing
 */

/** @type {Shortcut[]} */
const shortcuts = [];
/** @type {Page | null} */
let page = null;
/** @type {Record<string, () => unknown>} */
let tourKeys = {};
/** @type {Record<string, (event: KeyboardEvent) => unknown>} */
let stageKeys = {};
/** @type {Record<string, () => unknown>} */
let stepKeys = {};
let themeBefore = "";
/** @type {WeakSet<KeyboardEvent>} */
const seen = new WeakSet();

/**
 * Adds a shortcut.
 * @param {string | string[]} keys
 * @param {string} label
 * @param {Shortcut["work"]} work
 * @param {Shortcut["when"]} [when]
 * @returns {() => void}  removes it
 */
export function addShortcut(keys, label, work, when = () => true) {
  const shortcut = { keys: [keys].flat(), label, work, when };
  shortcuts.push(shortcut);
  return () => void shortcuts.splice(shortcuts.indexOf(shortcut), 1);
}

/**
 * Sets what the keys of a lecture do during a tour: `next`, `previous`, `first`, `last` and `notes`.
 * @param {Record<string, () => unknown>} keys
 */
export const setTourKeys = (keys) => void (tourKeys = keys);

/** Does what a key does during a tour, which may still be loading: no press of a remote control is lost. */
export async function doInTour(/** @type {string} */ name) {
  if (!tourKeys[name]) await (await loadFeature("tour")).follow(page, { ...state });
  tourKeys[name]?.();
}

/**
 * Sets what the keys of the stage do while it is on: `zoom`, `whole`, `closer`, `pen` and `clear`.
 * @param {typeof stageKeys} keys
 */
export const setStageKeys = (keys) => void (stageKeys = keys);

/**
 * Sets what the keys of a lecture do on the stage outside a tour, in a mode that has steps of its own.
 * @param {Record<string, () => unknown>} keys  `next`, `back`, `first` and `last`
 */
export const setStepKeys = (keys) => void (stepKeys = keys);

const inTour = () => Boolean(state.tour);
const onStage = () => Boolean(state.stage);

/** Does what a key does on the stage, which may still be loading and may be left meanwhile. */
async function doOnStage(name, event) {
  if (!stageKeys[name]) await (await loadFeature("stage")).follow(page, state);
  if (onStage()) stageKeys[name](event);
}
const hasStep = (/** @type {string} */ name) => onStage() && Object.hasOwn(stepKeys, name);
const addTourKey = (/** @type {string | string[]} */ keys, /** @type {string} */ name) =>
  addShortcut(
    keys,
    `keys.${name}`,
    () => (inTour() ? void doInTour(name).catch(logFailure) : stepKeys[name]()),
    () => inTour() || hasStep(name),
  );
const addStageKey = (keys, name) =>
  addShortcut(keys, `keys.stage.${name}`, (event) => void doOnStage(name, event).catch(logFailure), onStage);
const listedOnly = () => false; // another module listens for the key

function toggleProjector() {
  const isOn = state.theme === PROJECTOR;
  if (!isOn) themeBefore = state.theme;
  const theme = isOn ? themeBefore : PROJECTOR;
  applyTheme(theme);
  page.go({ theme }, null, "replace");
}

// Some browsers have no full screen; there the key does nothing.
function toggleFullScreen() {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  done?.catch(() => {});
}

function toggleStage() {
  page.go({ stage: state.stage ? "" : ON, zoom: "" });
}

const toggleLaser = () =>
  void loadFeature("laser")
    .then(({ toggle }) => toggle(page))
    .catch(logFailure);

addTourKey(["PageDown", "ArrowRight", " "], "next");
addTourKey(["PageUp", "ArrowLeft"], "back");
addTourKey("Home", "first");
addTourKey("End", "last");
addTourKey("n", "notes");
addShortcut("s", "keys.stage", toggleStage);
addShortcut("F5", "keys.stage.lecture", toggleStage, () => isLecture(state));
addShortcut("Escape", "keys.stage.leave", listedOnly);
addStageKey(["2", "3", "4", "5"], "zoom");
addStageKey(["1", "0"], "whole");
addStageKey("z", "closer");
addShortcut("l", "keys.laser", toggleLaser);
addStageKey("d", "pen");
addStageKey("c", "clear");
addShortcut("u", "keys.undo", () => (history.state?.step ? history.back() : false));
addShortcut(["b", "."], "keys.blank", () => toggleBlank(page));
addShortcut("f", "keys.full", toggleFullScreen);
addShortcut("p", "keys.projector", toggleProjector);
addShortcut(["↑", "↓", "←", "→"], "keys.figure", listedOnly);
addShortcut(["⇧↑", "⇧↓"], "keys.pathway", listedOnly);
addShortcut(["⇧↵"], "keys.another", listedOnly);
addShortcut("/", "keys.find", listedOnly);
addShortcut("?", "keys.help", () => void openHelp(page, state).catch(logFailure));

/**
 * @param {Page} current
 * @param {State} shown
 */
export const openHelp = (current, shown) => showKeyboardHelp(current, shown, shortcuts);

/** Whether the key belongs to the focused element, so that it is no shortcut there. */
function isUsedBy(target, key) {
  if (usesKey(target, key) || target.closest?.(SINGLE_LINE)) return true;
  if (/^(Arrow|Home|End)/.test(key) && target.closest?.(USES_ARROWS)) return true;
  return key === " " && Boolean(target.closest?.("[data-node]"));
}

/** Whether a key belongs to the browser, or has been answered. @param {KeyboardEvent} event */
const isTaken = (event) => isModified(event) || (event.defaultPrevented && !heldBack.has(event));

/**
 * Does what a key stands for; a key that is held down does it once.
 * @param {Shortcut} shortcut
 * @param {string} key
 * @param {KeyboardEvent} event
 * @returns {boolean}  whether the key means something now
 */
const answers = ({ keys, when, work }, key, event) =>
  keys.includes(key) && when() && (event.repeat || work(event) !== false);

/**
 * Does what a key stands for, once: it may come from the page and from what waited until this module was loaded.
 * @param {KeyboardEvent} event
 */
export function pressed(event) {
  if (seen.has(event)) return;
  seen.add(event);
  if (state.keys === "off" || isTaken(event)) return;
  if (isBlank()) {
    event.preventDefault();
    toggleBlank(page);
    return;
  }
  const focused = /** @type {Element} */ (event.target);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // a lecture's page neither scrolls nor reloads, whether or not the key means something
  if (isLecture(state) && movesPage(focused, key)) event.preventDefault();
  if (document.querySelector("dialog[open]") || isUsedBy(focused, key)) return;
  if (shortcuts.some((shortcut) => answers(shortcut, key, event))) event.preventDefault();
}

/**
 * Listens in a document: the page's own, or that of the window with speaker notes.
 * @param {Document} listened
 */
export const listenForShortcuts = (listened) => listened.addEventListener("keydown", pressed);

/**
 * Starts to listen in the page. A key acts on the live state: the next one may come before the last is painted.
 * @param {Page} current
 */
export function listen(current) {
  if (page) return;
  page = current;
  listenForShortcuts(document);
}
