// The checklist: every test in short on one sheet, with boxes for both sides. It exists only while it is printed.
import { element } from "../app/dom.js";
import { printAlone } from "../share/print-alone.js";

/** @import { Examination, ExamTest } from "./examination.js" */

/** The groups with a line for a grade beside the box, and what the line ends with. */
const GRADED = new Map([
  ["strength", "examination.sheet.grade"],
  ["reflex", ""],
]);
/** The group whose tests all count the same as abnormal: the sheet names the place instead. */
const TOUCHED = "touch";

/**
 * How high each kind of paper is without its margins and a little air, in CSS pixels of 96 to the inch. Both are at
 * least as wide as the sheet is measured; the style sheet chooses by the height of the page.
 */
const HEIGHTS = { "--size-letter": (250 / 25.4) * 96, "--size-a4": (267 / 25.4) * 96 };
/** The smallest and the largest size of the type, as a share of the size in the style sheet, and how often it is halved. */
const [SMALLEST, LARGEST, HALVINGS] = [0.5, 1.3, 9];

/** A box to tick or cross, and where a grade is given a line for it. @param {(Element | string)[]} grade */
const cell = (...grade) => element("span", { className: "cell" }, element("i", { className: "box" }), ...grade);

/**
 * @param {Examination} examination
 * @param {ExamTest} test
 */
function row(examination, test) {
  const { words, payload } = examination;
  const line = () => [element("i", { className: "line" }), words[GRADED.get(test.group)] ?? ""];
  const box = () => cell(...(GRADED.has(test.group) && !test.midline ? line() : []));
  const roots = test.group === TOUCHED ? "" : examination.rootsInWords(test);
  const places = test.targets.map((id) => payload.nameOf(id)).join(", ");
  return element(
    "li",
    { className: test.midline ? "middle" : "" },
    element(
      "span",
      { className: "said" },
      element("b", {}, test.name),
      roots ? ` ${roots}` : "",
      element("small", {}, test.group === TOUCHED ? places : `${words["examination.sheet.abnormal"]} ${test.positive}`),
    ),
    box(),
    ...(test.midline ? [] : [box()]),
  );
}

/** @param {Examination} examination */
export function createChecklist(examination) {
  const { words, groups, tests } = examination;
  const abnormal = (/** @type {ExamTest} */ { positive }) =>
    element("small", {}, `${words["examination.sheet.abnormal"]} ${positive}`);
  const groupOf = (/** @type {[string, number[]]} */ [group, places]) =>
    element(
      "section",
      { className: GRADED.has(group) ? "graded" : "" },
      element(
        "h2",
        {},
        element("span", { className: "said" }, words[`examination.group.${group}`]),
        element("span", {}, words["examination.sheet.right"]),
        element("span", {}, words["examination.sheet.left"]),
      ),
      ...(group === TOUCHED ? [abnormal(tests[places[0]])] : []),
      element(
        "ul",
        {},
        places.map((at) => row(examination, tests[at])),
      ),
    );
  const sheet = element(
    "section",
    { id: "exam-sheet" },
    element("h1", {}, words["examination.sheet"]),
    element("p", {}, words["examination.sheet.how"]),
    element("div", { className: "sheet-groups" }, groups.map(groupOf)),
    element("p", { className: "sheet-purpose" }, words["examination.sheet.purpose"]),
  );
  return sheet;
}

/** Sets the type as large as the sheet holds, whatever the language. @param {HTMLElement} sheet  on the page */
function fit(sheet) {
  for (const [name, height] of Object.entries(HEIGHTS)) {
    let [fits, tooLarge] = [SMALLEST, LARGEST];
    for (let turn = 0; turn < HALVINGS; turn++) {
      const size = (fits + tooLarge) / 2;
      sheet.style.setProperty("--size", String(size));
      if (sheet.offsetHeight <= height) fits = size;
      else tooLarge = size;
    }
    sheet.style.setProperty(name, fits.toFixed(3));
  }
  sheet.style.removeProperty("--size");
}

/** Prints the checklist alone. @param {Examination} examination */
export const printChecklist = (examination) => printAlone(() => createChecklist(examination), "checklist", fit);
