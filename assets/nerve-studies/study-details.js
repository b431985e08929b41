// What the panel says of one study when it is opened: the reasons, the curves, the limits and the pitfalls.
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { PanelParts } from "../lesion/panel-parts.js";

/** @import { Lesions } from "../lesion/lesions.js" */
/** @import { NeedleMuscle, Prediction, Predictions, Study } from "./predictions.js" */

/** A second cue beside the colour of the word. */
export const SIGNS = { normal: "✓", reduced: "↓", absent: "✕", slowed: "↦", abnormal: "!", uncertain: "?" };

/**
 * @param {string} text
 * @param {Component | null} mark
 */
export const withMark = (text, mark) => (mark ? [`${text} `, mark] : text);

/**
 * Why a result is expected.
 * @param {Pick<Prediction, "why" | "plain">} prediction
 * @param {boolean} isPlain
 */
export const whyOf = ({ why, plain }, isPlain) => (isPlain ? plain : why);

/** Names of two lesions. */
export const LETTERS = ["A", "B"];

export class StudyDetails extends PanelParts {
  /**
   * @param {Lesions} lesions
   * @param {Predictions} predictions
   */
  constructor(lesions, predictions) {
    super(lesions);
    this.predictions = predictions;
    this.words = { ...lesions.words, ...predictions.words };
  }

  /** A text of the page, in plain words where it has them. @param {string} key @param {boolean} isPlain */
  text(key, isPlain) {
    const { words } = this;
    return (isPlain && words[key.replace("studies.", "studies.plain.")]) || words[key];
  }

  /** @param {string} expected */
  word(expected) {
    const sign = part("Span", { children: SIGNS[expected], "aria-hidden": "true" });
    return part("Span", {
      className: `expected ${expected}`,
      children: [sign, " ", this.words[`studies.${expected}`]],
    });
  }

  /** @param {[text: string, mark: Component][]} exceptions */
  #exceptions(exceptions) {
    if (!exceptions.length) return [];
    const items = exceptions.map(([text, mark]) => part("Li", { children: [`${text} `, mark] }));
    const summary = part("Summary", { children: filled(this.words["studies.exceptions"], { n: items.length }) });
    return [part("Details", { children: [summary, part("Ul", { className: "limits", children: items })] })];
  }

  /** The limits of a study in healthy people. @param {Study} study */
  #limits({ id }) {
    const rows = this.predictions.data.limits[id] ?? [];
    if (!rows.length) return [part("P", { className: "remark", children: this.words["studies.limits.none"] })];
    const items = rows.map(([quantity, numbers, unit, people, mark]) =>
      part("Li", {
        children: [
          part("B", { children: `${this.words[`studies.quantity.${quantity}`]}: ${numbers} ${unit}`.trim() }),
          ` ${people} `,
          mark,
        ],
      }),
    );
    const summary = part("Summary", { children: filled(this.words["studies.limits"], { n: rows.length }) });
    const note = part("P", { className: "remark", children: this.words["studies.limits.lead"] });
    return [part("Details", { children: [summary, note, part("Ul", { className: "limits", children: items })] })];
  }

  /** What can mislead in a study. @param {Study} study @param {boolean} isPlain */
  #pitfalls({ id }, isPlain) {
    const own = this.predictions.data.pitfalls.filter(([, , , studies]) => !studies.length || studies.includes(id));
    if (!own.length) return [];
    const items = own.map(([name, text, plain, , mark]) =>
      part("Li", { children: [part("B", { children: name }), ` ${isPlain ? plain : text} `, mark] }),
    );
    const summary = part("Summary", { children: filled(this.words["studies.pitfalls"], { n: own.length }) });
    return [part("Details", { children: [summary, part("Ul", { className: "limits", children: items })] })];
  }

  /** A lesion's letter. @param {number} n */
  letter(n) {
    return part("Span", { className: `letter side-${LETTERS[n].toLowerCase()}`, children: LETTERS[n] });
  }

  /** Why a study shows this after each lesion. @param {Prediction[]} found @param {boolean} isPlain */
  #reasons(found, isPlain) {
    return found.flatMap(({ mark, exceptions, ...reasons }, n) => {
      const why = whyOf(reasons, isPlain);
      const said = [withMark(why, mark)].flat();
      const letters = found.length > 1 ? [this.letter(n), " "] : [];
      return [
        ...(why ? [part("P", { className: "why", children: [...letters, ...said] })] : []),
        ...this.#exceptions(exceptions),
      ];
    });
  }

  /** Which chart is drawn. @param {Prediction[]} found @param {boolean} isPlain */
  #remark(found, isPlain) {
    const key = found.length > 1 ? "studies.pair.chart" : found[0].why ? "studies.chart" : "studies.chart.healthy";
    return part("P", { className: "remark", children: this.text(key, isPlain) });
  }

  /** What the marks on the figures mean. @param {Study} study */
  #marks({ points }) {
    const numbers = points.map((_, n) => n + 1).join(", ");
    return part("P", { className: "remark", children: filled(this.words["studies.marks"], { numbers }) });
  }

  /**
   * @param {Study} study
   * @param {Prediction[]} found  after one lesion, or after each of two
   * @param {boolean} isPlain
   */
  opened(study, found, isPlain) {
    const { words } = this;
    const line = (/** @type {string} */ key, /** @type {string} */ text) =>
      part("P", { children: [part("Span", { className: "label", children: `${words[key]} ` }), text] });
    return part("Div", {
      className: "opened",
      children: [
        ...this.#reasons(found, isPlain),
        part("Div", { className: "responses", "data-study": study.id, "aria-hidden": "true" }),
        this.#remark(found, isPlain),
        this.#marks(study),
        part("P", { children: [isPlain ? study.plain : study.shows, " ", this.predictions.data.marks[study.id]] }),
        ...(isPlain ? [] : [line("studies.stimulate", study.stimulate), line("studies.record", study.record)]),
        ...this.#limits(study),
        ...this.#pitfalls(study, isPlain),
      ],
    });
  }

  /** The button that opens a study. @param {Study} study @param {boolean} isOpen */
  studyButton({ id, name }, isOpen) {
    return part("Button", {
      className: "link study",
      "data-study": id,
      "aria-expanded": String(isOpen),
      children: name,
    });
  }

  /** The name of a muscle of needle EMG, with its sources. @param {NeedleMuscle} muscle */
  muscleName({ root, at, id, name }) {
    const opening = root
      ? name
      : part("Button", { className: "link muscle", "data-node": this.payload.ids[at], children: name });
    return part("Span", { children: [opening, " ", this.predictions.data.needle_marks[id]] });
  }
}
