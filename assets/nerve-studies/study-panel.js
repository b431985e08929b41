// The panel page of nerve studies after one lesion: what each study and each muscle shows, and why.
import { filled } from "../app/dom.js";
import { part } from "../panel/component-tree.js";
import { dayInWords } from "./study-controls.js";
import { StudyDetails, whyOf, withMark } from "./study-details.js";

/** @import { Prediction } from "./predictions.js" */

const isChanged = (/** @type {Prediction} */ { expected }) => expected !== "normal";

export class StudyPanel extends StudyDetails {
  /**
   * @param {Prediction[]} found
   * @param {string} chosen
   * @param {boolean} isPlain
   */
  #studies(found, chosen, isPlain) {
    const items = this.predictions.data.studies.map((study, n) => {
      const isOpen = study.id === chosen;
      const children = [this.studyButton(study, isOpen), this.word(found[n].expected)];
      const line = part("Div", { className: "study-line", children });
      return part("Li", {
        className: isChanged(found[n]) ? "" : "unchanged",
        children: isOpen ? [line, this.opened(study, [found[n]], isPlain)] : [line],
      });
    });
    const list = part("Ul", { className: "study-list", children: items });
    return this.titledSection("studies", this.text("studies.conduction", isPlain), list);
  }

  /** @param {Prediction[]} found @param {boolean} isPlain */
  #needle(found, isPlain) {
    const { words } = this;
    const all = this.predictions.data.needle.map((muscle, n) => ({ muscle, prediction: found[n] }));
    const changed = all.filter(({ prediction }) => isChanged(prediction));
    const normal = all.filter(({ prediction }) => !isChanged(prediction));
    const items = changed.map(({ muscle, prediction }) => {
      const children = [this.muscleName(muscle), this.word(prediction.expected)];
      const line = part("Div", { className: "study-line", children });
      const why = withMark(whyOf(prediction, isPlain), prediction.mark);
      return part("Li", { children: [line, part("P", { className: "why", children: why })] });
    });
    const none = part("P", { children: words["studies.needle.none"] });
    const spared = part("Details", {
      children: [
        part("Summary", { children: filled(words["studies.needle.normal"], { n: normal.length }) }),
        part("Ul", {
          className: "limits",
          children: normal.map(({ muscle, prediction }) =>
            part("Li", { children: [part("B", { children: muscle.name }), ` ${whyOf(prediction, isPlain)}`] }),
          ),
        }),
      ],
    });
    const list = items.length ? part("Ul", { className: "study-list", children: items }) : none;
    const lead = this.lead(this.text("studies.needle.lead", isPlain));
    const title = this.text("studies.needle", isPlain);
    return this.titledSection("needle", title, lead, list, ...(normal.length ? [spared] : []));
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
    const lead = place === null ? this.text("studies.lead", isPlain) : filled(words["studies.when"], said);
    const isUntested = place !== null && this.predictions.isUntested(place);
    return [
      this.head("", title, this.lead(lead)),
      ...(isUntested ? [part("P", { className: "remark", children: words["studies.untested"] })] : []),
      this.#studies(found.studies, chosen, isPlain),
      ...(place === null ? [] : [this.#needle(found.needle, isPlain)]),
      part("P", { className: "purpose", children: this.text("studies.caution", isPlain) }),
    ];
  }
}
