// What a view shows, in words: the names of what it selects, and those of its mode and plate, as the page's buttons have them.
import { readQuery } from "../app/address.js";

/** @param {string} attribute @param {string} value */
const buttonText = (attribute, value) =>
  document.querySelector(`button[${attribute}="${CSS.escape(value)}"]`)?.textContent.trim() ?? "";

/**
 * @param {string} view
 * @param {Page} page
 * @returns {string}  "" for the body alone
 */
export function viewInWords(view, { payload, defaults }) {
  const { mode = "", plate = "", ...ids } = readQuery(view, defaults);
  const named = [ids.select, ids.with, ...(ids.lesion ?? "").split(","), ...(ids.pair ?? "").split(",")];
  const names = named.filter(Boolean).map((id) => payload.nameOf(id) ?? id);
  const parts = [
    mode && buttonText("data-mode", mode),
    [...new Set(names)].join(" + "),
    plate && buttonText("data-plate", plate),
  ];
  const text = parts.filter(Boolean).join(" · ");
  return text || (view ? view.slice(1) : "");
}
