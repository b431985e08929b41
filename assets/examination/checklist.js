// The checklist: every test in short on one sheet, with boxes for both sides. It exists only while it is printed.
import { element } from "../app/dom.js";

/** @import { Examination, ExamTest } from "./examination.js" */

const GRADED = "strength";
/** The group whose tests all count the same as abnormal: the sheet names the place instead. */
const TOUCHED = "touch";

/** The characters that fit on the sheet in full size; in a language that needs more, the type is smaller. */
const FITTING = 4700;

/** A box to tick or cross, and a line for a grade. @param {string} grade */
const cell = (grade) =>
  element(
    "span",
    { className: "cell" },
    element("i", { className: "box" }),
    element("i", { className: "line" }),
    grade,
  );

/**
 * @param {Examination} examination
 * @param {ExamTest} test
 */
function row(examination, test) {
  const { words, payload } = examination;
  const grade = test.group === GRADED ? words["examination.sheet.grade"] : "";
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
      element("small", {}, test.group === TOUCHED ? places : test.positive),
    ),
    cell(grade),
    ...(test.midline ? [] : [cell(grade)]),
  );
}

/** @param {Examination} examination */
export function createChecklist(examination) {
  const { words, groups, tests } = examination;
  const groupOf = (/** @type {[string, number[]]} */ [group, places]) =>
    element(
      "section",
      {},
      element(
        "h2",
        {},
        element("span", { className: "said" }, words[`examination.group.${group}`]),
        element("span", {}, words["examination.sheet.right"]),
        element("span", {}, words["examination.sheet.left"]),
      ),
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
  sheet.style.setProperty("--size", String(Math.min(1, Math.sqrt(FITTING / sheet.textContent.length))));
  return sheet;
}

/** Prints the checklist alone, in the colours of the light theme. @param {Examination} examination */
export function printChecklist(examination) {
  const root = document.documentElement;
  const { theme } = root.dataset;
  const sheet = createChecklist(examination);
  const restore = () => {
    sheet.remove();
    delete root.dataset.checklist;
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  document.body.append(sheet);
  Object.assign(root.dataset, { checklist: "", theme: "light" });
  addEventListener("afterprint", restore, { once: true });
  print();
}
