// The notice above the editor: why a file or a link cannot be opened, and stored drafts that cannot.
import { element, filled } from "../app/dom.js";
import { save } from "../image-export/download.js";
import { damagedDrafts, faultOfText, forgetDamaged } from "../packs/damaged-drafts.js";
import { inWords } from "../packs/problem.js";
import { problemList } from "./draft-problems.js";
import { button } from "./fields.js";

/** @import { PackData, PackProblem } from "../packs/types" */

const TEXT_FILE = "damaged-draft.txt";

/**
 * @param {Record<string, string>} words
 * @param {string} key  of the string that says what cannot be opened
 * @param {PackProblem[]} problems
 * @param {(() => void) | null} correct  edits a copy of what only has faults
 */
export const refusal = (words, key, problems, correct) => [
  element("p", {}, element("b", {}, words[key])),
  problemList(problems, words),
  ...(correct
    ? [element("p", {}, words["editor.faulty"]), button(words["editor.pack.edit"], "edit-faulty", correct)]
    : []),
];

/**
 * One notice for each stored draft that cannot be opened. It can be deleted once its text is saved.
 * @param {PackData} data
 * @param {(text: string) => void} say
 */
export function damagedNotices(data, say) {
  const { words } = data;
  return damagedDrafts().map((text, n) => {
    const problem = faultOfText(text, data);
    const line = filled(words["editor.damaged"], { problem: problem ? inWords(problem, words) : "" });
    const remove = button(
      words["editor.damaged.delete"],
      `damaged.${n}.delete`,
      () => {
        forgetDamaged(text);
        notice.remove();
        say(words["editor.damaged.deleted"]);
      },
      { disabled: true, title: words["editor.damaged.delete.title"] },
    );
    const saveText = button(words["editor.damaged.save"], `damaged.${n}.save`, () => {
      save(new Blob([text], { type: "text/plain" }), TEXT_FILE);
      remove.disabled = false;
      say(filled(words["editor.saved"], { name: TEXT_FILE }));
    });
    const notice = element("div", { role: "alert", className: "refused" }, element("p", {}, line), element("p", { className: "row" }, saveText, remove)); // prettier-ignore
    return notice;
  });
}
