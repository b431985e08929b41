// The page of a draft: the entries of the pack, the form of the open one, what the check finds, and what can be done with all.
import { element } from "../app/dom.js";
import { caseForm, quizForm, tourForm } from "./entry-forms.js";
import { button, field } from "./fields.js";
import { KINDS } from "./new-entries.js";

/** @import { Kind } from "../packs/types" */
/** @import { EditorContext } from "./types" */

const FORMS = { tours: tourForm, quizzes: quizForm, cases: caseForm };

/**
 * @typedef {object} EditActions
 * @property {(kind: Kind) => void} add
 * @property {(kind: Kind, n: number) => void} open
 * @property {() => void} remove
 * @property {() => void} preview
 * @property {() => void} save
 * @property {() => void} link
 * @property {() => void} undo
 * @property {() => void} keep
 * @property {() => void} forget
 * @property {() => void} close
 */

/** @param {EditorContext} context @param {EditActions} actions */
function entryList({ words, draft, place }, { add, open }) {
  const entries = KINDS.flatMap((kind) =>
    (draft.pack[kind] ?? []).map((/** @type {any} */ entry, /** @type {number} */ n) => {
      const isOpen = place.kind === kind && place.n === n;
      const text = `${words[`editor.kind.${kind}`]}: ${entry.title || words["editor.untitled"]}`;
      const current = isOpen ? { "aria-current": "true" } : {};
      return element(
        "li",
        {},
        button(text, `entry.${kind}.${n}`, () => open(kind, n), current),
      );
    }),
  );
  const kinds = KINDS.map((kind) => button(words[`editor.new.${kind}`], `new.${kind}`, () => add(kind)));
  return element(
    "details",
    { className: "entries", open: entries.length > 1 },
    element("summary", {}, words["editor.entries"]),
    element("ul", {}, entries),
    element("p", { className: "row", role: "group", ariaLabel: words["editor.add"] }, kinds),
  );
}

/** @param {EditorContext} context */
const aboutPack = (context) =>
  element(
    "details",
    { className: "about-pack" },
    element("summary", {}, context.words["editor.about.pack"]),
    field(context, ["title"], "editor.field.pack"),
    field(context, ["author"], "editor.field.author"),
    field(context, ["licence"], "editor.field.licence", { hint: "editor.field.licence.hint" }),
  );

/**
 * @param {EditorContext} context
 * @param {EditActions} actions
 * @param {HTMLElement} problems  where the check says what it finds
 * @param {boolean} isKept  whether this device keeps the draft
 */
export function editPage(context, actions, problems, isKept) {
  const { words, draft, place } = context;
  const { kind, n } = place;
  const entry = draft.pack[kind]?.[n];
  const form = entry
    ? [
        element("h3", {}, words[`editor.kind.${kind}`]),
        ...FORMS[kind](context, [kind, n]),
        element("p", { className: "row" }, button(words[`editor.delete.${kind}`], "remove-entry", actions.remove)),
      ]
    : [];
  const foot = element(
    "div",
    { className: "editor-foot row" },
    button(words["editor.preview"], "preview", actions.preview, { className: "start", disabled: !entry }),
    button(words["editor.save"], "save", actions.save),
    button(words["editor.link"], "link", actions.link),
    button("↶", "undo", actions.undo, {
      disabled: !draft.canUndo,
      ariaLabel: words["editor.undo"],
      title: words["editor.undo"],
    }),
  );
  return element(
    "div",
    { className: "editor-page" },
    element("h2", { tabIndex: -1 }, words["editor.title"]),
    entryList(context, actions),
    element("div", { className: "entry-form" }, ...form),
    aboutPack(context),
    problems,
    element("p", { className: "hint" }, words["editor.private"]),
    element(
      "p",
      { className: "row" },
      isKept
        ? button(words["editor.forget"], "forget", actions.forget)
        : button(words["editor.keep"], "keep", actions.keep),
      button(words["editor.close"], "close", actions.close),
    ),
    foot,
  );
}
