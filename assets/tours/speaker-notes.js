// The speaker's notes of a tour, in a window of their own: the notes, what comes next, and the time.
import { listenForShortcuts } from "../keyboard/shortcuts.js";
import { element, filled } from "../app/dom.js";

/** @import { Words } from "../lesion/types" */
/** @import { Position } from "./tour-route.js" */

const WINDOW_NAME = "atlas-notes";
const WINDOW_FEATURES = "popup,width=760,height=680";
const SECOND = 1000;
const twoDigits = (/** @type {number} */ number) => String(number).padStart(2, "0");

export class SpeakerNotes {
  /**
   * @param {Words} words
   * @param {Record<string, () => void>} actions  what the buttons do, by name
   */
  constructor(words, actions) {
    this.words = words;
    this.actions = actions;
    /** @type {Window | null} */
    this.window = null;
    this.startTime = Date.now();
    addEventListener("pagehide", () => this.window?.close());
  }

  /**
   * Opens the window. Browsers allow this only during a click or a key press.
   * @param {Position | null} position
   * @returns {boolean}  false if the browser opens no window
   */
  open(position) {
    if (this.window && !this.window.closed) {
      this.window.focus();
      return true;
    }
    const opened = window.open("", WINDOW_NAME, WINDOW_FEATURES);
    if (!opened) return false;
    this.window = opened;
    this.#build(opened);
    this.show(position);
    opened.focus();
    return true;
  }

  /** Counts the time from now, whether or not the window is open. */
  restartTimer() {
    this.startTime = Date.now();
    if (this.window && !this.window.closed) this.#showTime();
  }

  /**
   * @param {string} name
   * @param {string} key  of its label
   * @param {() => void} onClick
   */
  #button(name, key, onClick) {
    return element("button", { type: "button", className: `plain ${name}`, on: { click: onClick } }, this.words[key]);
  }

  /** @param {Window} opened */
  #build(opened) {
    const page = opened.document;
    this.time = element("span", { className: "time" });
    this.elapsed = element("span", { className: "passed" });
    this.place = element("span", { className: "place" });
    this.title = element("h1", { className: "title" });
    this.question = element("p", { className: "asking" });
    this.text = element("div", { className: "text" });
    this.following = element("p", { className: "following" });
    this.backButton = this.#button("back", "tours.back", this.actions.previous);
    this.nextButton = this.#button("next", "tours.next", this.actions.next);
    page.documentElement.lang = document.documentElement.lang;
    page.documentElement.className = "notes";
    const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll('link[rel="stylesheet"]'));
    const styleSheets = [...links].map(({ href }) => element("link", { rel: "stylesheet", href }));
    page.head.replaceChildren(...styleSheets);
    const clock = element("p", { className: "clock" }, this.time, " · ", this.elapsed);
    const restartButton = this.#button("restart", "notes.restart", () => this.restartTimer());
    const head = element("header", {}, element("p", {}, this.place), clock, restartButton);
    const body = element("main", {}, this.title, this.question, this.text, this.following);
    const foot = element("div", { className: "row" }, this.backButton, this.nextButton);
    page.body.replaceChildren(head, body, foot);
    page.body.className = "notes";
    listenForShortcuts(page);
    opened.setInterval(() => this.#showTime(), SECOND);
    this.#showTime();
  }

  #showTime() {
    const seconds = Math.floor((Date.now() - this.startTime) / SECOND);
    this.time.textContent = new Date().toLocaleTimeString(document.documentElement.lang, {
      hour: "2-digit",
      minute: "2-digit",
    });
    const elapsed = `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`;
    this.elapsed.textContent = filled(this.words["notes.passed"], { time: elapsed });
  }

  /** @param {Position | null} position */
  show(position) {
    if (!this.window || this.window.closed) return;
    const { words } = this;
    this.window.document.title = [position?.tour.name, words["notes.title"]].filter(Boolean).join(" · ");
    if (!position) {
      this.title.textContent = words["notes.none"];
      for (const part of [this.place, this.question, this.text, this.following]) part.replaceChildren();
      this.backButton.disabled = this.nextButton.disabled = true;
      return;
    }
    const { tour, number, asks, step, next, n, count, isSummary } = position;
    const place = isSummary ? step.title : filled(words["tours.place"], { n: number + 1, all: tour.steps.length });
    this.place.textContent = `${tour.name} · ${place}`;
    this.title.textContent = step.title;
    this.question.textContent = step.ask && filled(words[asks ? "notes.asks" : "notes.asked"], { ask: step.ask });
    this.text.replaceChildren(element("p", {}, step.notes || words["notes.empty"]));
    const last = words[isSummary ? "notes.last" : "tours.summary"];
    const following = asks ? words["notes.answer"] : next ? next.title : last;
    this.following.textContent = filled(words["notes.following"], { title: following });
    this.backButton.disabled = n === 0;
    this.nextButton.disabled = n === count - 1;
  }
}
