// When the nerve studies of a case were made, and the kind of injury: two choices above the list of studies.
import { element } from "../app/dom.js";
import { DAY, INJURY } from "../reasoning/findings.js";

/** @import { CaseMatrix, Finding } from "./types" */
/** @import { Findings } from "../reasoning/findings.js" */

export class StudyTiming {
  /**
   * @param {CaseMatrix} matrix
   * @param {(change: (findings: Findings) => Findings) => void} onChange
   */
  constructor({ studies, words }, onChange) {
    this.usualDay = studies.usual_day;
    const chooseDay = () => {
      const day = this.day.valueAsNumber;
      if (!this.day.reportValidity()) return;
      const isUsual = Number.isNaN(day) || day === this.usualDay;
      onChange((findings) => (isUsual ? findings.without(DAY) : findings.with(DAY, DAY, day)));
    };
    const limits = { min: "0", max: String(studies.last_day), step: "1" };
    this.day = element("input", { type: "number", id: "case-study-day", ...limits, on: { change: chooseDay } });
    const chooseInjury = () => {
      const injury = this.injury.value;
      onChange((findings) => (injury ? findings.with(INJURY, injury) : findings.without(INJURY)));
    };
    this.injury = element(
      "select",
      { id: "case-study-injury", on: { change: chooseInjury } },
      element("option", { value: "" }, words["study.injury.open"]),
      studies.injuries.map((injury) => element("option", { value: injury }, words[`study.injury.${injury}`])),
    );
    this.element = element(
      "div",
      { className: "study-timing" },
      element("label", { htmlFor: "case-study-day" }, element("span", {}, words["study.day"]), this.day),
      element("label", { htmlFor: "case-study-injury" }, element("span", {}, words["study.injury"]), this.injury),
    );
  }

  /** @param {Findings} findings */
  show(findings) {
    const day = /** @type {Finding | undefined} */ (findings.of(DAY))?.grade ?? this.usualDay;
    this.day.value = String(day);
    this.injury.value = findings.of(INJURY)?.sign ?? "";
  }
}
