// What a view shows, in words: the names of what it selects, and those of its mode and plate, as the page's buttons have them.
import { readQuery } from "../app/address.js";

const MOST_LETTERS = 120; // as in atlas/packs/pack.py

/** @param {string} attribute @param {string} value */
const buttonText = (attribute, value) =>
  document.querySelector(`button[${attribute}="${CSS.escape(value)}"]`)?.textContent.trim() ?? "";

/** @param {Partial<State>} ids @param {Page["payload"]} payload */
function namesIn({ select, with: other, lesion = "", pair = "" }, payload) {
  const named = [select, other, ...lesion.split(","), ...pair.split(",")].filter(Boolean);
  return [...new Set(named.map((id) => payload.nameOf(id) ?? id))].join(" + ");
}

/**
 * @param {string} view
 * @param {Page} page
 * @returns {string}  "" for the body alone
 */
export function viewInWords(view, { payload, defaults }) {
  const { mode = "", plate = "", ...ids } = readQuery(view, defaults);
  const parts = [
    mode && buttonText("data-mode", mode),
    namesIn(ids, payload),
    plate && buttonText("data-plate", plate),
  ];
  const text = parts.filter(Boolean).join(" · ");
  return text || (view ? view.slice(1) : "");
}

/**
 * A title for a step that shows a view: the names of what it selects, else that of its mode or plate.
 * @param {string} view
 * @param {Page} page
 * @returns {string}  "" if it has none
 */
export function titleOfView(view, { payload, defaults }) {
  const { mode = "", plate = "", ...ids } = readQuery(view, defaults);
  const name = namesIn(ids, payload) || (mode && buttonText("data-mode", mode)) || (plate && buttonText("data-plate", plate)); // prettier-ignore
  return (name.charAt(0).toUpperCase() + name.slice(1)).slice(0, MOST_LETTERS);
}
