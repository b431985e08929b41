// Every key that works anywhere on the page, as remote controls for lectures send them. What each does stands in one
// table, which the help shows; all of them can be turned off, which the address keeps.
import { help } from "./keyboard-help.js";
import { blanked, blank } from "./blank-screen.js";
import { wearTheme } from "../app/theme.js";

const TYPING = "input, select, textarea, [contenteditable]";
const MOVED_IN = "#figures, #graph, #solid, [role=grid], [role=slider], [role=tablist], [role=listbox]";
const PRESSED = "button, a[href], summary, [role=button], [data-node]";
const PROJECTOR = "projector";
const offered = [];
let page = null;
let state = null;
let led = {};
let before = "";

// Others may add their own: a key or several, what the help says of them, and what they do (false: not now).
export function offerKey(keys, label, work) {
  const one = { keys: [keys].flat(), label, work };
  offered.push(one);
  return () => offered.splice(offered.indexOf(one), 1);
}

// A running tour says what the keys of a lecture do: next, previous, first, last, notes.
export const leadBy = (tour) => (led = tour);
const leads = (name) => () => led[name]?.() ?? false;

function project() {
  const on = state.theme === PROJECTOR;
  if (!on) before = state.theme;
  const theme = on ? before : PROJECTOR;
  wearTheme(theme);
  page.go({ theme }, null, "replace");
}

// Where the browser has no whole screen to give, nothing happens.
function fill() {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  done?.catch(() => {});
}

offerKey(["PageDown", "ArrowRight", " "], "keys.next", leads("next"));
offerKey(["PageUp", "ArrowLeft"], "keys.back", leads("previous"));
offerKey("Home", "keys.first", leads("first"));
offerKey("End", "keys.last", leads("last"));
offerKey("n", "keys.notes", leads("notes"));
offerKey("u", "keys.undo", () => (history.state?.step ? history.back() : false));
offerKey(["b", "."], "keys.blank", () => blank(page));
offerKey("f", "keys.full", fill);
offerKey("p", "keys.projector", project);
// these two are told here; figures and graph listen for them by themselves
offerKey(["↑", "↓", "←", "→"], "keys.figure", () => false);
offerKey(["⇧↑", "⇧↓"], "keys.pathway", () => false);
offerKey("/", "keys.find", () => false); // the search box listens for it by itself
offerKey("?", "keys.help", () => open(page, state));

export const open = (asked, known) => help(asked, known, offered);

function elsewhere(key, target) {
  if (target.closest?.(TYPING)) return true;
  if (/^(Arrow|Home|End)/.test(key) && target.closest?.(MOVED_IN)) return true;
  return key === " " && Boolean(target.closest?.(PRESSED));
}

// The page's own document, or that of the notes, in which nothing is drawn.
export function pressed(event) {
  const { altKey, ctrlKey, defaultPrevented, metaKey, repeat, target } = event;
  if (defaultPrevented || altKey || ctrlKey || metaKey || state.keys === "off") return;
  if (blanked()) return void blank(page);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (document.querySelector("dialog[open]") || elsewhere(key, target)) return;
  for (const { keys, work } of offered) {
    if (!keys.includes(key) || (!repeat && work(event) === false)) continue;
    event.preventDefault();
    return;
  }
}

export const listenIn = (whole) => whole.addEventListener("keydown", pressed);

// True when nobody listened before.
export function listen(asked, known) {
  state = known;
  if (page) return false;
  page = asked;
  document.addEventListener("atlas:settled", ({ detail }) => (state = detail.state));
  listenIn(document);
  return true;
}
