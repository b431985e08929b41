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
  const small = matchMedia(SMALL_SCREEN);
  const fit = () => (small.matches ? list.setAttribute("tabindex", "0") : list.removeAttribute("tabindex"));
  fit();
  small.addEventListener("change", fit);
  return list;
}
