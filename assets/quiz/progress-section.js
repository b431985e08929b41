// The reader's progress on the start page of the quiz: the questions that are due, and whether answers are kept at all.
import { element, filled } from "../app/dom.js";

/** @import { Progress } from "./progress.js" */
/** @import { Words } from "../lesion/types" */

/** A run of due questions has at most this many. */
const MOST_DUE = 20;

/**
 * A day in words, such as "Friday 4 December".
 * @param {string} day  as in "2026-12-04"
 */
const dayInWords = (day) =>
  new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00Z`));

export class ProgressSection {
  /**
   * @param {Words} words
   * @param {Progress} progress
   * @param {(ids: string[]) => void} onReview  starts a run of due questions
   */
  constructor(words, progress, onReview) {
    this.words = words;
    this.progress = progress;
    /** @type {string[]} */
    this.due = [];
    const button = (/** @type {string} */ className, /** @type {string} */ text, /** @type {() => void} */ onClick) =>
      element("button", { type: "button", className, on: { click: onClick } }, text);
    this.dueText = element("p", { className: "due-text", id: "quiz-due" });
    this.nextText = element("p", { className: "purpose" });
    this.reviewButton = button("plain", "", () => onReview(this.due));
    this.reviewButton.setAttribute("aria-describedby", "quiz-due");
    this.duePlace = element("section", { className: "due" }, this.dueText, this.reviewButton, this.nextText);
    this.tick = element("input", { type: "checkbox", id: "quiz-keep" });
    const label = element("label", { htmlFor: "quiz-keep", className: "tick" }, this.tick);
    label.append(element("span", {}, words["quiz.keep"]));
    this.text = element("p", { className: "lead", role: "status" });
    this.forgetButton = button("plain", words["quiz.forget"], () => this.#forget());
    this.tick.addEventListener("change", () => {
      if (!this.tick.checked) this.#forget();
      else this.show(progress.start() ? "" : words["quiz.unkept"]);
    });
    this.keepingPlace = element(
      "div",
      { className: "keeping" },
      label,
      element("p", { className: "purpose" }, words["quiz.keep.note"]),
      this.text,
      element("p", { className: "acts" }, this.forgetButton),
    );
    progress.watch(() => this.show());
  }

  #forget() {
    this.progress.forget();
    this.show(this.words["quiz.forgotten"]);
    this.tick.focus(); // the button that was pressed may be gone
  }

  #showDue() {
    const { words } = this;
    const { due, next } = this.progress.due;
    this.due = due.slice(0, MOST_DUE);
    this.duePlace.hidden = !due.length && !next;
    const key = due.length === 1 ? "quiz.due.one" : due.length ? "quiz.due" : "quiz.due.none";
    this.dueText.textContent = filled(words[key], { n: due.length });
    this.reviewButton.hidden = !due.length;
    const isPart = this.due.length < due.length;
    this.reviewButton.textContent = filled(words[isPart ? "quiz.due.first" : "quiz.due.start"], { n: this.due.length });
    this.nextText.textContent =
      next &&
      filled(words[next.count === 1 ? "quiz.due.next.one" : "quiz.due.next"], {
        n: next.count,
        day: dayInWords(next.day),
      });
  }

  /** @param {string} [message]  shown instead of the counts */
  show(message = "") {
    const { progress, words } = this;
    const { isStored } = progress;
    this.tick.checked = isStored;
    this.forgetButton.hidden = !isStored;
    this.text.textContent = message || (isStored ? filled(words["quiz.kept"], { n: progress.answeredCount }) : "");
    this.#showDue();
  }
}
