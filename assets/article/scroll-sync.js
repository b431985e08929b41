// Keeps the page and the passages in step: brings one into view, and tells which one is being read.
const REST = 180;
const SETTLED = 500;
const LINE = 0.3;
const ABOVE = 8;
const ACTS = ["wheel", "touchmove", "keydown", "pointerdown", "pointermove"];
const top = (element) => element.getBoundingClientRect().top;

export class Following {
  // `reading(id)` is called once scrolling rests on another passage; nothing is ever scrolled for that.
  constructor(told, reading) {
    Object.assign(this, { told, reading, now: "", until: 0, resting: 0, brought: {}, acted: false });
    for (const act of ACTS) document.addEventListener(act, () => (this.acted = true), { passive: true, capture: true });
    document.addEventListener("scroll", () => this.#scrolled(), { passive: true, capture: true });
  }

  get passages() {
    return [...this.told.querySelectorAll("[data-passage]")];
  }

  passage(id) {
    return this.told.querySelector(`[data-passage="${CSS.escape(id)}"]`);
  }

  mark(id) {
    this.now = id;
    for (const passage of this.passages) {
      const own = passage.dataset.passage === id;
      passage.classList.toggle("now", own);
      if (own) passage.setAttribute("aria-current", "true");
      else passage.removeAttribute("aria-current");
    }
    for (const button of this.told.querySelectorAll(".show-it"))
      button.setAttribute("aria-pressed", String(button.dataset.part === id));
  }

  get #height() {
    return document.documentElement.scrollHeight + this.told.scrollHeight;
  }

  // The passage's beginning comes to the top of the column, or of the page where the column does not scroll by itself.
  bring(id, focus) {
    this.until = performance.now() + SETTLED;
    const passage = this.passage(id);
    const { told } = this;
    const heading = passage?.previousElementSibling;
    const first = heading?.matches("h3") ? heading : passage;
    if (getComputedStyle(told).overflowY === "auto")
      told.scrollTop = passage ? told.scrollTop + top(first) - top(told) - ABOVE : 0;
    else first?.scrollIntoView({ block: "start" });
    if (focus) passage?.focus({ preventScroll: true });
    Object.assign(this, { brought: { id, height: this.#height }, acted: false });
  }

  #scrolled() {
    clearTimeout(this.resting);
    if (!this.now || performance.now() < this.until || matchMedia("print").matches) return;
    this.resting = setTimeout(() => {
      // What came late above the passage has pushed it away; the reader has not.
      if (!this.acted && this.brought.height !== this.#height) return this.bring(this.brought.id);
      const read = this.#read();
      if (this.now && read && read !== this.now) this.reading(read);
    }, REST);
  }

  // The passage that stands on the line of reading.
  #read() {
    const box = this.told.getBoundingClientRect();
    const covered = parseFloat(getComputedStyle(this.told).scrollPaddingTop) || 0;
    const [top, bottom] = [Math.max(box.top, 0) + covered, Math.min(box.bottom, innerHeight)];
    const line = top + LINE * (bottom - top);
    return this.passages.find((passage) => passage.getBoundingClientRect().bottom > line)?.dataset.passage;
  }
}
