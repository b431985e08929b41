// The caption of the stage: a title, a sentence, and the step of a tour with its buttons. All steps of a tour have
// letters of the same size, so that nothing jumps while a room reads.
import { element, filled } from "../app/dom.js";

/** @import { Words } from "../lesion/types" */
/** @import { Position, Tour } from "../tours/tour-route.js" */

const LINES = 2;
const NARROW = 704; // pixels of the window, below which the text may take more lines
const LARGEST = { width: 1 / 42, height: 1 / 32, pixels: 40 }; // letter heights, by the window's size
const SMALLEST = 13;

/**
 * The greatest size of letters that fits, by halving the distance between two sizes.
 * @param {number} smallest
 * @param {number} largest
 * @param {(size: number) => boolean} fits
 * @returns {number}  a whole number of pixels
 */
export function largestFitting(smallest, largest, fits) {
  let [low, high] = [Math.floor(smallest), Math.floor(largest)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * What the caption says about a step.
 * @param {Pick<Position, "asks" | "step">} position
 * @param {string} voice
 * @returns {{title: string, text: string}}
 */
export const stepCaption = ({ asks, step }, voice) =>
  asks ? { title: step.ask, text: "" } : { title: step.title, text: voice ? step.plain : step.text };

/**
 * All texts that a tour shows one after the other.
 * @param {Pick<Tour, "steps">} tour
 * @param {string} voice
 */
export const tourTexts = ({ steps }, voice) => steps.map((step) => stepCaption({ asks: false, step }, voice).text);

export class Caption {
  /**
   * @param {Words} words
   * @param {{back: () => void, next: () => void, leave: () => void}} actions
   */
  constructor(words, actions) {
    this.words = words;
    /** @type {string[]} texts that have the same size of letters: the one that is shown, or all of the tour */
    this.texts = [];
    const button = (/** @type {"back" | "next" | "leave"} */ name, sign, label) =>
      element(
        "button",
        { type: "button", className: `plain ${name}`, title: label, ariaLabel: label, on: { click: actions[name] } },
        sign,
      );
    this.title = element("h1", {});
    this.text = element("p", { className: "text" });
    this.points = element("ol", { className: "points" });
    this.counter = element("p", { className: "counter" });
    this.back = button("back", "‹", words["tours.back"]);
    this.next = button("next", "›", words["tours.next"]);
    this.announced = element("p", { className: "announced", role: "status" });
    const said = element("div", { className: "said", "aria-live": "polite" }, this.title, this.text, this.points);
    const buttons = element(
      "div",
      { className: "buttons" },
      this.back,
      this.counter,
      this.next,
      button("leave", "×", words["stage.leave"]),
    );
    this.box = element(
      "section",
      { id: "stage-caption", tabIndex: -1, ariaLabel: words["stage.name"], hidden: true },
      said,
      buttons,
      this.announced,
    );
  }

  /**
   * @param {{title: string, text: string}} said
   * @param {Position | null} position
   * @param {string} voice
   */
  show({ title, text }, position, voice) {
    // what is unchanged is not announced again
    if (this.title.textContent !== title) this.title.textContent = title;
    if (this.text.textContent !== text) this.text.textContent = text;
    for (const part of [this.back, this.next, this.counter]) part.hidden = !position;
    this.box.classList.toggle("asking", Boolean(position?.asks));
    this.box.classList.toggle("touring", Boolean(position));
    const points = position?.isSummary ? position.tour.steps.map((step) => step.title) : [];
    this.points.hidden = !points.length;
    this.text.hidden = points.length > 0;
    this.points.replaceChildren(...points.map((point) => element("li", {}, point)));
    this.texts = position ? tourTexts(position.tour, voice) : [text];
    if (position) {
      const place = { n: position.number + 1, all: position.tour.steps.length };
      this.counter.textContent = position.isSummary ? "" : `${place.n}/${place.all}`;
      this.counter.ariaLabel = position.isSummary ? null : filled(this.words["tours.place"], place);
      this.back.disabled = position.n === 0;
      this.#showNext(position.n === position.count - 1);
    }
    this.fit();
  }

  /** At the last stop the button still answers, by saying that the tour ends. @param {boolean} isLast */
  #showNext(isLast) {
    const label = this.words[isLast ? "tours.end" : "tours.next"];
    Object.assign(this.next, { title: label, ariaLabel: label, ariaDisabled: String(isLast) });
  }

  /** Sets the texts as large as their lines allow; the title has the largest letters. */
  fit() {
    const { width, height, pixels } = LARGEST;
    const largest = Math.max(Math.min(innerWidth * width, innerHeight * height, pixels), SMALLEST);
    if (innerWidth < NARROW) {
      for (const name of ["--letter", "--title"]) this.box.style.removeProperty(name);
      return;
    }
    // they are measured apart from the caption, where a screen reader would announce them
    const measured = this.texts.map((text) => element("p", { className: "measured", ariaHidden: "true" }, text));
    for (const paragraph of measured) paragraph.style.width = `${this.text.clientWidth}px`;
    this.box.append(...measured);
    const fits = (/** @type {number} */ size) => {
      this.box.style.setProperty("--letter", `${size}px`);
      const lineHeight = parseFloat(getComputedStyle(this.text).lineHeight);
      return measured.every(({ offsetHeight }) => offsetHeight <= LINES * lineHeight + 1);
    };
    const size = largestFitting(SMALLEST, largest, fits);
    for (const paragraph of measured) paragraph.remove();
    this.box.style.setProperty("--letter", `${size}px`);
    this.box.style.setProperty("--title", `${Math.floor(largest)}px`);
  }

  /** @param {string} text */
  announce(text) {
    if (this.announced.textContent !== text) this.announced.textContent = text;
  }
}
