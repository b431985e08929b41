// Buttons to the previous and next step of a sequence, with the number and title of the current one.
import { element, filled } from "../app/dom.js";

/** @typedef {{isFirst: boolean, isLast: boolean}} Ends  which ends of the sequence the current step is at */

/**
 * @param {HTMLElement} parent
 * @param {{back: string, next: string, place: string, end?: string}} labels  with `end`, the button to the next step says
 *   this at the last one and can still be pressed
 * @param {(by: 1 | -1) => void} onStep
 * @returns {(at: number, count: number, title: string, ends?: Ends) => void}  shows the current step; before the first
 *   step, `at` is negative
 */
export function createStepButtons(parent, labels, onStep) {
  const button = (/** @type {"back" | "next"} */ name, /** @type {1 | -1} */ by) => {
    const props = { className: `plain ${name}`, type: "button", on: { click: () => onStep(by) } };
    return element("button", props, labels[name]);
  };
  const [back, next] = [button("back", -1), button("next", 1)];
  const [number, heading] = [element("span", { className: "which" }), element("b")];
  parent.append(element("div", { className: "leading" }, back, element("p", {}, number, " ", heading), next));
  return (at, count, title, { isFirst, isLast } = { isFirst: at <= 0, isLast: at === count - 1 }) => {
    number.textContent = at < 0 ? "" : filled(labels.place, { n: at + 1, all: count });
    heading.textContent = title;
    back.disabled = isFirst;
    next.disabled = isLast && !labels.end;
    next.classList.toggle("ends", isLast);
    next.textContent = (isLast && labels.end) || labels.next;
  };
}
