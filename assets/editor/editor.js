// The editor: which of its three pages is shown (start, draft, opened pack), and what their buttons do.
import { element, filled } from "../app/dom.js";
import { Draft } from "../packs/draft.js";
import { knowledgeOf } from "../packs/pack-data.js";
import { keepDraft, keptDraft, remember, stored } from "../packs/pack-store.js";
import { AtlasQuestions } from "./atlas-questions.js";
import { DraftPage } from "./draft-page.js";
import { DraftSharing } from "./draft-sharing.js";
import { editorStart } from "./editor-start.js";
import { fileInput, takeDroppedFiles } from "./file-opening.js";
import { focusOn } from "./fields.js";
import { OpenDraft } from "./open-draft.js";
import { OpenedPack } from "./opened-pack.js";
import { damagedNotices } from "./refusal.js";

/** @import { Kind, PackData } from "../packs/types" */

const MODE = "editor";

export class Editor {
  /**
   * @param {Page} page
   * @param {PackData} data
   */
  constructor(page, data) {
    this.page = page;
    this.data = data;
    this.words = data.words;
    this.known = knowledgeOf(page, data);
    this.open = new OpenDraft();
    this.questions = new AtlasQuestions(page);
    // key of what takes the focus when the editor is shown again
    this.focusNext = "";
    const say = (/** @type {string} */ text) => this.say(text);
    this.sharing = new DraftSharing(page, data, this.known, this.open, say);
    this.draftPage = new DraftPage(this);
    this.box = document.getElementById("editor");
    this.status = element("p", { role: "status", className: "editor-status" });
    this.opened = new OpenedPack(this);
    this.content = element("div", {});
    this.fileInput = fileInput(this.words["editor.open"], (file) => void this.opened.openFile(file));
    this.box.append(this.status, ...damagedNotices(data, say), this.opened.refused, this.content, this.fileInput);
    this.#listen();
  }

  get draft() {
    return this.open.draft;
  }

  #listen() {
    takeDroppedFiles(this.page.main, (file) => void this.opened.openFile(file));
    addEventListener("beforeunload", (event) => {
      if (this.draft && !this.draft.isSaved) event.preventDefault();
    });
    addEventListener("hashchange", () => {
      if (this.isShown) void this.opened.readLink();
    });
  }

  get isShown() {
    return this.page.main.dataset.mode === MODE;
  }

  /** @param {string} text */
  say(text) {
    this.status.textContent = text;
  }

  /** Shows the page that is due; the first time, the pack of the address. */
  async show() {
    await this.opened.readLink();
    this.draw(this.focusNext);
    this.focusNext = "";
  }

  /** Draws the present page. @param {string} [focus]  key of what takes the focus; "heading" for the heading */
  draw(focus = "") {
    const isEditing = stored.screen === "edit" && this.draft;
    const screen = isEditing ? "edit" : stored.screen === "pack" && stored.opened ? "pack" : "start";
    if (screen === "edit") this.content.replaceChildren(this.draftPage.element());
    else this.content.replaceChildren(screen === "pack" ? this.opened.element() : this.#startPage());
    this.page.main.dataset.editor = screen;
    if (screen === "edit") this.draftPage.drawn();
    if (focus) focusOn(this.content, focus);
  }

  #startPage() {
    const kept = keptDraft();
    const { replaced } = this.open;
    const resume = () => {
      remember({ screen: "edit" });
      this.draw("heading");
    };
    return editorStart(this.words, {
      add: (kind) => this.add(kind),
      openFile: () => this.fileInput.click(),
      resume: this.draft ? resume : null,
      restoreKept: kept && !this.draft ? () => this.start(new Draft(kept)) : null,
      undo: replaced && !this.draft ? () => this.start(replaced) : null,
    });
  }

  /** A new entry, in the draft or in a new one. @param {Kind} kind */
  add(kind) {
    this.open.add(kind);
    this.draw(`${kind}.${stored.place.n}.title`);
  }

  /** Edits another draft. @param {Draft} draft */
  start(draft) {
    this.open.start(draft);
    this.opened.refused.hidden = true;
    this.say("");
    this.draw("heading");
  }

  /** Leaves the draft, which Undo brings back. */
  close() {
    this.open.close();
    this.draw("heading");
    this.say(this.words["editor.closed"]);
  }

  /** Lets this device keep the draft, or forget it. @param {boolean} isKept */
  keep(isKept) {
    const isDone = keepDraft(isKept ? this.draft.pack : null);
    this.draw(isKept && isDone ? "forget" : "keep");
    this.say(this.words[isKept ? (isDone ? "editor.kept.yes" : "editor.kept.no") : "editor.forgotten"]);
  }

  /** Says that something was deleted, which Undo brings back. @param {{kind: Kind, title: string}} entry */
  sayDeleted({ kind, title }) {
    const name = `${this.words[`editor.kind.${kind}`]}: ${title || this.words["editor.untitled"]}`;
    this.say(filled(this.words["editor.deleted"], { name }));
  }
}
