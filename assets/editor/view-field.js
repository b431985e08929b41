// What a step or a question shows: in words, with buttons to choose it in the atlas, and a field for a pasted address.
import { element } from "../app/dom.js";
import { queryIn } from "../packs/view.js";
import { button } from "./fields.js";
import { viewInWords } from "./view-words.js";

/** @import { EditorContext } from "./types" */

/**
 * @param {EditorContext} context
 * @param {(string | number)[]} path  to the view in the pack
 * @param {string} view
 * @param {string} [label]  key of a string
 */
export function viewField(context, path, view, label = "editor.view") {
  const { words, page, draft } = context;
  const key = path.join(".");
  const write = (/** @type {string} */ value) => {
    draft.write(path, value);
    context.redraw(`${key}.choose`);
  };
  const pasted = element("input", { type: "text", autocomplete: "off", "data-key": `${key}.paste` });
  pasted.addEventListener("change", () => {
    const query = queryIn(pasted.value);
    if (query) write(query);
    else if (pasted.value) context.say(words["editor.view.pasted.no"]);
  });
  const choose = button(words["editor.view.choose"], `${key}.choose`, () => context.pickView(view), {
    title: words["editor.view.choose.title"],
    className: "plain show-atlas",
  });
  const clear = button(words["editor.view.clear"], `${key}.clear`, () => write(""));
  return element(
    "div",
    { className: "view-field", role: "group", ariaLabel: words[label] },
    element(
      "p",
      { className: "view-words" },
      `${words[label]}: `,
      element("b", {}, viewInWords(view, page) || words["editor.view.none"]),
    ),
    element("p", { className: "row" }, choose, ...(view ? [clear] : [])),
    element(
      "details",
      {},
      element("summary", {}, words["editor.view.paste"]),
      element("label", {}, element("span", {}, words["editor.view.paste"]), pasted),
    ),
  );
}
