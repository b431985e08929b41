// What this tab remembers of packs, so that a reload loses nothing: the draft, the pack that was opened, and which of
// them is played. A draft outlives the tab only if its educator asks for that; nothing is ever sent.
import { parseText } from "./check.js";

/** @import { Pack, Kind } from "./types" */

/** @typedef {{kind: Kind, n: number, at: number}} Place  an entry of a pack, and its open part; -1: none */
/**
 * @typedef {object} Stored
 * @property {Pack | null} draft
 * @property {boolean} isSaved  whether a file or a link has the draft
 * @property {Place | null} place  what is edited
 * @property {Pack | null} opened  checked, from a file or a link
 * @property {"start" | "edit" | "pack"} screen
 * @property {Pack | null} playing
 * @property {boolean} isPreview  whether what is played is the draft
 * @property {string} link  the fragment that was opened last
 */

const KEY = "nerve-atlas-packs";
const KEPT = "nerve-atlas-draft";
const DELAY = 300; // milliseconds of quiet
/** @type {Kind[]} */
const KINDS = ["tours", "quizzes", "cases"];
const SCREENS = ["start", "edit", "pack"];

/** @type {Stored} */
const EMPTY = {
  draft: null,
  isSaved: true,
  place: null,
  opened: null,
  screen: "start",
  playing: null,
  isPreview: false,
  link: "",
};

/**
 * What a storage has under a key.
 * @param {() => Storage} storage
 * @param {string} key
 * @returns {{value: any, text: string}}  `value`: null if the text is no JSON object
 */
function read(storage, key) {
  try {
    const text = storage().getItem(key) ?? "";
    const { raw } = parseText(text || "null");
    return { value: raw && typeof raw === "object" && !Array.isArray(raw) ? raw : null, text };
  } catch {
    return { value: null, text: "" }; // the browser allows no storage
  }
}

const isWhole = (/** @type {unknown} */ value, /** @type {number} */ least) =>
  Number.isInteger(value) && /** @type {number} */ (value) >= least;

/**
 * What a tab remembered, without what the page does not know. Packs are checked later, once their schema is here.
 * @param {any} value
 * @returns {Stored}
 */
export function soundStored(value) {
  const { place, screen, link, ...others } = { ...EMPTY, ...value };
  const isPlace = KINDS.includes(place?.kind) && isWhole(place.n, 0) && isWhole(place.at, -1);
  const { draft, opened, playing } = others;
  return {
    draft,
    isSaved: others.isSaved === true,
    place: isPlace ? { kind: place.kind, n: place.n, at: place.at } : null,
    opened,
    screen: SCREENS.includes(screen) ? screen : EMPTY.screen,
    playing,
    isPreview: others.isPreview === true,
    link: typeof link === "string" ? link : "",
  };
}

const first = read(() => sessionStorage, KEY);
/** What the tab has in place of packs, when it cannot be read; "" if it can. */
export const unreadable = first.value ? "" : first.text;

/** @type {Stored} */
export const stored = soundStored(first.value);

let timer = 0;
function writeNow() {
  clearTimeout(timer);
  timer = 0;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(stored));
  } catch (error) {
    console.warn(error); // without storage, or with too large a draft, a reload loses it
  }
}
globalThis.addEventListener?.("pagehide", () => timer && writeNow());

/** Remembers a change. @param {Partial<Stored>} change */
export function remember(change) {
  Object.assign(stored, change);
  clearTimeout(timer);
  timer = setTimeout(writeNow, DELAY);
  if ("playing" in change) writeNow(); // what is played must be there after a reload
}

/** The text of the draft that was kept on this device; "" if there is none. */
export const keptText = () => read(() => localStorage, KEPT).text;
/** The draft that was kept on this device. @returns {Pack | null} */
export const keptDraft = () => /** @type {Pack | null} */ (read(() => localStorage, KEPT).value);

/** @param {Pack | null} pack  null forgets it @returns {boolean}  false if the browser allows no storage */
export function keepDraft(pack) {
  try {
    if (pack) localStorage.setItem(KEPT, JSON.stringify(pack));
    else localStorage.removeItem(KEPT);
    return true;
  } catch {
    return false;
  }
}
