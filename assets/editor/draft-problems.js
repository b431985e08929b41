// What has to be corrected in a draft, as a list that follows its changes; each problem leads to its place.
import { element, filled } from "../app/dom.js";
import { inWords } from "../packs/problem.js";
import { button } from "./fields.js";

/** @import { PackProblem } from "../packs/types" */

const MOST_PROBLEMS = 20;
const CHECK_DELAY = 400; // milliseconds without a key

/**
 * @param {PackProblem[]} problems
 * @param {Record<string, string>} words
 * @param {(found: PackProblem) => (() => void) | null} [leadTo]  goes to the place of a problem; null: it has none here
 */
export function problemList(problems, words, leadTo = () => null) {
  const lines = problems.slice(0, MOST_PROBLEMS).map((found) => {
    const text = inWords(found, words);
    const go = leadTo(found);
    const key = `problem.${found.path.join(".")}.${found.code}`;
    return element("li", {}, go ? button(text, key, go, { className: "link" }) : text);
  });
  const more = problems.length - lines.length;
  if (more > 0) lines.push(element("li", {}, filled(words["packs.problem.more"], { n: more })));
  return element("ul", {}, lines);
}

export class DraftProblems {
  /**
   * @param {Record<string, string>} words
   * @param {() => PackProblem[]} find  the problems of the draft
   * @param {(found: PackProblem) => (() => void) | null} leadTo
   */
  constructor(words, find, leadTo) {
    this.words = words;
    this.find = find;
    this.leadTo = leadTo;
    this.element = element("div", { className: "problems" });
    this.timer = 0;
  }

  /** Checks once nothing has been typed for a moment. */
  checkSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), CHECK_DELAY);
  }

  check() {
    clearTimeout(this.timer);
    const { words } = this;
    const problems = this.find();
    const n = problems.length;
    const wasOpen = this.element.querySelector("details")?.open ?? false;
    const summary = filled(words[n === 1 ? "editor.problems.one" : "editor.problems"], { n });
    const list = () => problemList(problems, words, this.leadTo);
    this.element.replaceChildren(
      n
        ? element("details", { open: wasOpen }, element("summary", {}, summary), list())
        : element("p", { className: "sound" }, `✓ ${words["editor.sound"]}`),
    );
  }

  /** Opens the list, with the focus on its heading. @returns {boolean}  false if there is no problem */
  open() {
    this.check();
    const details = this.element.querySelector("details");
    if (!details) return false;
    details.open = true;
    details.querySelector("summary").focus();
    return true;
  }
}
