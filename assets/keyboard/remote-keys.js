// The keys that a presenter's remote sends, and whether a browser would scroll or reload the page on one of them.
const RELOADS = ["F5"];
/** @type {Record<string, [left: number, top: number]>} key → the direction in which it scrolls */
const SCROLLS = {
  PageUp: [0, -1],
  PageDown: [0, 1],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  Home: [0, -1],
  End: [0, 1],
  " ": [0, 1],
};
const PAGE_KEYS = /^Page/;
const everyKey = () => true;

// What an element does with keys by itself. Of several that match, the first counts.
/** @type {[selector: string, uses: (key: string) => boolean][]} */
const USES = [
  ["textarea, select, [contenteditable]", everyKey],
  ["input[type=checkbox], input[type=button], input[type=submit]", (key) => key === " "],
  ["input[type=radio]", (key) => key === " " || key.startsWith("Arrow")],
  ["input[type=range], input[type=number]", everyKey],
  ["input", (key) => !PAGE_KEYS.test(key)],
  ["button, summary, [role=button]", (key) => key === " "],
];

/** Keys that were held back before the module that answers them was loaded. @type {WeakSet<Event>} */
export const heldBack = new WeakSet();

/** Whether a lecture is given: a tour runs, or the stage is on. @param {{tour: string, stage: string}} state */
export const isLecture = ({ tour, stage }) => Boolean(tour || stage);

/** Whether a key is pressed together with one that gives it to the browser. @param {KeyboardEvent} event */
export const isModified = ({ altKey, ctrlKey, metaKey }) => altKey || ctrlKey || metaKey;

/**
 * Whether the element uses this key itself, so that the page gets nothing of it.
 * @param {Element} target
 * @param {string} key
 */
export function usesKey(target, key) {
  const found = USES.find(([selector]) => target.closest?.(selector));
  return Boolean(found?.[1](key));
}

/** Whether a box around the element, other than the page, can scroll on in a direction. */
function scrollsInside(target, [left, top]) {
  for (let box = target; box && box !== document.body; box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    const [room, at] = top
      ? [box.scrollHeight - box.clientHeight, box.scrollTop]
      : [box.scrollWidth - box.clientWidth, Math.abs(box.scrollLeft)];
    if (!/auto|scroll/.test(top ? overflowY : overflowX) || room < 1) continue;
    if (left + top > 0 ? at < room - 1 : at > 1) return true;
  }
  return false;
}

/**
 * Whether the browser would scroll or reload the page on this key.
 * @param {Element} target
 * @param {string} key
 */
export function movesPage(target, key) {
  if (RELOADS.includes(key)) return true;
  return Object.hasOwn(SCROLLS, key) && !usesKey(target, key) && !scrollsInside(target, SCROLLS[key]);
}
