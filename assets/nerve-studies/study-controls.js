// The controls of nerve studies: the kind of injury, and a slider of the day.
import { element, filled } from "../app/dom.js";
import { DAYS } from "./predictions.js";

/** @import { Predictions } from "./predictions.js" */

const WEEK = 7;
const MONTH = 30.4;
const YEAR = 365;

/**
 * A day in words: "day 5", "day 21 (3 weeks)".
 * @param {Record<string, string>} words
 * @param {number} day
 */
export function dayInWords(words, day) {
  const name = filled(words["studies.day"], { day });
  const [unit, n] =
    day >= YEAR
      ? ["years", day / YEAR]
      : day >= 2 * MONTH
        ? ["months", Math.round(day / MONTH)]
        : day >= 2 * WEEK
          ? ["weeks", Math.round(day / WEEK)]
          : ["", 0];
  if (!unit) return name;
  const count = Math.round(n * 2) / 2;
  return `${name} (${filled(words[count === 1 ? `studies.${unit}.one` : `studies.${unit}`], { n: count })})`;
}

/** The stop of the slider nearest to a day. @param {number} day */
const stopOf = (day) =>
  DAYS.reduce((best, stop, n) => (Math.abs(stop - day) < Math.abs(DAYS[best] - day) ? n : best), 0);

/**
 * @param {HTMLElement} tools
 * @param {Predictions} predictions
 * @param {(injury: string) => void} onInjury
 * @param {(day: number, event: Event) => void} onDay
 */
export function createStudyControls(tools, { data, words }, onInjury, onDay) {
  const buttons = data.injuries.map((injury) =>
    element(
      "button",
      {
        type: "button",
        className: "plain",
        "data-injury": injury,
        title: words[`studies.injury.${injury}.title`],
        on: { click: () => onInjury(injury) },
      },
      words[`studies.injury.${injury}.short`],
    ),
  );
  const label = element("span", { id: "study-injury" }, words["studies.injury"]);
  const injuries = element(
    "div",
    { className: "severity", role: "group", "aria-labelledby": label.id },
    label,
    buttons,
  );
  const output = element("output", { className: "stop", htmlFor: "study-day" });
  const range = element("input", { type: "range", id: "study-day", min: 0, max: DAYS.length - 1, step: 1 });
  range.addEventListener("input", (event) => onDay(DAYS[Number(range.value)], event));
  const [start, end] = ["studies.onset", "studies.end"].map((key) => element("span", { className: "end" }, words[key]));
  const slide = element(
    "div",
    { className: "slide" },
    element("label", { htmlFor: range.id }, words["studies.slide"]),
    output,
    start,
    range,
    end,
  );
  tools.append(injuries, slide);
  return {
    /**
     * @param {string} injury
     * @param {number} day
     */
    show(injury, day) {
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.injury === injury));
      range.value = String(stopOf(day));
      range.setAttribute("aria-valuetext", dayInWords(words, day));
      output.replaceChildren(element("b", {}, dayInWords(words, day)));
    },
  };
}
