// The start page of the editor: a new tour, quiz or case, an earlier draft, or a file.
import { element } from "../app/dom.js";
import { button } from "./fields.js";
import { KINDS } from "./new-entries.js";

/** @import { Kind } from "../packs/types" */

/**
 * @param {Record<string, string>} words
 * @param {object} actions  those that are null are not offered
 * @param {(kind: Kind) => void} actions.add
 * @param {() => void} actions.openFile
 * @param {(() => void) | null} actions.resume  goes on with the open draft
 * @param {(() => void) | null} actions.restoreKept  opens the draft that this device keeps
 * @param {(() => void) | null} actions.undo  brings back the draft that was closed
 */
export function editorStart(words, { add, openFile, resume, restoreKept, undo }) {
  return element(
    "div",
    { className: "editor-start" },
    element("h2", { tabIndex: -1 }, words["editor.title"]),
    element("p", {}, words["editor.lead"]),
    element(
      "p",
      { className: "row" },
      ...(resume ? [button(words["editor.continue"], "continue", resume, { className: "start" })] : []),
      ...KINDS.map((kind) => button(words[`editor.new.${kind}`], `new.${kind}`, () => add(kind))),
    ),
    element(
      "p",
      { className: "row" },
      button(words["editor.open"], "open-file", openFile),
      ...(restoreKept ? [button(words["editor.kept"], "kept", restoreKept)] : []),
      ...(undo ? [button(words["editor.undo"], "undo", undo)] : []),
    ),
    element("p", { className: "hint" }, words["editor.open.hint"], " ", words["editor.private"]),
  );
}
