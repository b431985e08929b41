// The form of a tour, of a quiz and of a case.
import { element, filled } from "../app/dom.js";
import { valueAt } from "../packs/draft.js";
import { button, field } from "./fields.js";
import { newQuestion, newStep } from "./new-entries.js";
import { partList } from "./part-list.js";
import { questionFinder } from "./question-finder.js";
import { viewField } from "./view-field.js";

/** @import { Case, Question, Step } from "../packs/types" */
/** @import { EditorContext } from "./types" */
/** @typedef {(string | number)[]} Path */

const MOST_CHOICES = 6;
const LEAST_CHOICES = 2;

/** @param {EditorContext} context @param {Path} list @param {any} part */
function append(context, list, part) {
  const parts = valueAt(context.draft.pack, list);
  context.draft.insert(list, parts.length, part);
  context.place.at = parts.length - 1;
  context.redraw(`${list.join(".")}.${context.place.at}.${part.ask ? "up" : "title" in part ? "title" : "text"}`);
}

/** @param {EditorContext} context @param {Path} path  to the tour */
export function tourForm(context, path) {
  const { words, draft, place } = context;
  const list = [...path, "steps"];
  const form = (/** @type {Step} */ step, /** @type {Path} */ at, /** @type {(text: string) => void} */ retitle) => [
    field(context, [...at, "title"], "editor.field.title", { written: retitle }),
    field(context, [...at, "text"], "editor.field.text", { rows: 4 }),
    viewField(context, [...at, "state"], step.state ?? ""),
    field(context, [...at, "notes"], "editor.field.notes", { rows: 2 }),
  ];
  return [
    field(context, [...path, "title"], "editor.field.tours"),
    element(
      "div",
      { className: "collect" },
      button(words["editor.collect"], "collect-steps", () => context.collectSteps(), { className: "start" }),
      element("p", { className: "hint" }, words["editor.collect.hint"]),
    ),
    element("h4", {}, words["editor.steps"]),
    element("p", { className: "hint" }, words["editor.keys"]),
    partList(context, {
      path: list,
      parts: draft.pack.tours[place.n].steps,
      name: "editor.step",
      titleOf: ({ title }) => title,
      form,
    }),
    button(words["editor.step.add"], "add-step", () => append(context, list, newStep())),
  ];
}

/**
 * The numbers of the right choices when a choice is removed: those behind it move up.
 * @param {number[]} right
 * @param {number} removed
 */
export const withoutChoice = (right, removed) =>
  right.filter((number) => number !== removed).map((number) => (number > removed ? number - 1 : number));

/** @param {EditorContext} context @param {Question} question @param {Path} at */
function choiceFields(context, { choices = [], right = [] }, at) {
  const { words, draft } = context;
  const setRight = (/** @type {number[]} */ numbers) => draft.write([...at, "right"], numbers.sort((a, b) => a - b)); // prettier-ignore
  const remove = (/** @type {number} */ n) => {
    draft.change((pack) => {
      const question = valueAt(pack, at);
      question.choices.splice(n, 1);
      question.right = withoutChoice(question.right ?? [], n + 1);
    });
    context.redraw([...at, "choices", Math.max(0, n - 1)].join("."));
  };
  const rows = choices.map((_, n) => {
    const check = element("input", {
      type: "checkbox",
      checked: right.includes(n + 1),
      ariaLabel: filled(words["editor.right.label"], { n: n + 1 }),
      "data-key": [...at, "right", n].join("."),
    });
    check.addEventListener("change", () => {
      const others = (valueAt(draft.pack, at).right ?? []).filter((/** @type {number} */ number) => number !== n + 1);
      setRight(check.checked ? [...others, n + 1] : others);
      context.changed();
    });
    const text = field(context, [...at, "choices", n], "editor.field.choice");
    text.querySelector("span").textContent = filled(words["editor.field.choice"], { n: n + 1 });
    const removal = button("×", [...at, "choices", n, "remove"].join("."), () => remove(n), {
      ariaLabel: filled(words["editor.choice.remove"], { n: n + 1 }),
      disabled: choices.length <= LEAST_CHOICES,
    });
    const tick = element("label", { className: "tick" }, check, element("span", { ariaHidden: "true" }, words["editor.right"])); // prettier-ignore
    return element("li", {}, text, tick, removal);
  });
  const add = button(
    words["editor.choice.add"],
    [...at, "choices", "add"].join("."),
    () => {
      draft.insert([...at, "choices"], choices.length, "");
      context.redraw([...at, "choices", choices.length - 1].join("."));
    },
    { disabled: choices.length >= MOST_CHOICES },
  );
  return element(
    "div",
    { className: "choice-fields", role: "group", ariaLabel: words["editor.choices"] },
    element("p", { className: "hint" }, words["editor.choices.hint"]),
    element("ol", {}, rows),
    add,
  );
}

/** @param {EditorContext} context @param {Path} path  to the quiz */
export function quizForm(context, path) {
  const { words, draft, place } = context;
  const list = [...path, "questions"];
  const titleOf = (/** @type {Question} */ { ask, text = "" }) => (ask ? context.questionText(ask) : text);
  const form = (
    /** @type {Question} */ question,
    /** @type {Path} */ at,
    /** @type {(text: string) => void} */ retitle,
  ) =>
    question.ask
      ? [element("p", {}, words["editor.question.atlas"])]
      : [
          field(context, [...at, "text"], "editor.field.question", { rows: 2, written: retitle }),
          choiceFields(context, question, at),
          field(context, [...at, "explanation"], "editor.field.explanation", { rows: 3 }),
          viewField(context, [...at, "state"], question.state ?? "", "editor.view.answer"),
        ];
  return [
    field(context, [...path, "title"], "editor.field.quizzes"),
    element("h4", {}, words["editor.questions"]),
    partList(context, {
      path: list,
      parts: draft.pack.quizzes[place.n].questions,
      name: "editor.question",
      titleOf,
      form,
    }),
    element(
      "p",
      { className: "row" },
      button(words["editor.question.add"], "add-question", () => append(context, list, newQuestion())),
    ),
    questionFinder(context, (ask) => append(context, list, { ask })),
  ];
}

/** @param {EditorContext} context @param {Path} path  to the case */
export function caseForm(context, path) {
  const { words, draft, place, sites } = context;
  const made = /** @type {Case} */ (draft.pack.cases[place.n]);
  const key = [...path, "place"].join(".");
  const choice = element(
    "select",
    { "data-key": key },
    element("option", { value: "" }, words["editor.field.place.none"]),
    sites.map(({ id, name }) => element("option", { value: id }, name)),
  );
  choice.value = made.place;
  choice.addEventListener("change", () => {
    draft.write([...path, "place"], choice.value);
    context.changed();
  });
  const pick = () => context.pickView(`?mode=cases&findings=${encodeURIComponent(made.findings.join())}`);
  const found = made.findings.map((item) => element("li", {}, findingInWords(item, context.page)));
  return [
    field(context, [...path, "title"], "editor.field.cases"),
    field(context, [...path, "story"], "editor.field.story", { rows: 5, hint: "editor.field.story.hint" }),
    element("h4", {}, words["editor.findings"]),
    found.length ? element("ul", { className: "found-list" }, found) : element("p", {}, words["editor.findings.none"]),
    button(words["editor.findings.choose"], [...path, "findings", "choose"].join("."), pick),
    element("label", {}, element("span", {}, words["editor.field.place"]), choice),
    field(context, [...path, "explanation"], "editor.field.explanation", { rows: 4 }),
  ];
}

/** A finding with the name of what it is found in. @param {string} item @param {Page} page */
function findingInWords(item, { payload }) {
  const [sign, id, ...detail] = item.split(":");
  return [sign, payload.nameOf(id) ?? id?.replaceAll("_", " "), ...detail].filter(Boolean).join(": ");
}
