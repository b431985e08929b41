// Defers non-critical work until the first user interaction, or until a few seconds after the page is ready.
const EVENTS = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown", "focusin", "click"];
const LONGEST = 4000; // milliseconds
/** @type {(value?: unknown) => void} */
let resolve;
const firstInteraction = new Promise((done) => (resolve = done));

/** @param {() => void} work  done once, after the first interaction; at once if it already happened */
export const onFirstInteraction = (work) => void firstInteraction.then(work);

// When a page opens under a still pointer, browsers send a zero-distance pointermove.
function interacted(/** @type {PointerEvent} */ { type, movementX, movementY }) {
  if (type === "pointermove" && !movementX && !movementY) return;
  for (const event of EVENTS) removeEventListener(event, interacted);
  resolve();
}
for (const event of EVENTS) addEventListener(event, interacted, { passive: true });

/** Starts the timeout that replaces an interaction; an export opened from disk needs no network, so it has none. */
export const startWaiting = () => setTimeout(resolve, location.protocol === "file:" ? 0 : LONGEST);
