// The keyboard shortcuts that work anywhere on the page, as remote controls for lectures send them. The help lists all
// of them; they can be turned off, which the address keeps.
import { applyTheme } from "../app/theme.js";
import { isBlank, toggleBlank } from "./blank-screen.js";
import { showKeyboardHelp } from "./keyboard-help.js";

const FIELDS = "input, select, textarea, [contenteditable]";
const USES_ARROWS = "#figures, #graph, #solid, [role=grid], [role=slider], [role=tablist], [role=listbox]";
const USES_SPACE = "button, a[href], summary, [role=button], [data-node]";
const PROJECTOR = "projector";

/**
 * @typedef {object} Shortcut
 * @property {string[]} keys  values of `KeyboardEvent.key`, letters in lower case
 * @property {string} label  key of the string that the help shows
 * @property {(event: KeyboardEvent) => unknown} work  returns false if the key does nothing now
 */

/** @type {Shortcut[]} */
const shortcuts = [];
/** @type {Page | null} */
let page = null;
/** @type {State | null} */
let state = null;
/** @type {Record<string, () => unknown>} */
let tourKeys = {};
let themeBefore = "";
/** @type {WeakSet<KeyboardEvent>} */
const seen = new WeakSet();

/**
 * Adds a shortcut.
 * @param {string | string[]} keys
 * @param {string} label
 * @param {Shortcut["work"]} work
 * @returns {() => void}  removes it
 */
export function addShortcut(keys, label, work) {
  const shortcut = { keys: [keys].flat(), label, work };
  shortcuts.push(shortcut);
  return () => void shortcuts.splice(shortcuts.indexOf(shortcut), 1);
}

/**
 * Sets what the keys of a lecture do during a tour: `next`, `previous`, `first`, `last` and `notes`.
 * @param {Record<string, () => unknown>} keys
 */
export const setTourKeys = (keys) => void (tourKeys = keys);
const inTour = (name) => () => tourKeys[name]?.() ?? false;
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

addShortcut(["PageDown", "ArrowRight", " "], "keys.next", inTour("next"));
addShortcut(["PageUp", "ArrowLeft"], "keys.back", inTour("previous"));
addShortcut("Home", "keys.first", inTour("first"));
addShortcut("End", "keys.last", inTour("last"));
addShortcut("n", "keys.notes", inTour("notes"));
addShortcut("u", "keys.undo", () => (history.state?.step ? history.back() : false));
addShortcut(["b", "."], "keys.blank", () => toggleBlank(page));
addShortcut("f", "keys.full", toggleFullScreen);
addShortcut("p", "keys.projector", toggleProjector);
addShortcut(["↑", "↓", "←", "→"], "keys.figure", listedOnly);
addShortcut(["⇧↑", "⇧↓"], "keys.pathway", listedOnly);
addShortcut("/", "keys.find", listedOnly);
addShortcut("?", "keys.help", () => openHelp(page, state));

/**
 * @param {Page} current
 * @param {State} shown
 */
export const openHelp = (current, shown) => showKeyboardHelp(current, shown, shortcuts);

/** Whether the focused element uses this key itself. */
function isUsedBy(target, key) {
  if (target.closest?.(FIELDS)) return true;
  if (/^(Arrow|Home|End)/.test(key) && target.closest?.(USES_ARROWS)) return true;
  return key === " " && Boolean(target.closest?.(USES_SPACE));
}

/**
 * Does what a key stands for, once: it may come from the page and from what waited until this module was loaded.
 * @param {KeyboardEvent} event
 */
export function pressed(event) {
  if (seen.has(event)) return;
  seen.add(event);
  const { altKey, ctrlKey, defaultPrevented, metaKey, repeat, target } = event;
  if (defaultPrevented || altKey || ctrlKey || metaKey || state.keys === "off") return;
  if (isBlank()) {
    toggleBlank(page);
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (document.querySelector("dialog[open]") || isUsedBy(target, key)) return;
  for (const { keys, work } of shortcuts) {
    if (!keys.includes(key) || (!repeat && work(event) === false)) continue;
    event.preventDefault();
    return;
  }
}

/**
 * Listens in a document: the page's own, or that of the window with speaker notes.
 * @param {Document} listened
 */
export const listenForShortcuts = (listened) => listened.addEventListener("keydown", pressed);

/**
 * Starts to listen in the page.
 * @param {Page} current
 * @param {State} shown
 */
export function listen(current, shown) {
  state = shown;
  if (page) return;
  page = current;
  document.addEventListener("atlas:settled", ({ detail }) => (state = detail.state));
  listenForShortcuts(document);
}
