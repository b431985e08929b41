// How a step of a draft gets what it shows: an open step takes a view, or a tour takes it as its next step. A step without
// a title is given one.
import { valueAt } from "../packs/draft.js";
import { newStep } from "./new-entries.js";

/** @import { Draft, Path } from "../packs/draft.js" */
/** @import { Step } from "../packs/types" */

/** @param {Step} step */
const isBlank = ({ title, text, notes = "", state = "" }) => ![title, text, notes, state].some((one) => one.trim());

/** The steps of a tour without a last one that is still blank. @param {Step[]} steps */
export const filledSteps = (steps) => (steps.length && isBlank(steps.at(-1)) ? steps.slice(0, -1) : steps);

/**
 * @param {Draft} draft
 * @param {Path} path  to a step or a question
 * @param {string} view
 * @param {string} title  for a step without one
 */
export function takeView(draft, path, view, title) {
  draft.change((pack) => {
    const part = valueAt(pack, path);
    part.state = view;
    if ("title" in part && !part.title.trim()) part.title = title;
  });
}

/**
 * Adds a view as the last step of a tour; a last step that is still blank takes it.
 * @param {Draft} draft
 * @param {number} n  of the tour
 * @param {string} view
 * @param {string} title
 * @returns {number}  the index of the step
 */
export function addView(draft, n, view, title) {
  const steps = ["tours", n, "steps"];
  const at = filledSteps(valueAt(draft.pack, steps)).length;
  if (at < valueAt(draft.pack, steps).length) takeView(draft, [...steps, at], view, title);
  else draft.insert(steps, at, { ...newStep(), title, state: view });
  return at;
}
