// The steps of a tour or the questions of a quiz: a list in which one part is open, with buttons and keys that order it.
import { element, filled } from "../app/dom.js";
import { button } from "./fields.js";

/** @import { EditorContext } from "./types" */

/**
 * @param {EditorContext} context
 * @param {object} list
 * @param {(string | number)[]} list.path  to the parts in the pack
 * @param {any[]} list.parts
 * @param {string} list.name  key of the string that names a part by its number
 * @param {(part: any) => string} list.titleOf
 * @param {(part: any, path: (string | number)[], retitle: (text: string) => void) => (Node | string)[]} list.form
 */
export function partList(context, { path, parts, name, titleOf, form }) {
  const { words, draft, place } = context;
  const nameOf = (/** @type {number} */ at) => filled(words[name], { n: at + 1 });
  const headKey = (/** @type {number} */ at) => `${path.join(".")}.${at}`;

  function move(/** @type {number} */ at, /** @type {number} */ by, /** @type {string} */ key) {
    if (!draft.move(path, at, by)) return;
    place.at = at + by;
    context.redraw(`${headKey(at + by)}.${key}`);
    context.say(filled(words["editor.moved"], { name: titleOf(parts[at]) || nameOf(at), n: at + by + 1 }));
  }

  function remove(/** @type {number} */ at) {
    const text = titleOf(parts[at]) || nameOf(at);
    draft.remove(path, at);
    place.at = Math.min(at, parts.length - 2);
    context.redraw("undo");
    context.say(filled(words["editor.deleted"], { name: text }));
  }

  const item = (/** @type {any} */ part, /** @type {number} */ at) => {
    const isOpen = at === place.at;
    const title = element("span", {}, titleOf(part) || words["editor.untitled"]);
    const head = button("", headKey(at), () => context.openPart(isOpen ? -1 : at), {
      className: "part-head",
      ariaExpanded: String(isOpen),
    });
    head.append(element("b", {}, nameOf(at)), " ", title);
    if (!isOpen) return element("li", {}, head);
    const key = headKey(at);
    const actions = element(
      "p",
      { className: "row" },
      button(words["editor.up"], `${key}.up`, () => move(at, -1, "up"), { disabled: at === 0 }),
      button(words["editor.down"], `${key}.down`, () => move(at, 1, "down"), { disabled: at === parts.length - 1 }),
      button(words["editor.duplicate"], `${key}.duplicate`, () => {
        draft.duplicate(path, at);
        place.at = at + 1;
        context.redraw(headKey(at + 1));
      }),
      button(words["editor.delete"], `${key}.delete`, () => remove(at), { disabled: parts.length === 1 }),
    );
    const retitle = (/** @type {string} */ text) => (title.textContent = text || words["editor.untitled"]);
    const open = element("li", { className: "open" }, head, element("div", { className: "part-form" }, ...form(part, [...path, at], retitle), actions)); // prettier-ignore
    open.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      const by = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      const focused = /** @type {HTMLElement} */ (event.target).dataset?.key ?? "";
      move(at, by, focused.startsWith(`${key}.`) ? focused.slice(key.length + 1) : "up");
    });
    return open;
  };
  return element("ol", { className: "parts" }, parts.map(item));
}
