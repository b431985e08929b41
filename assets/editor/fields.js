// The fields and buttons of the editor. What they hold is written into the draft at each key.
import { element } from "../app/dom.js";
import { valueAt } from "../packs/draft.js";

/** @import { EditorContext } from "./types" */
/** @typedef {(string | number)[]} Path */

/**
 * @param {string} text
 * @param {string} key  finds the button again after the form has been redrawn
 * @param {() => void} click
 * @param {Record<string, any>} [props]
 */
export const button = (text, key, click, props = {}) =>
  element("button", { type: "button", className: "plain", "data-key": key, on: { click }, ...props }, text);

/**
 * A field with its label.
 * @param {EditorContext} context
 * @param {Path} path  to its value in the pack
 * @param {string} label  key of a string
 * @param {{rows?: number, hint?: string, written?: (value: string) => void}} [options]  rows: of a long text
 */
export function field({ words, draft, changed }, path, label, { rows = 0, hint = "", written } = {}) {
  const key = path.join(".");
  const value = valueAt(draft.pack, path) ?? "";
  const input = element(rows ? "textarea" : "input", {
    ...(rows ? { rows } : { type: "text", autocomplete: "off" }),
    value,
    "data-key": key,
    "aria-describedby": hint ? `hint-${key}` : null,
  });
  input.addEventListener("input", () => {
    draft.write(path, input.value);
    written?.(input.value);
    changed();
  });
  const note = hint ? [element("span", { className: "hint", id: `hint-${key}` }, words[hint])] : [];
  return element("label", {}, element("span", {}, words[label]), input, ...note);
}

/**
 * Moves the focus to what has a key; to the heading if that is missing or disabled.
 * @param {HTMLElement} content
 * @param {string} key  "heading" for the heading
 */
export function focusOn(content, key) {
  const wanted = key === "heading" ? "h2" : `[data-key="${CSS.escape(key)}"]`;
  const found = /** @type {HTMLButtonElement | null} */ (content.querySelector(wanted));
  const target = found && !found.disabled ? found : /** @type {HTMLElement} */ (content.querySelector("h2"));
  target.focus();
}
