// The list below the figures that explains what a mode draws on them.
import { element } from "../app/dom.js";

const SMALL_SCREEN = "(max-width: 59.99rem)";

/**
 * Hidden until a mode shows it. On a small screen it is one row that scrolls, by keys too.
 * @param {string} label
 * @param {HTMLElement[]} items
 * @param {string} [name]  an additional class
 */
export function legendList(label, items, name = "") {
  const list = element("ul", { className: `taken-legend ${name}`.trim(), ariaLabel: label, hidden: true }, items);
  if (matchMedia(SMALL_SCREEN).matches) list.tabIndex = 0;
  return list;
}
