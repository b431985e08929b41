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
 * @property {string} link  the fragment that was opened last
 */

const KEY = "nerve-atlas-packs";
const KEPT = "nerve-atlas-draft";
const DELAY = 300; // milliseconds of quiet

/** @type {Stored} */
const EMPTY = {
  draft: null,
  isSaved: true,
  place: null,
  opened: null,
  screen: "start",
  playing: null,
  link: "",
};

/** @param {() => Storage} storage @param {string} key */
function read(storage, key) {
  try {
    const { raw } = parseText(storage().getItem(key) ?? "null");
    return raw && typeof raw === "object" ? raw : null;
  } catch {
    return null; // the browser allows no storage
  }
}

/** @type {Stored} */
export const stored = { ...EMPTY, ...read(() => sessionStorage, KEY) };

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

/** The draft that was kept on this device. @returns {Pack | null} */
export const keptDraft = () => /** @type {Pack | null} */ (read(() => localStorage, KEPT));

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
