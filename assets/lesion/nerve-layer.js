// Nerves are laid over the skin when a mode that needs them is first used, unless a link says what lies there. Who
// turns everything off is taken at their word, and so is a link to that.
import { NO_OVERLAYS, toggleOverlay } from "../figures/plates.js";

const NERVES = "nerves";

export function overlaying(page, mode) {
  let done = false;
  return (show) => {
    const told = done || (page.linked === mode && show);
    done = true;
    if (told) return show ? null : { show: NO_OVERLAYS };
    return show.split(",").includes(NERVES) ? null : { show: toggleOverlay(show, NERVES) };
  };
}
