// What this browser keeps about classrooms: its seat and its answers until the tab closes, and the secrets with which it
// leads rooms. A browser without storage, as in some frames, keeps them until the page is reloaded.

/** @type {Map<string, string>} what could not be stored */
const unstored = new Map();

const SEAT_BYTES = 8;
const MOST_SECRETS = 5;
const SECRETS = "nerve-atlas-rooms";
const seatKey = (/** @type {string} */ code) => `nerve-atlas-room-${code}`;

/** @typedef {{choice: string, at: [view: string, x: number, y: number] | null}} RoomAnswer */
/** @typedef {{seat: string, answers: Record<string, RoomAnswer>, sent: number[]}} Seat  `sent`: numbers that were confirmed */

/**
 * @param {() => Storage} storage
 * @param {string} key
 * @returns {any}  null if there is nothing or nothing can be kept
 */
function kept(storage, key) {
  try {
    return JSON.parse(storage().getItem(key) ?? unstored.get(key) ?? "null");
  } catch {
    return JSON.parse(unstored.get(key) ?? "null");
  }
}

/**
 * @param {() => Storage} storage
 * @param {string} key
 * @param {unknown} value
 */
function keep(storage, key, value) {
  const text = JSON.stringify(value);
  try {
    storage().setItem(key, text);
  } catch {
    unstored.set(key, text);
  }
}

const ofTab = () => sessionStorage;
const ofBrowser = () => localStorage;

/** A random seat; `crypto.randomUUID` does not exist over plain http. */
function newSeat() {
  const bytes = crypto.getRandomValues(new Uint8Array(SEAT_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The seat of this tab in a room.
 * @param {string} code
 * @returns {Seat}
 */
export function seatIn(code) {
  const found = kept(ofTab, seatKey(code));
  if (typeof found?.seat === "string" && found.answers && Array.isArray(found.sent)) return found;
  const seat = { seat: newSeat(), answers: {}, sent: [] };
  keepSeat(code, seat);
  return seat;
}

/**
 * @param {string} code
 * @param {Seat} seat
 */
export const keepSeat = (code, seat) => keep(ofTab, seatKey(code), seat);

/** @param {string} code @returns {string}  "" if this browser does not lead the room */
export function secretOf(code) {
  const found = (kept(ofBrowser, SECRETS) ?? []).find(([room]) => room === code);
  return found?.[1] ?? "";
}

/** The room that this browser has opened last, with its secret. @returns {[code: string, secret: string] | null} */
export const ledRoom = () => kept(ofBrowser, SECRETS)?.[0] ?? null;

/**
 * @param {string} code
 * @param {string} secret
 */
export function keepSecret(code, secret) {
  const others = (kept(ofBrowser, SECRETS) ?? []).filter(([room]) => room !== code);
  keep(ofBrowser, SECRETS, [[code, secret], ...others].slice(0, MOST_SECRETS));
}

/** @param {string} code */
export function forgetSecret(code) {
  const others = (kept(ofBrowser, SECRETS) ?? []).filter(([room]) => room !== code);
  keep(ofBrowser, SECRETS, others);
}
