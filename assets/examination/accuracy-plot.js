// How accurate a test is: for each study, sensitivity and specificity as points with their intervals on one axis from 0
// to 100 %, with the numbers as text beside it.
import { filled } from "../app/dom.js";
import { part } from "../panel/component-tree.js";
import { percent, SHARES } from "./examination.js";

/** @import { Accuracy, Examination, Found, Measure } from "./examination.js" */
/** @import { Words } from "../lesion/types" */

const TICKS = [0, 25, 50, 75, 100];
const LABELLED = [0, 50, 100];
/** Heights in pixels. */
const [LANE, MIDDLE, CAP, RADIUS] = [20, 10, 4, 4.5];

/** @param {number} at */
const across = (at) => `${at}%`;

/**
 * A vertical line.
 * @param {string} className
 * @param {number} at  percent
 * @param {number} from
 * @param {number} to
 */
const upright = (className, at, from, to) =>
  part("Line", { className, x1: across(at), x2: across(at), y1: from, y2: to });

/**
 * A point with its interval. A range that is open at one end runs to the end of the axis.
 * @param {Measure} measure
 * @param {Found} found
 */
function marks(measure, found) {
  const [value, low, high] = found.map(percent);
  const hasRange = (low !== null && high !== null) || value === null;
  const bar = hasRange
    ? [
        part("Line", { className: "bar", x1: across(low ?? 0), x2: across(high ?? 100), y1: MIDDLE, y2: MIDDLE }),
        ...[low, high].filter((end) => end !== null).map((end) => upright("bar", end, MIDDLE - CAP, MIDDLE + CAP)),
      ]
    : [];
  const point = part("Circle", { className: `point ${measure}`, cx: across(value ?? 0), cy: MIDDLE, r: RADIUS });
  return value === null ? bar : [...bar, point];
}

/** @param {Component[]} children */
const drawing = (children) =>
  part("Svg", { className: "scale", width: "100%", height: LANE, "aria-hidden": "true", children });

/** One measure of a study: its name, its place on the axis, and its numbers. */
function lane(/** @type {Examination} */ examination, /** @type {Measure} */ measure, /** @type {Found} */ found) {
  const { words } = examination;
  const ground = part("Line", { className: "tick", x1: across(0), x2: across(100), y1: MIDDLE, y2: MIDDLE });
  const grid = [ground, ...TICKS.map((at) => upright("tick", at, MIDDLE - CAP, MIDDLE + CAP))];
  return part("Div", {
    className: "lane",
    children: [
      part("Span", {
        className: "measure",
        title: words[`examination.${measure}.title`],
        children: words[`examination.${measure}`],
      }),
      drawing([...grid, ...marks(measure, found)]),
      part("Span", { className: "value", children: examination.shareInWords(found) }),
    ],
  });
}

const ANCHORS = ["start", "middle", "end"];

/** The numbers of the axis, above the studies. */
const axis = () =>
  part("Div", {
    className: "lane axis",
    "aria-hidden": "true",
    children: [
      part("Span", { className: "measure", children: "" }),
      drawing(
        LABELLED.map((at, n) =>
          part("Text", { x: across(at), y: MIDDLE + CAP, textAnchor: ANCHORS[n], children: at === 100 ? "100 %" : at }),
        ),
      ),
      part("Span", { className: "value", children: "" }),
    ],
  });

/**
 * What tells a study from the others: how the test was counted, what it was to find, against what, and in whom.
 * @param {Words} words
 * @param {Accuracy} row
 */
function heading(words, { criterion, finds, reference, whom }) {
  const title = criterion ? filled(words["examination.how-counted"], { criterion, finds }) : finds;
  const against = reference ? filled(words["examination.against"], { said: reference }) : "";
  const details = [against, whom].filter(Boolean).join(" · ");
  return part("H4", { children: [title, ...(details ? [" ", part("Span", { children: details })] : [])] });
}

/**
 * @param {Examination} examination
 * @param {number} at  position of the row
 */
function study(examination, at) {
  const { accuracy, accuracy_marks: dots, accuracy_notes: notes } = examination.data;
  const row = accuracy[at];
  const { words } = examination;
  const lanes = SHARES.flatMap((measure) =>
    row.numbers[measure] ? [lane(examination, measure, row.numbers[measure])] : [],
  );
  const ratios = examination.ratiosInWords(row);
  const people =
    row.people === row.whom ? "" : filled(words["examination.who"], { said: row.people.replace(/\.$/, "") });
  return part("Li", {
    className: "study",
    children: [
      heading(words, row),
      ...lanes,
      ...(ratios ? [part("P", { className: "ratios", children: ratios })] : []),
      part("P", {
        className: "remark",
        children: [[people, notes[at]].filter(Boolean).join(" "), "\u00a0", dots[at]],
      }),
    ],
  });
}

/**
 * What the studies show together, then each of them.
 * @param {Examination} examination
 * @param {number[]} rows  positions
 * @param {string} [summary]
 * @returns {Component[]}
 */
export function accuracyPlot(examination, rows, summary = "") {
  const { words, data } = examination;
  const hasAny = rows.some((at) => Object.keys(data.accuracy[at].numbers).length);
  const isDrawn = rows.some((at) => SHARES.some((measure) => data.accuracy[at].numbers[measure]));
  return [
    ...(summary ? [part("P", { className: "summary", children: summary })] : []),
    ...(hasAny ? [] : [part("P", { children: words["examination.unread"] })]),
    ...(isDrawn ? [part("P", { className: "lead", children: words["examination.key"] }), axis()] : []),
    ...(rows.length ? [part("Ul", { className: "studies", children: rows.map((at) => study(examination, at)) })] : []),
  ];
}
