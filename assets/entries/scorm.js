// Entry of scorm.js, which only the pages of a SCORM package have, before their other scripts.
import { Unit } from "../scorm/unit.js";

const SAVE_DELAY = 2000; // milliseconds after a move
const unit = new Unit(window, globalThis.atlas_scorm);

// The page reads its state from the address. In a sandboxed frame the address cannot be changed, so the page
// starts from the beginning.
if (unit.place && !location.search)
  try {
    history.replaceState(null, "", `${location.pathname}?${unit.place}`);
  } catch (error) {
    console.warn(error);
  }

let timer = 0;
function follow() {
  unit.moveTo(location.search.slice(1));
  clearTimeout(timer);
  timer = setTimeout(() => unit.save(), SAVE_DELAY);
}

document.addEventListener("atlas:answered", ({ detail: { id, isRight } }) => unit.answer(id, isRight));
// the address follows the state after the next paint
document.addEventListener("atlas:settled", () => setTimeout(follow));
// a phone may end a hidden page without another event
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && unit.save());
addEventListener("pagehide", ({ persisted }) => {
  unit.moveTo(location.search.slice(1));
  if (persisted) unit.save();
  else unit.end();
});
