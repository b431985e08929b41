// A group of radio buttons for one value of the address.
import { element } from "../app/dom.js";

/**
 * @param {string} name  of the value
 * @param {string} title
 * @param {string[]} values  "" is called `all` in ids
 * @param {(value: string) => string} textOf
 */
export function radioGroup(name, title, values, textOf) {
  const inputs = values.map((value, n) =>
    element("input", {
      type: "radio",
      name: `quiz-${name}`,
      id: `quiz-${name}-${value || "all"}`,
      value,
      checked: !n,
    }),
  );
  const labels = inputs.map((input) =>
    element("label", { htmlFor: input.id, className: "tick" }, input, element("span", {}, textOf(input.value))),
  );
  const boxes = element("div", { className: "boxes" }, labels);
  return {
    fieldset: element("fieldset", {}, element("legend", {}, title), boxes),
    value: () => inputs.find((input) => input.checked)?.value ?? values[0],
    set: (/** @type {string} */ value) => inputs.forEach((input) => (input.checked = input.value === value)),
  };
}
