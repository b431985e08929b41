// A field that finds questions of the atlas by words.
import { element } from "../app/dom.js";
import { button } from "./fields.js";

/** @import { EditorContext } from "./types" */

/**
 * @param {EditorContext} context
 * @param {(id: string) => void} onPick
 */
export function questionFinder({ words, findQuestions }, onPick) {
  const input = element("input", { type: "search", autocomplete: "off", "data-key": "find-question" });
  const results = element("ul", { className: "found-questions" });
  const status = element("p", { role: "status", className: "hint" });
  let asked = "";
  input.addEventListener("input", async () => {
    asked = input.value;
    const found = asked.trim() ? await findQuestions(asked) : [];
    if (asked !== input.value) return;
    status.textContent = asked.trim() && !found.length ? words["editor.question.none"] : "";
    results.replaceChildren(
      ...found.map(({ id, text }) =>
        element(
          "li",
          {},
          button(text, `pick.${id}`, () => onPick(id)),
        ),
      ),
    );
  });
  return element(
    "details",
    {},
    element("summary", {}, words["editor.question.pick"]),
    element("label", {}, element("span", {}, words["editor.question.find"]), input),
    status,
    results,
  );
}
