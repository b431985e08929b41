// The bar outside of the editor: while views are chosen it takes the present one, and during a preview, a quiz or a case of a
// pack it leads back.
import { element, filled } from "../app/dom.js";
import { styleLoader } from "../app/load-style-sheet.js";
import { showBriefNotice } from "../app/status.js";
import { state as live } from "../app/store.js";
import { addShortcut } from "../keyboard/shortcuts.js";
import { isOwn } from "../packs/own-id.js";
import { fetchPackData } from "../packs/pack-data.js";
import { remember, stored } from "../packs/pack-store.js";
import { checkStored } from "../packs/stored-packs.js";
import { NOT_IN_VIEWS, STEPS, viewChange, viewOf } from "../packs/view.js";
import { AddedStep } from "./added-step.js";
import { button } from "./fields.js";
import { currentEditor, setEditor } from "./current-editor.js";
import { Editor } from "./editor.js";
import { PARTS } from "./new-entries.js";
import { filledSteps } from "./step-views.js";
import { titleOfView, viewInWords } from "./view-words.js";

const EDITOR = "editor";
const DRILLS = "drills"; // it has the same key
const loadStyle = styleLoader(EDITOR);
// what the figures go on to show beside the editor
const KEPT = ["select", "map", "layer", "plate", "side", "show", "inset"];

/** Whether a preview, or a quiz or a case of a pack, is shown. A tour of a pack that was opened has its own way back. @param {State} state */
const isPlaying = (state) =>
  (state.mode === "quiz" && isOwn(state.asked)) ||
  (state.mode === "cases" && isOwn(state.case)) ||
  (isOwn(state.tour) && stored.isPreview);

class EditorBar {
  /**
   * @param {Page} page
   * @param {Editor} editor
   */
  constructor(page, editor) {
    this.page = page;
    this.editor = editor;
    const { words } = editor;
    this.words = words;
    this.text = element("p", {});
    this.use = button(words["editor.view.use"], "use-view", () => this.#use(), { className: "start", "aria-keyshortcuts": "a" }); // prettier-ignore
    this.back = button(words["editor.back"], "back-to-editor", () => this.#leave());
    this.added = new AddedStep(page, editor, () => this.#show(live), () => this.use.focus()); // prettier-ignore
    this.element = element("section", { id: "editor-bar", ariaLabel: words["editor.bar"], hidden: true }, this.text, element("p", { className: "row" }, this.use, this.back), this.added.element); // prettier-ignore
    document.querySelector(".side").prepend(this.element);
    const isTaking = () => !this.element.hidden && !this.use.hidden && !this.use.disabled && live.mode !== DRILLS;
    addShortcut("a", "keys.editor.use", () => this.#use(), isTaking);
  }

  /** @param {State} state */
  follow(state) {
    const isElsewhere = state.mode !== EDITOR;
    const isMaking = Boolean(state.making && this.editor.draft) && isElsewhere;
    // a link that was shared while a view was chosen: there is no draft here
    if (state.making && !isMaking && isElsewhere) this.page.go({ making: "" }, null, "replace");
    const wasHidden = this.element.hidden;
    this.element.hidden = !isMaking && !isPlaying(state);
    this.use.hidden = !isMaking;
    this.element.toggleAttribute("data-preview", !isMaking && stored.isPreview);
    this.#show(state);
    // the button that led here is gone
    if (isMaking && wasHidden && document.activeElement === document.body) this.use.focus({ preventScroll: true });
    if (isMaking && wasHidden) scrollTo(0, 0); // on a phone the panel would still cover the body
  }

  /** @param {State} state */
  #show(state) {
    const isMaking = !this.use.hidden;
    const isCollecting = isMaking && state.making === STEPS && this.editor.open.place.kind === "tours";
    this.added.show(isCollecting);
    if (isCollecting) this.#showCollecting(state);
    else if (isMaking) this.#showMaking(state);
    else this.#showPlaying();
  }

  /** @param {State} state */
  #showCollecting({ mode }) {
    const { words } = this;
    const { entry } = this.editor.open;
    const n = filledSteps(entry.steps).length;
    const isFitting = !NOT_IN_VIEWS.includes(mode);
    this.use.disabled = !isFitting;
    this.use.textContent = filled(words["editor.collect.add"], { n: n + 1 });
    this.back.textContent = words["editor.back"];
    const name = entry.title || words["editor.kind.tours"];
    const text = filled(words[n === 1 ? "editor.collect.count.one" : "editor.collect.count"], { name, n });
    this.text.textContent = isFitting ? text : words["editor.making.no"];
  }

  /** @param {State} state */
  #showMaking({ mode }) {
    const { words } = this;
    const isFitting = !NOT_IN_VIEWS.includes(mode);
    this.use.disabled = !isFitting;
    this.use.textContent = words[stored.place.kind === "cases" ? "editor.findings.use" : "editor.view.use"];
    this.back.textContent = words["editor.back"];
    this.text.textContent = isFitting
      ? filled(words["editor.making"], { name: this.#name() })
      : words["editor.making.no"];
  }

  #showPlaying() {
    const { words } = this;
    const name = stored.playing?.title ?? "";
    this.back.textContent = words[stored.screen === "edit" ? "editor.back" : "editor.back.pack"];
    this.text.textContent = stored.isPreview ? filled(words["editor.previewing"], { name }) : name;
  }

  /** The part that is edited, as in "Step 3". */
  #name() {
    const { words } = this;
    const { kind, n, at } = stored.place;
    if (!PARTS[kind]) return this.editor.draft.pack[kind]?.[n]?.title || words[`editor.kind.${kind}`];
    return filled(words[kind === "tours" ? "editor.step" : "editor.question"], { n: at + 1 });
  }

  #use() {
    const { page, words, editor } = this;
    const { kind, n, at } = stored.place;
    const name = this.#name();
    if (kind === "cases") {
      editor.draft.write([kind, n, "findings"], live.findings.split(",").filter(Boolean));
      return this.#leave(`${kind}.${n}.findings.choose`);
    }
    const view = viewOf(live, page.defaults);
    const title = titleOfView(view, page) || words["editor.view.body"]; // without a title and a text it would count as blank
    if (!this.added.element.hidden) {
      editor.open.addView(view, title);
      this.#show(live);
      return this.added.focus();
    }
    editor.open.takeView(view, title);
    const shown = viewInWords(view, page) || words["editor.view.none"];
    showBriefNotice(filled(words["editor.taken"], { name, view: shown }));
    const part = `${kind}.${n}.${PARTS[kind]}.${at}`;
    const isWritten = Boolean(editor.open.entry[PARTS[kind]][at].text.trim());
    return this.#leave(isWritten ? `${part}.state.choose` : `${part}.text`);
  }

  /** @param {string} [focus]  key of what takes the focus in the editor */
  #leave(focus = "heading") {
    const { page, editor } = this;
    const kept = Object.fromEntries(KEPT.map((key) => [key, live[key]]));
    // a preview ends at the step that it shows
    if (stored.isPreview && isOwn(live.tour) && stored.place)
      remember({ place: { ...stored.place, at: Math.max(0, Number(live.step || 1) - 1) } });
    editor.focusNext = focus;
    const ended = { making: "", asked: "", case: "", tour: "", step: "" };
    page.go({ ...viewChange("", page.defaults), ...kept, mode: EDITOR, ...ended });
  }
}

/** @type {EditorBar | null} */
let bar = null;

/**
 * @param {Page} page
 * @param {State} state
 */
export async function follow(page, state) {
  const [data] = await Promise.all([fetchPackData(page), loadStyle(page), checkStored(page)]);
  bar ??= new EditorBar(page, currentEditor() ?? setEditor(new Editor(page, data)));
  bar.follow(state);
}
