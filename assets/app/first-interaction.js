// What the first view can do without waits until someone stirs, or until the page has stood ready for a while.
const SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown", "focusin", "click"];
const WHILE = 4000;
let stir;

export const stirred = new Promise((done) => (stir = done));

// Where a mouse merely rests when the page opens, the browser tells of a move over no way at all.
function heard({ type, movementX, movementY }) {
  if (type === "pointermove" && !movementX && !movementY) return;
  for (const sign of SIGNS) removeEventListener(sign, heard);
  stir();
}
for (const sign of SIGNS) addEventListener(sign, heard, { passive: true });

// On a disk there is no network to spare.
export const standReady = () => setTimeout(stir, location.protocol === "file:" ? 0 : WHILE);
