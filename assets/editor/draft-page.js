// The page of the draft while it is edited: what its forms share, what its buttons do, and what the figures show beside it.
import { keptDraft, remember, stored } from "../packs/pack-store.js";
import { ONE_VIEW, STEPS, viewChange } from "../packs/view.js";
import { DraftProblems } from "./draft-problems.js";
import { editPage } from "./edit-page.js";
import { PARTS } from "./new-entries.js";

/** @import { Kind, PackProblem } from "../packs/types" */
/** @import { Editor } from "./editor.js" */
/** @import { EditActions } from "./edit-page.js" */
/** @import { EditorContext } from "./types" */

// what the figures show of an open step while its form is filled in
const SHOWN = ["select", "with", "map", "layer", "plate", "side", "show", "inset"];

export class DraftPage {
  /** @param {Editor} editor */
  constructor(editor) {
    this.editor = editor;
    this.problems = new DraftProblems(
      editor.words,
      () => editor.sharing.problems(),
      (found) => this.#leadTo(found),
    );
  }

  element() {
    const { editor } = this;
    if (editor.open.place.kind === "quizzes" && !editor.questions.bank) void this.#loadQuestions();
    return editPage(this.#context(), this.#actions(), this.problems.element, Boolean(keptDraft()));
  }

  /** Follows a drawing of the page. */
  drawn() {
    this.editor.open.remember();
    this.problems.check();
  }

  /** @returns {EditorContext} */
  #context() {
    const { editor } = this;
    const { page, open } = editor;
    const { place } = open;
    const sites = editor.data.known.sites.map((id) => ({ id, name: page.payload.nameOf(id) ?? id }));
    return {
      page,
      words: editor.words,
      draft: open.draft,
      place,
      sites: sites.sort((a, b) => a.name.localeCompare(b.name)),
      changed: () => this.#changed(),
      redraw: (key) => {
        open.remember();
        editor.draw(key);
      },
      say: (text) => editor.say(text),
      openPart: (at) => this.#openPlace(place.kind, place.n, at, `${place.kind}.${place.n}.${PARTS[place.kind]}.${at < 0 ? place.at : at}`), // prettier-ignore
      pickView: (view) => page.go({ ...viewChange(view, page.defaults), making: ONE_VIEW }),
      collectSteps: () => page.go({ ...viewChange("", page.defaults), making: STEPS }),
      findQuestions: (text) => editor.questions.find(text),
      questionText: (id) => editor.questions.textOf(id),
    };
  }

  /** @returns {EditActions} */
  #actions() {
    const { editor } = this;
    const { sharing } = editor;
    return {
      add: (kind) => editor.add(kind),
      open: (kind, n) => this.#openPlace(kind, n, 0, `entry.${kind}.${n}`),
      remove: () => this.#removeEntry(),
      preview: () => sharing.preview() || this.#showProblems(),
      save: () => sharing.saveDraft(),
      link: () => void (sharing.problems().length ? this.#showProblems() : sharing.linkDraft()),
      undo: () => this.#undo(),
      keep: () => editor.keep(true),
      forget: () => editor.keep(false),
      close: () => editor.close(),
    };
  }

  /** @param {PackProblem} found */
  #leadTo({ path }) {
    const [kind, n, , at] = /** @type {[Kind, number, string, number]} */ (path);
    if (!this.editor.draft?.pack[kind]?.[n]) return null;
    return () => this.#openPlace(kind, n, Number(at ?? 0), path.join("."));
  }

  /** @param {Kind} kind @param {number} n @param {number} at @param {string} focus */
  #openPlace(kind, n, at, focus) {
    remember({ place: { kind, n, at } });
    this.editor.draw(focus);
    this.#showOpenView();
  }

  /** Shows in the figures what the open step shows, as far as the figures alone can. */
  #showOpenView() {
    const { page, open } = this.editor;
    if (stored.screen !== "edit") return;
    const view = open.entry?.[PARTS[open.place.kind]]?.[open.place.at]?.state;
    if (!view) return;
    const change = viewChange(view, page.defaults);
    page.go(Object.fromEntries(SHOWN.map((key) => [key, change[key]])), null, "replace");
  }

  /** After a key in a text. */
  #changed() {
    const { open, content } = this.editor;
    open.remember();
    const undo = /** @type {HTMLButtonElement | null} */ (content.querySelector('[data-key="undo"]'));
    if (undo) undo.disabled = !open.draft.canUndo;
    this.problems.checkSoon();
  }

  #showProblems() {
    if (this.problems.open()) this.editor.say(this.editor.words["editor.problems.first"]);
  }

  #removeEntry() {
    const removed = this.editor.open.removeEntry();
    this.editor.draw("undo");
    this.editor.sayDeleted(removed);
  }

  #undo() {
    const { editor } = this;
    editor.draft.undo();
    editor.open.remember();
    editor.draw("undo");
    editor.say(editor.words["editor.undone"]);
  }

  /** Draws the page again once the questions of the atlas are known. */
  async #loadQuestions() {
    const { editor } = this;
    await editor.questions.load();
    editor.known.questions = editor.questions.ids;
    editor.draw();
  }
}
