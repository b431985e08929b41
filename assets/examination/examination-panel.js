// The panel pages of the examination, as component trees: the list of all tests, and the page of one test.
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { accuracyPlot } from "./accuracy-plot.js";

/** @import { Examination, ExamTest } from "./examination.js" */

const PLAIN = "plain";

export class ExaminationPanel {
  /**
   * @param {Examination} examination
   * @param {Payload} payload
   */
  constructor(examination, payload) {
    this.examination = examination;
    this.payload = payload;
    this.words = examination.words;
  }

  /**
   * @param {string} kind  a line above the title, or ""
   * @param {string} title
   * @param {...Component} children
   */
  #head(kind, title, ...children) {
    const kindLine = kind ? [part("P", { className: "kind", children: kind })] : [];
    const heading = part("H2", { children: title, tabIndex: -1 });
    return part("Div", { className: "head", children: [heading, ...kindLine, ...children] });
  }

  /**
   * @param {string} name
   * @param {string} title
   * @param {...Component} children
   */
  #section(name, title, ...children) {
    return part("Section", { className: `part ${name}`, children: [part("H3", { children: title }), ...children] });
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
  list(voice) {
    const { groups, tests } = this.examination;
    const entry = (/** @type {number} */ at) => part("Li", { children: this.#testButton(tests[at]) });
    return [
      this.#head(
        "",
        this.words["examination.title"],
        part("P", { className: "lead", children: this.#text("lead", voice) }),
      ),
      ...groups.map(([group, places]) =>
        this.#section(
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

  /** @param {string} id */
  #neighbours(id) {
    const [previous, next] = this.examination.neighboursOf(id).map((test, n) => {
      if (!test) return [];
      const text = filled(this.words[n ? "examination.next" : "examination.before"], { name: test.name });
      return [part("Button", { children: text, title: text, "data-exam": test.id, className: "plain" })];
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
    const { test_marks: marks, test_notes: notes } = this.examination.data;
    const text = (/** @type {string} */ name, /** @type {string} */ said, /** @type {Component[]} */ ...more) =>
      this.#section(
        name,
        words[`examination.${name}`],
        part("P", { children: [said, ...more.flatMap((one) => ["\u00a0", one])] }),
      );
    const accuracy = this.#section(
      "accuracy",
      words["examination.accuracy"],
      ...accuracyPlot(this.examination, test.accuracy),
    );
    const professional = [text("how", test.how, marks[at]), text("positive", test.positive), text("means", test.means)];
    const rest = [...professional, accuracy, ...notes[at]];
    const tests = this.#section("tests", words["examination.tests"], this.#targets(test));
    const head = this.#head(
      words[`examination.group.${test.group}`],
      test.name,
      ...(voice === PLAIN ? [part("P", { className: "brief-lead", children: test.plain })] : []),
    );
    const close = [part("P", { className: "purpose", children: this.#text("caution", voice) }), this.#neighbours(id)];
    if (voice !== PLAIN) return [head, ...professional, tests, accuracy, ...notes[at], ...close];
    const summary = part("Summary", { children: part("H3", { children: words["examination.details"] }) });
    const fold = part("Section", {
      className: "part professional",
      children: part("Details", { children: [summary, ...rest] }),
    });
    return [head, tests, fold, ...close];
  }

  /**
   * @param {State} state
   * @returns {Component[]}
   */
  page({ part: id, voice }) {
    return this.examination.has(id) ? this.test(id, voice) : this.list(voice);
  }
}
