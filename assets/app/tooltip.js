// The tooltip with the name of the node under the pointer or in focus.
const tooltip = document.getElementById("tooltip");
const DISTANCE = 16; // pixels from the pointer
const MARGIN = 4; // pixels from the edge of the window

/** @param {Point} point */
export function moveTooltip({ x, y }) {
  if (tooltip.hidden) return;
  const { width, height } = tooltip.getBoundingClientRect();
  const left = Math.max(MARGIN, Math.min(x + DISTANCE, innerWidth - width - MARGIN));
  const top = y + DISTANCE + height > innerHeight ? y - DISTANCE - height : y + DISTANCE;
  tooltip.style.transform = `translate(${left}px, ${top}px)`;
}

/**
 * @param {Payload | null} payload
 * @param {string | null} id  null hides the tooltip
 * @param {string} [note]  added to the name
 */
export function showTooltip(payload, id, note) {
  const isShown = payload && id && payload.has(id);
  tooltip.hidden = !isShown;
  if (isShown) tooltip.textContent = [payload.names[payload.indexOf.get(id)], note].filter(Boolean).join(": ");
}
