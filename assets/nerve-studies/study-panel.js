// The panel page of nerve studies: what each study and each muscle shows, with the reason and the limits of the chosen one.
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { PanelParts } from "../lesion/panel-parts.js";
import { dayInWords } from "./study-controls.js";

/** @import { Lesions } from "../lesion/lesions.js" */
/** @import { NeedleMuscle, Prediction, Predictions, Study } from "./predictions.js" */

/** A second cue beside the colour of the word. */
const SIGNS = { normal: "✓", reduced: "↓", absent: "✕", slowed: "↦", abnormal: "!", uncertain: "?" };

/**
 * @param {string} text
 * @param {Component | null} mark
 */
const withMark = (text, mark) => (mark ? [`${text} `, mark] : text);

export class StudyPanel extends PanelParts {
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
  #text(key, isPlain) {
    const { words } = this;
    return (isPlain && words[key.replace("studies.", "studies.plain.")]) || words[key];
  }

  /** @param {string} expected */
  #word(expected) {
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

  /**
   * @param {Study} study
   * @param {Prediction} prediction
   * @param {boolean} isPlain
   */
  #opened(study, { why: clinical, plain, mark, exceptions }, isPlain) {
    const { words } = this;
    const why = isPlain ? plain : clinical;
    const line = (/** @type {string} */ key, /** @type {string} */ text) =>
      part("P", { children: [part("Span", { className: "label", children: `${words[key]} ` }), text] });
    return part("Div", {
      className: "opened",
      children: [
        ...(why ? [part("P", { className: "why", children: withMark(why, mark) })] : []),
        ...this.#exceptions(exceptions),
        part("Div", { className: "responses", "data-study": study.id, "aria-hidden": "true" }),
        part("P", {
          className: "remark",
          children: this.#text(why ? "studies.chart" : "studies.chart.healthy", isPlain),
        }),
        part("P", { children: [isPlain ? study.plain : study.shows, " ", this.predictions.data.marks[study.id]] }),
        ...(isPlain ? [] : [line("studies.stimulate", study.stimulate), line("studies.record", study.record)]),
        ...this.#limits(study),
        ...this.#pitfalls(study, isPlain),
      ],
    });
  }

  /**
   * @param {Prediction[]} found
   * @param {string} chosen
   * @param {boolean} isPlain
   */
  #studies(found, chosen, isPlain) {
    const items = this.predictions.data.studies.map((study, n) => {
      const isOpen = study.id === chosen;
      const button = part("Button", {
        className: "link study",
        "data-study": study.id,
        "aria-expanded": String(isOpen),
        children: study.name,
      });
      const line = part("Div", { className: "study-line", children: [button, this.#word(found[n].expected)] });
      return part("Li", { children: isOpen ? [line, this.#opened(study, found[n], isPlain)] : [line] });
    });
    return this.titledSection(
      "studies",
      this.#text("studies.conduction", isPlain),
      part("Ul", { className: "study-list", children: items }),
    );
  }

  /** @param {Prediction[]} found @param {boolean} isPlain */
  #needle(found, isPlain) {
    const { words } = this;
    const whyOf = (/** @type {Prediction} */ { why, plain }) => (isPlain ? plain : why);
    const { muscles, muscle_marks: marks } = this.predictions.data;
    const all = muscles.map((muscle, n) => ({ muscle, prediction: found[n] }));
    const changed = all.filter(({ prediction }) => prediction.expected !== "normal");
    const normal = all.filter(({ prediction }) => prediction.expected === "normal");
    const name = (/** @type {NeedleMuscle} */ { root, at, name: text }) =>
      root ? text : part("Button", { className: "link muscle", "data-node": this.payload.ids[at], children: text });
    const items = changed.map(({ muscle, prediction }) =>
      part("Li", {
        children: [
          part("Div", {
            className: "study-line",
            children: [
              part("Span", { children: [name(muscle), " ", marks[muscle.id]] }),
              this.#word(prediction.expected),
            ],
          }),
          part("P", { className: "why", children: withMark(whyOf(prediction), prediction.mark) }),
        ],
      }),
    );
    const none = part("P", { children: words["studies.needle.none"] });
    const spared = part("Details", {
      children: [
        part("Summary", { children: filled(words["studies.needle.normal"], { n: normal.length }) }),
        part("Ul", {
          className: "limits",
          children: normal.map(({ muscle, prediction }) =>
            part("Li", { children: [part("B", { children: muscle.name }), ` ${whyOf(prediction)}`] }),
          ),
        }),
      ],
    });
    const list = items.length ? part("Ul", { className: "study-list", children: items }) : none;
    const lead = this.lead(this.#text("studies.needle.lead", isPlain));
    return this.titledSection(
      "needle",
      this.#text("studies.needle", isPlain),
      lead,
      list,
      ...(normal.length ? [spared] : []),
    );
  }

  /**
   * @param {number | null} place
   * @param {string} injury
   * @param {number} day
   * @param {string} chosen  id of a study
   * @param {boolean} isPlain
   * @returns {Component[]}
   */
  page(place, injury, day, chosen, isPlain) {
    const { words, payload } = this;
    const found = this.predictions.on(place, injury, day);
    const title = place === null ? words["studies.title"] : payload.names[place];
    const said = { day: dayInWords(words, day), injury: words[`studies.injury.${injury}`] };
    const lead = place === null ? this.#text("studies.lead", isPlain) : filled(words["studies.when"], said);
    const isUntested = place !== null && this.predictions.isUntested(place);
    return [
      this.head(place === null ? "" : words["studies.kind"], title, this.lead(lead)),
      ...(isUntested ? [part("P", { className: "remark", children: words["studies.untested"] })] : []),
      this.#studies(found.studies, chosen, isPlain),
      ...(place === null ? [] : [this.#needle(found.muscles, isPlain)]),
      part("P", { className: "purpose", children: this.#text("studies.caution", isPlain) }),
    ];
  }
}
