// A tooltip that follows the pointer or the focus and stays inside the window.
const DISTANCE = 16; // pixels from the pointer
const MARGIN = 4; // pixels from the edge of the window

export class Tooltip {
  /** @param {HTMLElement} element  with a fixed position at the corner of the window */
  constructor(element) {
    this.element = element;
  }

  /** @param {string | null | undefined} text  without one the tooltip is hidden */
  show(text) {
    this.element.hidden = !text;
    if (text) this.element.textContent = text;
  }

  /** @param {Point} point */
  moveTo({ x, y }) {
    if (this.element.hidden) return;
    const { width, height } = this.element.getBoundingClientRect();
    const left = Math.max(MARGIN, Math.min(x + DISTANCE, innerWidth - width - MARGIN));
    const top = y + DISTANCE + height > innerHeight ? y - DISTANCE - height : y + DISTANCE;
    this.element.style.transform = `translate(${left}px, ${top}px)`;
  }
}
