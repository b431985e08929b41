// The controls of nerve studies: one lesion or two, the kind of injury, and a slider of the day.
import { element, filled } from "../app/dom.js";
import { createPlaceList, showInList } from "../lesion/site-picker.js";
import { DAYS } from "./predictions.js";

/** @import { Lesions } from "../lesion/lesions.js" */
/** @import { Predictions } from "./predictions.js" */

const WEEK = 7;
const MONTH = 30.4;
const YEAR = 365;
const FOLDED_BELOW = "(max-width: 59.99rem), (max-height: 51.99rem)";

/**
 * A day in words: "day 5", "day 25 (3½ weeks)".
 * @param {Record<string, string>} words
 * @param {number} day
 */
export function dayInWords(words, day) {
  const name = filled(words["studies.day"], { day });
  const [unit, length] =
    day >= YEAR ? ["years", YEAR] : day >= 2 * MONTH ? ["months", MONTH] : day >= 2 * WEEK ? ["weeks", WEEK] : ["", 1];
  if (!unit) return name;
  const halves = Math.round((2 * day) / length);
  const n = `${Math.floor(halves / 2)}${halves % 2 ? "½" : ""}`;
  return `${name} (${filled(words[n === "1" ? `studies.${unit}.one` : `studies.${unit}`], { n })})`;
}

/** The stop of the slider nearest to a day. @param {number} day */
const stopOf = (day) =>
  DAYS.reduce((best, stop, n) => (Math.abs(stop - day) < Math.abs(DAYS[best] - day) ? n : best), 0);

/**
 * The choices of the reader.
 * @typedef {object} Choices
 * @property {(id: string) => void} onLesion
 * @property {(id: string) => void} onSecond  the place of a second lesion, or ""
 * @property {(injury: string) => void} onInjury
 * @property {(day: number, event: Event) => void} onDay
 */

/** A list of places under a label that only those who hear the page need. */
function labelled(label, list) {
  return element("label", { htmlFor: list.id }, element("span", { className: "unseen" }, label), list);
}

/**
 * The lesion, a second one and the kind of injury, in a fold; below it the day.
 * @param {HTMLElement} tools
 * @param {Lesions} lesions
 * @param {Predictions} predictions
 * @param {Choices} choices
 */
export function createStudyControls(tools, lesions, { data, words }, choices) {
  const { payload } = lesions;
  const none = lesions.words["lesion.choose.none"];
  const lesion = createPlaceList(lesions, "study-lesion", none, choices.onLesion);
  const second = createPlaceList(lesions, "study-second", words["studies.compare"], choices.onSecond);
  const buttons = data.injuries.map((injury) =>
    element(
      "button",
      {
        type: "button",
        className: "plain",
        "data-injury": injury,
        title: words[`studies.injury.${injury}.title`],
        on: { click: () => choices.onInjury(injury) },
      },
      words[`studies.injury.${injury}.short`],
    ),
  );
  const injuries = element(
    "div",
    { className: "severity", role: "group", ariaLabel: words["studies.injury"] },
    buttons,
  );
  const summary = element("summary", {});
  const chosen = element(
    "div",
    { className: "chosen" },
    labelled(words["studies.lesion"], lesion),
    labelled(words["studies.compare"], second),
    injuries,
  );
  const fold = element("details", { className: "choices", open: true }, summary, chosen);
  const output = element("output", { className: "stop", htmlFor: "study-day" });
  const range = element("input", {
    type: "range",
    id: "study-day",
    min: 0,
    max: DAYS.length - 1,
    step: 1,
    ariaLabel: words["studies.slide"],
  });
  range.addEventListener("input", (event) => choices.onDay(DAYS[Number(range.value)], event));
  tools.append(fold, element("div", { className: "slide" }, output, range));
  let isNew = true;

  /** A small screen, and a projector, show the results first. @param {boolean} hasLesion */
  function foldFirst(hasLesion) {
    if (!isNew || !hasLesion) return;
    isNew = false;
    fold.open = !matchMedia(FOLDED_BELOW).matches && document.documentElement.dataset.theme !== "projector";
  }

  return {
    /**
     * @param {string[]} places  ids
     * @param {string} injury
     * @param {number} day
     */
    show([first = "", other = ""], injury, day) {
      showInList(lesion, lesions, first);
      showInList(second, lesions, other);
      second.disabled = !first;
      const values = { name: first && payload.nameOf(first), injury: words[`studies.injury.${injury}.short`] };
      const said = words[other ? "studies.chosen.two" : "studies.chosen"];
      summary.textContent = first ? filled(said, values) : none;
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.injury === injury));
      range.value = String(stopOf(day));
      range.setAttribute("aria-valuetext", dayInWords(words, day));
      output.replaceChildren(element("b", {}, dayInWords(words, day)));
      foldFirst(Boolean(first));
    },
  };
}
