// Helpers to find and create elements, and to fill in text templates.

/**
 * Creates an element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {{on?: Record<string, (event: any) => void>, [name: string]: any}} [props]  properties, or attributes where there
 *   is no such property; false and null leave an attribute out; `on` holds event listeners
 * @param {...any} children  nodes, texts or lists of them
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, { on = {}, ...props } = {}, ...children) {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name in created && name !== "list") created[name] = value;
    else if (value !== false && value !== null) created.setAttribute(name, value);
  }
  for (const [event, listener] of Object.entries(on)) created.addEventListener(event, listener);
  created.append(...children.flat());
  return created;
}

/**
 * Replaces each `{name}` of a template by its value; names without a value stay.
 * @param {string} text
 * @param {Record<string, any>} values
 * @returns {string}
 */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/**
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement[]}
 */
export const findAll = (selector, root = document) => [.../** @type {any} */ (root.querySelectorAll(selector))];

/**
 * The nearest element at or around an event's target that matches; undefined or null if there is none.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null | undefined}
 */
export const closest = ({ target }, selector) => /** @type {any} */ (target)?.closest?.(selector);

/**
 * Sets `aria-pressed` of all buttons that have a data attribute.
 * @param {string} name  of the attribute, without "data-"
 * @param {(value: string) => boolean} isPressed  by the attribute's value
 */
export function setPressed(name, isPressed) {
  for (const button of findAll(`button[data-${name}]`))
    button.setAttribute("aria-pressed", String(isPressed(button.dataset[name])));
}
