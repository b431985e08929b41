// The editor: its three pages (start, draft, opened pack) and everything that their buttons do.
import { element, filled } from "../app/dom.js";
import { isReadable, parseFile, problemsOf } from "../packs/check.js";
import { Draft } from "../packs/draft.js";
import { knowledgeOf, openLink } from "../packs/own-entries.js";
import { keepDraft, keptDraft, remember, stored } from "../packs/pack-store.js";
import { inWords } from "../packs/problem.js";
import { viewChange } from "../packs/view.js";
import { AtlasQuestions } from "./atlas-questions.js";
import { editPage } from "./edit-page.js";
import { editorStart } from "./editor-start.js";
import { button } from "./fields.js";
import { KINDS, NEW, newPack, PARTS, titled } from "./new-entries.js";
import { packPage } from "./pack-page.js";
import { saveAsFile, shareAsLink } from "./pack-sharing.js";
import { dropLink, play } from "./play.js";

/** @import { Kind, Pack, PackData, PackProblem } from "../packs/types" */
/** @import { Place } from "../packs/pack-store.js" */

const MOST_PROBLEMS = 20;
const CHECK_DELAY = 400; // milliseconds without a key
// what the figures show of an open step while its form is filled in
const SHOWN = ["select", "with", "map", "layer", "plate", "side", "show", "inset"];

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
    this.box = document.getElementById("editor");
    this.status = element("p", { role: "status", className: "editor-status" });
    this.refused = element("div", { role: "alert", className: "refused", hidden: true });
    this.problems = element("div", { className: "problems" });
    this.content = element("div", {});
    this.fileInput = element("input", { type: "file", accept: ".json,application/json", hidden: true, tabIndex: -1, ariaLabel: this.words["editor.open"] }); // prettier-ignore
    this.box.append(this.status, this.refused, this.content, this.fileInput);
    /** @type {Draft | null} */
    this.draft = stored.draft && new Draft(stored.draft, stored.isSaved);
    /** @type {Draft | null} the draft that was closed or replaced last */
    this.replaced = null;
    this.checkTimer = 0;
    // key of what takes the focus when the editor is shown again
    this.focusNext = "";
    this.questions = new AtlasQuestions(page);
    this.#listen();
  }

  #listen() {
    this.fileInput.addEventListener("change", () => {
      const [file] = this.fileInput.files;
      this.fileInput.value = "";
      if (file) void this.openFile(file);
    });
    this.box.addEventListener("dragover", (event) => event.preventDefault());
    this.box.addEventListener("drop", (event) => {
      event.preventDefault();
      const [file] = event.dataTransfer.files;
      if (file) void this.openFile(file);
    });
    addEventListener("beforeunload", (event) => {
      if (this.draft && !this.draft.isSaved) event.preventDefault();
    });
    addEventListener("hashchange", () => {
      if (this.page.main.dataset.mode === "editor") void this.#readLink();
    });
  }

  /** @param {string} text */
  say(text) {
    this.status.textContent = text;
  }

  /** Shows the page that is due; the first time, the pack of the address. */
  async show() {
    await this.#readLink();
    this.draw(this.focusNext);
    this.focusNext = "";
  }

  async #readLink() {
    const found = await openLink(this.page);
    if (!found) return;
    if (found.problems.length) this.#refuse("editor.refused.link", found.problems);
    else this.#open(found.pack);
  }

  /** Draws the present page. @param {string} [focus]  key of what takes the focus; "heading" for the heading */
  draw(focus = "") {
    const { draft } = this;
    const screen =
      stored.screen === "edit" && draft ? "edit" : stored.screen === "pack" && stored.opened ? "pack" : "start";
    if (screen === "edit") this.content.replaceChildren(this.#editPage());
    else if (screen === "pack") this.content.replaceChildren(this.#packPage());
    else this.content.replaceChildren(this.#startPage());
    this.page.main.dataset.editor = screen;
    if (screen === "edit") {
      this.#remember();
      this.#check();
    }
    if (!focus) return;
    const wanted = focus === "heading" ? "h2" : `[data-key="${CSS.escape(focus)}"]`;
    const found = /** @type {HTMLElement | null} */ (this.content.querySelector(wanted));
    const isUsable = found && !(/** @type {HTMLButtonElement} */ (found).disabled);
    const target = isUsable ? found : /** @type {HTMLElement} */ (this.content.querySelector("h2"));
    target.focus();
  }

  #startPage() {
    const kept = keptDraft();
    const resume = () => {
      remember({ screen: "edit" });
      this.draw("heading");
    };
    return editorStart(this.words, {
      add: (kind) => this.add(kind),
      openFile: () => this.fileInput.click(),
      resume: this.draft ? resume : null,
      restoreKept: kept && !this.draft ? () => this.#startDraft(new Draft(kept)) : null,
      undo: this.replaced && !this.draft ? () => this.#startDraft(this.replaced) : null,
    });
  }

  // The opened pack.

  /** @param {Pack} pack */
  #open(pack) {
    this.refused.hidden = true;
    this.say("");
    remember({ opened: pack, playing: pack, screen: "pack" });
    this.draw("heading");
  }

  #packPage() {
    const pack = stored.opened;
    return packPage(pack, this.words, {
      start: (kind, n) => void play(this.page, pack, kind, n),
      edit: () => this.#startDraft(new Draft(structuredClone(pack), true)),
      save: () => this.#saveFile(pack),
      link: () => void this.#shareLink(pack),
      close: () => {
        dropLink();
        remember({ opened: null, screen: this.draft ? "edit" : "start" });
        this.draw("heading");
      },
    });
  }

  /** @param {File} file */
  async openFile(file) {
    this.refused.hidden = true;
    const { raw, whole } = await parseFile(file, this.data.most_bytes);
    const problems = whole ? [whole] : problemsOf(raw, this.data, this.known);
    if (!problems.length) {
      dropLink();
      this.#open(/** @type {Pack} */ (raw));
      return;
    }
    this.#refuse("editor.refused", problems, whole || !isReadable(problems) ? null : /** @type {Pack} */ (raw));
  }

  /**
   * Says why a pack cannot be opened; what only has faults can be corrected.
   * @param {string} key
   * @param {PackProblem[]} problems
   * @param {Pack | null} [pack]
   */
  #refuse(key, problems, pack = null) {
    const edit = button(this.words["editor.pack.edit"], "edit-faulty", () => this.#startDraft(new Draft(pack, true)));
    this.refused.replaceChildren(
      element("p", {}, element("b", {}, this.words[key])),
      this.#problemList(problems),
      ...(pack ? [element("p", {}, this.words["editor.faulty"]), edit] : []),
    );
    this.refused.hidden = false;
    this.box.scrollTop = 0;
  }

  /** @param {PackProblem[]} problems */
  #problemList(problems) {
    const lines = problems.slice(0, MOST_PROBLEMS).map((found) => {
      const text = inWords(found, this.words);
      const [kind, n, , at] = found.path;
      const isShown =
        stored.screen === "edit" && this.draft?.pack[/** @type {Kind} */ (kind)]?.[/** @type {number} */ (n)];
      const go = () => this.#openPlace(/** @type {Kind} */ (kind), /** @type {number} */ (n), Number(at ?? 0), found.path.join(".")); // prettier-ignore
      return element("li", {}, isShown ? button(text, `problem.${found.path.join(".")}.${found.code}`, go, { className: "link" }) : text); // prettier-ignore
    });
    const more = problems.length - lines.length;
    if (more > 0) lines.push(element("li", {}, filled(this.words["packs.problem.more"], { n: more })));
    return element("ul", {}, lines);
  }

  // The draft.

  /** @param {Draft} draft */
  #startDraft(draft) {
    if (this.draft) this.replaced = this.draft;
    this.draft = draft;
    this.refused.hidden = true;
    const kind = KINDS.find((one) => draft.pack[one]?.length) ?? "tours";
    remember({ screen: "edit", place: { kind, n: 0, at: 0 } });
    this.#remember();
    this.say("");
    this.draw("heading");
  }

  #remember() {
    const { draft } = this;
    remember({ draft: draft?.pack ?? null, isSaved: draft?.isSaved ?? true });
  }

  /** A new entry, in the draft or in a new one. @param {Kind} kind */
  add(kind) {
    if (!this.draft) {
      this.draft = new Draft(newPack(document.documentElement.lang), true);
      this.draft.pack[kind].push(/** @type {any} */ (NEW[kind]()));
    } else this.draft.insert([kind], this.draft.pack[kind]?.length ?? 0, NEW[kind]());
    remember({ screen: "edit", place: { kind, n: this.draft.pack[kind].length - 1, at: 0 } });
    this.#remember();
    this.draw(`${kind}.${stored.place.n}.title`);
  }

  #editPage() {
    const { words, draft, page } = this;
    const place = this.#place();
    const context = {
      page,
      words,
      draft,
      place,
      sites: this.data.known.sites
        .map((id) => ({ id, name: page.payload.nameOf(id) ?? id }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      changed: () => this.#changed(),
      redraw: (/** @type {string} */ key) => {
        this.#remember();
        this.draw(key);
      },
      say: (/** @type {string} */ text) => this.say(text),
      openPart: (/** @type {number} */ at) => this.#openPlace(place.kind, place.n, at, `${place.kind}.${place.n}.${PARTS[place.kind]}.${at < 0 ? place.at : at}`), // prettier-ignore
      pickView: (/** @type {string} */ view) => this.pickView(viewChange(view, page.defaults)),
      findQuestions: (/** @type {string} */ text) => this.questions.find(text),
      questionText: (/** @type {string} */ id) => this.questions.textOf(id),
    };
    if (place.kind === "quizzes" && !this.questions.bank) void this.#loadQuestions();
    const actions = {
      add: (/** @type {Kind} */ kind) => this.add(kind),
      open: (/** @type {Kind} */ kind, /** @type {number} */ n) => this.#openPlace(kind, n, 0, `entry.${kind}.${n}`),
      remove: () => this.#removeEntry(),
      preview: () => void this.#preview(),
      save: () => this.#saveDraft(),
      link: () => void this.#linkDraft(),
      undo: () => this.#undo(),
      keep: () => this.#keep(),
      forget: () => {
        keepDraft(null);
        this.draw("keep");
        this.say(words["editor.forgotten"]);
      },
      close: () => this.#close(),
    };
    return editPage(context, actions, this.problems, Boolean(keptDraft()));
  }

  /** What is edited, within what there is. @returns {Place} */
  #place() {
    const { pack } = this.draft;
    const wanted = stored.place ?? { kind: "tours", n: 0, at: 0 };
    const kind = pack[wanted.kind]?.length ? wanted.kind : (KINDS.find((one) => pack[one]?.length) ?? wanted.kind);
    const n = Math.min(wanted.n, Math.max(0, (pack[kind]?.length ?? 0) - 1));
    const parts = /** @type {any} */ (pack[kind]?.[n])?.[PARTS[kind]];
    const place = { kind, n, at: Math.min(wanted.at, (parts?.length ?? 1) - 1) };
    remember({ place });
    return place;
  }

  /** @param {Kind} kind @param {number} n @param {number} at @param {string} focus */
  #openPlace(kind, n, at, focus) {
    remember({ place: { kind, n, at } });
    this.draw(focus);
    this.showOpenView();
  }

  /** Shows in the figures what the open step shows, as far as the figures alone can. */
  showOpenView() {
    if (stored.screen !== "edit" || !this.draft) return;
    const { kind, n, at } = this.#place();
    const view = /** @type {any} */ (this.draft.pack[kind]?.[n])?.[PARTS[kind]]?.[at]?.state;
    if (!view) return;
    const change = viewChange(view, this.page.defaults);
    this.page.go(Object.fromEntries(SHOWN.map((key) => [key, change[key]])), null, "replace");
  }

  /** After a key in a text. */
  #changed() {
    this.#remember();
    const undo = /** @type {HTMLButtonElement | null} */ (this.content.querySelector('[data-key="undo"]'));
    if (undo) undo.disabled = !this.draft.canUndo;
    clearTimeout(this.checkTimer);
    this.checkTimer = setTimeout(() => this.#check(), CHECK_DELAY);
  }

  #problemsOfDraft() {
    return problemsOf(titled(this.draft.pack), this.data, this.known);
  }

  /** Says what has to be corrected. */
  #check() {
    clearTimeout(this.checkTimer);
    if (!this.draft) return;
    const problems = this.#problemsOfDraft();
    const n = problems.length;
    const wasOpen = this.problems.querySelector("details")?.open ?? false;
    const summary = filled(this.words[n === 1 ? "editor.problems.one" : "editor.problems"], { n });
    this.problems.replaceChildren(
      n
        ? element("details", { open: wasOpen }, element("summary", {}, summary), this.#problemList(problems))
        : element("p", { className: "sound" }, `✓ ${this.words["editor.sound"]}`),
    );
  }

  /** Opens the list of what has to be corrected. */
  #showProblems() {
    this.#check();
    const details = this.problems.querySelector("details");
    if (!details) return;
    details.open = true;
    this.say(this.words["editor.problems.first"]);
    details.querySelector("summary").focus();
  }

  #removeEntry() {
    const { kind, n } = this.#place();
    const { title } = this.draft.pack[kind][n];
    this.draft.remove([kind], n);
    this.#remember();
    this.draw("undo");
    const name = `${this.words[`editor.kind.${kind}`]}: ${title || this.words["editor.untitled"]}`;
    this.say(filled(this.words["editor.deleted"], { name }));
  }

  #undo() {
    this.draft.undo();
    this.#remember();
    this.draw("undo");
    this.say(this.words["editor.undone"]);
  }

  #close() {
    this.replaced = this.draft;
    this.draft = null;
    remember({ screen: "start", place: null });
    this.#remember();
    this.draw("heading");
    this.say(this.words["editor.closed"]);
  }

  #keep() {
    const isKept = keepDraft(this.draft.pack);
    this.draw(isKept ? "forget" : "keep");
    this.say(this.words[isKept ? "editor.kept.yes" : "editor.kept.no"]);
  }

  // What is done with a draft.

  async #preview() {
    const { kind, n } = this.#place();
    const { pack } = this.draft;
    const alone = { ...titled(pack), tours: [], cases: [], quizzes: [], [kind]: [pack[kind][n]] };
    alone.title ||= "–";
    if (problemsOf(alone, this.data, this.known).length) return this.#showProblems();
    this.say("");
    return play(this.page, structuredClone(alone), kind, 0);
  }

  #saveDraft() {
    this.#saveFile(titled(this.draft.pack));
    this.draft.isSaved = true;
    this.#remember();
  }

  /** @param {Pack} pack */
  #saveFile(pack) {
    this.say(filled(this.words["editor.saved"], { name: saveAsFile(pack) }));
  }

  async #linkDraft() {
    if (this.#problemsOfDraft().length) return this.#showProblems();
    if (await this.#shareLink(titled(this.draft.pack))) this.draft.isSaved = true;
    return this.#remember();
  }

  /** @param {Pack} pack @returns {Promise<boolean>}  false if the pack is too large for a link */
  async #shareLink(pack) {
    const isShared = await shareAsLink(pack, this.words);
    if (!isShared) this.say(this.words["editor.link.large"]);
    return isShared;
  }

  // Views and questions of the atlas.

  /** Leaves for the atlas, where the bar leads back. @param {Partial<State>} change */
  pickView(change) {
    this.#remember();
    this.page.go({ ...change, making: "on" });
  }

  /** A click in the figures while a step is open begins to choose what it shows. @param {string} id */
  chooseInFigures(id) {
    const isOpen = stored.screen === "edit" && this.draft && this.#place().at >= 0;
    return { mode: "", select: id, ...(isOpen ? { making: "on" } : {}) };
  }

  /** Draws the page again once the questions of the atlas are known. */
  async #loadQuestions() {
    await this.questions.load();
    this.known.questions = this.questions.ids;
    this.draw();
  }
}
