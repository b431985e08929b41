// Keeps the page and the passages of the article in step: scrolls to a passage, and reports which one is being read.
import { findAll } from "../app/dom.js";

// Milliseconds without scrolling before the passage counts as being read; and after scrolling by script.
const REST = 180;
const SETTLE = 500;
// The line of reading, as a share of the visible height; and pixels kept free above a passage.
const READING_LINE = 0.3;
const MARGIN = 8;
const READER_EVENTS = ["wheel", "touchmove", "keydown", "pointerdown", "pointermove"];
const topOf = (/** @type {Element} */ element) => element.getBoundingClientRect().top;

export class ScrollSync {
  /**
   * @param {HTMLElement} panel
   * @param {(id: string) => void} onRead  called when scrolling rests on another passage
   */
  constructor(panel, onRead) {
    this.panel = panel;
    this.onRead = onRead;
    this.current = "";
    this.settlesAt = 0;
    this.restTimer = 0;
    this.lastScroll = { id: "", height: 0 };
    this.hasReaderActed = false;
    const options = { passive: true, capture: true };
    for (const name of READER_EVENTS) document.addEventListener(name, () => (this.hasReaderActed = true), options);
    document.addEventListener("scroll", () => this.#scrolled(), options);
  }

  /** @returns {HTMLElement[]} */
  get #passages() {
    return findAll("[data-passage]", this.panel);
  }

  /**
   * Marks a passage as the current one.
   * @param {string} id
   * @param {boolean} [isShown]  whether the figures show it; a story above the passages can take its place
   */
  mark(id, isShown = true) {
    this.current = id;
    for (const passage of this.#passages) {
      const isCurrent = isShown && passage.dataset.passage === id;
      passage.classList.toggle("now", isCurrent);
      if (isCurrent) passage.setAttribute("aria-current", "true");
      else passage.removeAttribute("aria-current");
    }
    for (const button of findAll(".show-it", this.panel))
      button.setAttribute("aria-pressed", String(isShown && button.dataset.part === id));
  }

  get #height() {
    return document.documentElement.scrollHeight + this.panel.scrollHeight;
  }

  /**
   * Scrolls the panel to the start of a passage; the page, where the panel does not scroll by itself.
   * @param {string} id  "" for the top of the article
   * @param {boolean} [focus]
   */
  scrollTo(id, focus = false) {
    const { panel } = this;
    this.settlesAt = performance.now() + SETTLE;
    const passage = this.#passages.find((other) => other.dataset.passage === id);
    const heading = passage?.previousElementSibling;
    const start = heading?.matches("h3") ? heading : passage;
    if (getComputedStyle(panel).overflowY === "auto")
      panel.scrollTop = start ? panel.scrollTop + topOf(start) - topOf(panel) - MARGIN : 0;
    else start?.scrollIntoView({ block: "start" });
    if (focus) passage?.focus({ preventScroll: true });
    this.lastScroll = { id, height: this.#height };
    this.hasReaderActed = false;
  }

  #scrolled() {
    clearTimeout(this.restTimer);
    if (!this.current || performance.now() < this.settlesAt || matchMedia("print").matches) return;
    this.restTimer = window.setTimeout(() => {
      // content that loaded late above the passage moved it, not the reader
      if (!this.hasReaderActed && this.lastScroll.height !== this.#height) return this.scrollTo(this.lastScroll.id);
      const id = this.#passageAtReadingLine();
      if (this.current && id && id !== this.current) this.onRead(id);
    }, REST);
  }

  #passageAtReadingLine() {
    const box = this.panel.getBoundingClientRect();
    const covered = parseFloat(getComputedStyle(this.panel).scrollPaddingTop) || 0;
    const [top, bottom] = [Math.max(box.top, 0) + covered, Math.min(box.bottom, innerHeight)];
    const line = top + READING_LINE * (bottom - top);
    return this.#passages.find((passage) => passage.getBoundingClientRect().bottom > line)?.dataset.passage;
  }
}
