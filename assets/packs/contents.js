// Compares what a pack says with what the atlas knows, as atlas/packs/contents.py does. The file has the structure of a pack.
import { problem, unknown } from "./problem.js";

/** @import { Case, Knowledge, Pack, PackProblem, Question } from "./types" */
/** @typedef {PackProblem["path"]} Path */

const TAG = /<\/?[a-zA-Z][^<>]*>/;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;
const GRADE = /^[0-5][+-]?$/;
const DENIED = "no_";
const [NODE, NODES, FINDINGS, TEXT] = ["node", "nodes", "findings", "text"];
// keys of a view with values from a list that can have several
const SEVERAL = ["show", "maps"];
/** @type {Record<string, string[]>} */
const NEEDED = {
  tours: ["title"],
  steps: ["title", "text"],
  cases: ["title", "story", "place", "explanation"],
  quizzes: ["title"],
};

/** @param {Knowledge} known @param {string} kind */
const ofKind = ({ kinds }, kind) => [...kinds].filter(([, own]) => own === kind).map(([id]) => id);

/**
 * @param {unknown} value
 * @param {Path} path
 * @returns {PackProblem[]}
 */
function textProblems(value, path) {
  if (typeof value === "object" && value !== null) {
    const inner = Array.isArray(value)
      ? value.map((one, at) => /** @type {const} */ ([at, one]))
      : Object.entries(value);
    return inner.flatMap(([name, one]) => textProblems(one, [...path, name]));
  }
  if (typeof value !== "string") return [];
  const [hidden, tag] = [CONTROL.exec(value), TAG.exec(value)];
  const code = hidden && `U+${hidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return [
    ...(hidden ? [problem(path, "control", { code })] : []),
    ...(tag ? [problem(path, "html", { value: tag[0] })] : []),
  ];
}

/** The findings with an id: what is wrong with it. @type {Record<string, (parts: string[], path: Path, known: Knowledge, form: PackProblem) => PackProblem[]>} */
const OTHER_FINDINGS = {
  clue([name, detail], path, { given }, form) {
    const id = name.startsWith(DENIED) ? name.slice(DENIED.length) : name;
    return [...(detail ? [form] : []), ...(given.clues.includes(id) ? [] : [unknown(path, "clue", id, given.clues)])];
  },
  study([name, detail], path, { given }, form) {
    const wrong = given.studies.includes(name) ? [] : [unknown(path, "study", name, given.studies)];
    return [...wrong, ...(given.study_results.includes(detail) ? [] : [form])];
  },
  emg([name, detail], path, known, form) {
    const muscles = ofKind(known, "muscle");
    const wrong = muscles.includes(name) ? [] : [unknown(path, "emg", name, muscles)];
    return [...wrong, ...(known.given.needle_results.includes(detail) ? [] : [form])];
  },
  day: ([name, detail], _, { given }, form) =>
    /^[0-9]{1,4}$/.test(name) && Number(name) <= given.last_day && !detail ? [] : [form],
  injury: ([name, detail], _, { given }, form) => (given.injuries.includes(name) && !detail ? [] : [form]),
};

/**
 * What is wrong in a finding, which is written as in the address: weak:MUSCLE:GRADE, reflex:REFLEX:reduced.
 * @param {string} item
 * @param {Path} path
 * @param {Knowledge} known
 * @returns {PackProblem[]}
 */
function findingProblems(item, path, known) {
  const [sign, name = "", detail = "", ...more] = item.split(":");
  const form = problem(path, "finding", { value: item });
  if (!name || more.some(Boolean)) return [form];
  if (Object.hasOwn(OTHER_FINDINGS, sign)) return OTHER_FINDINGS[sign]([name, detail], path, known, form);
  const { signs, reflex } = known.given;
  if (!Object.hasOwn(signs, sign) && sign !== "reflex") return [form];
  const kind = Object.hasOwn(signs, sign) ? signs[sign] : "reflex";
  const details = sign === "reflex" ? reflex : [""];
  const isGrade = sign === "weak" && GRADE.test(detail);
  return [
    ...(known.kinds.get(name) === kind ? [] : [unknown(path, "node", name, ofKind(known, kind))]),
    ...(details.includes(detail) || isGrade ? [] : [form]),
  ];
}

/**
 * What is wrong in a view: the query of an address of the atlas.
 * @param {string} view
 * @param {Path} path
 * @param {Knowledge} known
 * @returns {PackProblem[]}
 */
export function viewProblems(view, path, known) {
  if (!view) return [];
  if (!view.startsWith("?")) return [problem(path, "view", { value: view })];
  const rules = known.given.state;
  return [...new URLSearchParams(view)].flatMap(([key, value]) => {
    if (!Object.hasOwn(rules, key)) return [unknown(path, "key", key, Object.keys(rules))];
    const rule = rules[key];
    if (rule === FINDINGS) return value.split(",").filter(Boolean).flatMap((item) => findingProblems(item, path, known)); // prettier-ignore
    if (rule === NODE || rule === NODES) {
      const ids = rule === NODES ? value.split(",") : [value];
      return ids.filter((id) => id && !known.kinds.has(id)).map((id) => unknown(path, "node", id, known.kinds.keys()));
    }
    if (rule === TEXT || !value) return [];
    return (SEVERAL.includes(key) ? value.split(",") : [value])
      .filter((one) => !rule.includes(one))
      .map((one) => unknown(path, "value", one, /** @type {string[]} */ (rule), { key }));
  });
}

/** @param {Case} made @param {Path} path @param {Knowledge} known */
function caseProblems({ findings, place }, path, known) {
  const { sites } = known.given;
  const wrongPlace = place.trim() && !sites.includes(place);
  return [
    ...findings.flatMap((item, at) => (item ? findingProblems(item, [...path, "findings", at], known) : [])),
    ...(wrongPlace ? [unknown([...path, "place"], "site", place, sites)] : []),
  ];
}

/** @param {Question} question @param {Path} path @param {Knowledge} known @returns {PackProblem[]} */
function questionProblems({ ask = "", text = "", choices = [], right = [], state = "" }, path, known) {
  if (ask) {
    if (text || choices.length) return [problem(path, "question.both")];
    const isKnown = !known.questions || known.questions.has(ask);
    return isKnown ? [] : [unknown([...path, "ask"], "question", ask, [...known.questions].sort())];
  }
  const n = choices.length;
  return [
    ...(text.trim() ? [] : [problem([...path, "text"], "blank")]),
    ...(n < 2 ? [problem([...path, "choices"], "choices", { n })] : []),
    ...(new Set(choices).size < n ? [problem([...path, "choices"], "twice")] : []),
    ...(right.length ? [] : [problem([...path, "right"], "right")]),
    ...right
      .filter((number) => number < 1 || number > n)
      .map((number) => problem([...path, "right"], "right.number", { value: number, n })),
    ...viewProblems(state, [...path, "state"], known),
  ];
}

/** @param {any} entry @param {string} kind @param {Path} path */
const blanks = (entry, kind, path) =>
  NEEDED[kind].filter((name) => entry[name] && !entry[name].trim()).map((name) => problem([...path, name], "blank"));

/**
 * Everything that is wrong in the texts, views, findings and questions of a pack.
 * @param {Pack} pack
 * @param {Knowledge} known
 * @returns {PackProblem[]}
 */
export function contentProblems(pack, known) {
  const { tours = [], cases = [], quizzes = [] } = pack;
  const isEmpty = !tours.length && !cases.length && !quizzes.length;
  return [
    ...textProblems(pack, []),
    ...(isEmpty ? [problem([], "empty")] : []),
    ...(pack.title && !pack.title.trim() ? [problem(["title"], "blank")] : []),
    ...tours.flatMap((tour, n) => [
      ...blanks(tour, "tours", ["tours", n]),
      ...tour.steps.flatMap((step, at) => {
        const path = ["tours", n, "steps", at];
        return [...blanks(step, "steps", path), ...viewProblems(step.state ?? "", [...path, "state"], known)];
      }),
    ]),
    ...cases.flatMap((made, n) => [...blanks(made, "cases", ["cases", n]), ...caseProblems(made, ["cases", n], known)]),
    ...quizzes.flatMap((quiz, n) => [
      ...blanks(quiz, "quizzes", ["quizzes", n]),
      ...quiz.questions.flatMap((question, at) => questionProblems(question, ["quizzes", n, "questions", at], known)),
    ]),
  ];
}
