// The results beside the figures on the stage, where the panel is hidden: only what a lesion changes, in large letters.
import { element } from "../app/dom.js";
import { LETTERS, SIGNS } from "./study-details.js";

/** @import { Prediction, Predictions } from "./predictions.js" */

/** @typedef {{name: string, found: Prediction[]}} Row */

const isChanged = (/** @type {Row} */ { found }) => found.some(({ expected }) => expected !== "normal");
const differs = (/** @type {Row} */ { found }) => found.some(({ expected }) => expected !== found[0].expected);

export class StudyBoard {
  /** @param {Predictions} predictions */
  constructor(predictions) {
    this.predictions = predictions;
    this.words = predictions.words;
    const label = this.words["studies.conduction"];
    this.box = element("section", { id: "study-board", ariaLabel: label, hidden: true });
    document.body.append(this.box);
  }

  /** @param {Prediction} prediction */
  #cell({ expected }) {
    const sign = element("span", { ariaHidden: "true" }, SIGNS[expected]);
    return element("td", { className: `expected ${expected}` }, sign, ` ${this.words[`studies.${expected}`]}`);
  }

  /** @param {Row} row */
  #row(row) {
    const isMarked = row.found.length > 1 && differs(row);
    const mark = isMarked
      ? [element("span", { className: "differs", title: this.words["studies.differs"] }, "≠ ")]
      : [];
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, mark, row.name),
      row.found.map((one) => this.#cell(one)),
    );
  }

  /**
   * @param {string[]} names  of the lesions
   * @param {string} day  in words
   * @param {Prediction[][]} found  of the studies, after each lesion
   */
  show(names, day, found) {
    const all = this.predictions.data.studies.map(({ name }, n) => ({ name, found: found.map((one) => one[n]) }));
    const changed = all.filter(isChanged);
    const rows = [...changed.filter(differs), ...changed.filter((row) => !differs(row))];
    const heads =
      names.length > 1
        ? names.map((name, n) =>
            element("th", { scope: "col" }, element("b", { className: "board-letter" }, LETTERS[n]), ` ${name}`),
          )
        : names.map((name) => element("th", { scope: "col" }, name));
    const head = element("tr", {}, element("th", { scope: "col", className: "day" }, day), heads);
    const table = element(
      "table",
      {},
      element("thead", {}, head),
      element(
        "tbody",
        {},
        rows.map((row) => this.#row(row)),
      ),
    );
    const none = element("p", {}, this.words["studies.board.none"]);
    const legend = element("p", { className: "marks-legend" }, this.words["studies.legend"]);
    this.box.hidden = !names.length;
    this.box.replaceChildren(table, ...(rows.length ? [] : [none]), legend);
  }

  hide() {
    this.box.hidden = true;
  }
}
