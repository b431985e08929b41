// The panel page of nerve studies after two lesions: one table, in which the rows that differ come first.
import { filled } from "../app/dom.js";
import { part } from "../panel/component-tree.js";
import { isNormal, paired } from "./paired-results.js";
import { LETTERS, StudyDetails } from "./study-details.js";

/** @import { Paired } from "./paired-results.js" */

export class PairPanel extends StudyDetails {
  /** The names of both lesions, each with its letter. @param {number[]} places */
  #names(places) {
    return places.map((place, n) =>
      part("Span", { className: "one-of-two", children: [this.letter(n), " ", this.payload.names[place]] }),
    );
  }

  /**
   * @param {Component} name
   * @param {Paired} row
   */
  #row(name, row) {
    const sign = part("Span", { className: "differs", title: this.words["studies.differs"], children: "≠" });
    const said = part("Span", { className: "unseen", children: ` ${this.words["studies.differs"]}` });
    const heading = part("Th", {
      scope: "row",
      role: "rowheader",
      children: row.differs ? [sign, said, " ", name] : [name],
    });
    const cells = row.found.map(({ expected }) => part("Td", { role: "cell", children: [this.word(expected)] }));
    const className = [row.differs && "different", isNormal(row) && "unchanged"].filter(Boolean).join(" ");
    return part("Tr", { role: "row", className, children: [heading, ...cells] });
  }

  /**
   * The name of a row stands above its two results, so the roles are said: a grid is no table to a screen reader.
   * @param {string} first  what the rows are
   * @param {Component[]} rows
   */
  #table(first, rows) {
    const heads = [part("Span", { className: "unseen", children: first }), ...LETTERS.map((_, n) => this.letter(n))];
    const cells = heads.map((children) => part("Th", { scope: "col", role: "columnheader", children }));
    const head = part("Thead", { role: "rowgroup", children: part("Tr", { role: "row", children: cells }) });
    const body = part("Tbody", { role: "rowgroup", children: rows });
    return part("Table", { role: "table", className: "study-pairs", children: [head, body] });
  }

  /**
   * @param {number[]} places
   * @param {string} injury
   * @param {number} day
   * @param {string} chosen  id of the study that the reader opened, or ""
   * @param {boolean} isPlain
   * @returns {Component[]}
   */
  page(places, injury, day, chosen, isPlain) {
    const { words, predictions } = this;
    const [first, second] = places.map((place) => predictions.on(place, injury, day));
    const studies = paired(predictions.data.studies, first.studies, second.studies);
    const rows = studies.flatMap((row) => {
      const isOpen = row.of.id === chosen;
      const line = this.#row(this.studyButton(row.of, isOpen), row);
      if (!isOpen) return [line];
      const opened = part("Td", { colSpan: 3, role: "cell", children: [this.opened(row.of, row.found, isPlain)] });
      return [line, part("Tr", { role: "row", className: "opened-row", children: [opened] })];
    });
    const needle = paired(predictions.data.needle, first.needle, second.needle);
    const shown = needle.filter((row) => !isNormal(row));
    const ofMuscles = shown.map((row) => this.#row(this.muscleName(row.of), row));
    const normal = filled(words["studies.needle.normal.both"], { n: needle.length - shown.length });
    const differ = studies.some((row) => row.differs) ? "studies.pair.lead" : "studies.pair.same";
    return [
      this.head("", this.#names(places), this.lead(words[differ])),
      this.titledSection(
        "studies",
        this.text("studies.conduction", isPlain),
        this.#table(words["studies.study"], rows),
      ),
      this.titledSection(
        "needle",
        this.text("studies.needle", isPlain),
        ...(shown.length ? [this.#table(words["studies.muscle"], ofMuscles)] : []),
        part("P", { className: "remark", children: normal }),
      ),
      part("P", { className: "purpose", children: this.text("studies.caution", isPlain) }),
    ];
  }
}
