// The panel pages of the examination, as component trees: the list of all tests, and the page of one test.
import { filled } from "../app/dom.js";
import { part } from "../panel/component-tree.js";
import { PageParts } from "../panel/page-parts.js";
import { accuracyPlot } from "./accuracy-plot.js";

/** @import { Examination, ExamTest } from "./examination.js" */

const PLAIN = "plain";

export class ExaminationPanel extends PageParts {
  /** @param {Examination} examination */
  constructor(examination) {
    super(examination.payload, examination.words);
    this.examination = examination;
  }

  /** A button that opens a test, with its roots. @param {ExamTest} test */
  #testButton(test) {
    const roots = this.examination.rootsInWords(test);
    const children = [
      part("Span", { children: test.name }),
      ...(roots ? [" ", part("Small", { children: roots })] : []),
    ];
    return part("Button", { children, "data-exam": test.id, className: "exam-test" });
  }

  /** A text of the page, in plain words where it has them. @param {string} name @param {string} voice */
  #text(name, voice) {
    return (voice === PLAIN && this.words[`examination.plain.${name}`]) || this.words[`examination.${name}`];
  }

  /** All tests in their groups. @param {string} voice @returns {Component[]} */
  allTests(voice) {
    const { groups, tests } = this.examination;
    const entry = (/** @type {number} */ at) => part("Li", { children: this.#testButton(tests[at]) });
    return [
      this.head(
        "",
        this.words["examination.title"],
        part("P", { className: "lead", children: this.#text("lead", voice) }),
      ),
      ...groups.map(([group, places]) =>
        this.titledSection(
          "group",
          `${this.words[`examination.group.${group}`]} (${places.length})`,
          part("Ul", { className: "exam-tests", children: places.map(entry) }),
        ),
      ),
      part("P", { className: "purpose", children: this.#text("caution", voice) }),
    ];
  }

  /** What a test tests, as links. @param {ExamTest} test */
  #targets({ targets, roots }) {
    const link = (/** @type {string} */ id) => {
      const at = this.payload.indexOf.get(id);
      const { names, kinds } = this.payload;
      const name = kinds[at] === "root" ? id : names[at];
      return part("Button", { children: name, "data-node": id, className: `link ${kinds[at]}` });
    };
    const known = [...targets, ...roots].filter((id) => this.payload.has(id));
    return known.length
      ? part("P", { className: "links", children: known.map(link) })
      : part("P", { children: this.words["examination.unlit"] });
  }

  /** Shows the movement of a test in three dimensions; nothing where there is none. @param {ExamTest} test */
  #movement({ pose }) {
    const children = [part("Span", { "aria-hidden": "true", children: "▶ " }), this.words["examination.movement"]];
    return pose ? [part("Button", { children, "data-pose": pose, className: "plain movement" })] : [];
  }

  /** @param {string} id */
  #neighbours(id) {
    const [previous, next] = this.examination.neighboursOf(id).map((test, n) => {
      if (!test) return [];
      const key = n ? "examination.next" : "examination.before";
      const [children, said] = [key, `${key}.title`].map((one) => filled(this.words[one], { name: test.name }));
      return [part("Button", { children, title: said, "aria-label": said, "data-exam": test.id, className: "plain" })];
    });
    const all = part("Button", { children: this.words["examination.none"], "data-exam": "", className: "plain" });
    return part("Div", {
      className: "ways beside",
      role: "group",
      "aria-label": this.words["examination.beside"],
      children: [...previous, all, ...next],
    });
  }

  /**
   * @param {string} id
   * @param {string} voice
   * @returns {Component[]}
   */
  test(id, voice) {
    const { words } = this;
    const test = this.examination.testOf(id);
    const at = this.examination.placeOf.get(id);
    const { test_marks: marks, test_notes: notes, accuracy_summaries: summaries } = this.examination.data;
    const summary = summaries[at];
    const movement = this.#movement(test);
    const text = (/** @type {string} */ name, /** @type {Component["props"]["children"]} */ said, ...more) =>
      this.titledSection(name, words[`examination.${name}`], part("P", { children: said }), ...more);
    const accuracy = this.titledSection(
      "accuracy",
      words["examination.accuracy"],
      ...accuracyPlot(this.examination, test.accuracy, summary),
    );
    const howTo = [test.how, "\u00a0", marks[at]];
    const judged = [text("positive", test.positive), text("means", test.means)];
    const tests = this.titledSection("tests", words["examination.tests"], this.#targets(test));
    const head = this.head(
      words[`examination.group.${test.group}`],
      test.name,
      ...(voice === PLAIN ? [part("P", { className: "brief-lead", children: test.plain })] : []),
    );
    const close = [part("P", { className: "purpose", children: this.#text("caution", voice) }), this.#neighbours(id)];
    const rest = [...judged, accuracy, ...notes[at]];
    if (voice !== PLAIN)
      return [head, text("how", howTo, ...movement), ...judged, tests, accuracy, ...notes[at], ...close];
    const sure = summary
      ? [this.titledSection("sure", words["examination.sure"], part("P", { children: summary }))]
      : [];
    const fold = this.foldedSection("professional", words["examination.details"], [text("how", howTo), ...rest]);
    return [head, ...movement, tests, ...sure, fold, ...close];
  }

  /**
   * @param {State} state
   * @returns {Component[]}
   */
  page({ part: id, voice }) {
    return this.examination.has(id) ? this.test(id, voice) : this.allTests(voice);
  }
}
