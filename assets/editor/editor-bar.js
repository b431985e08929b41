// The bar outside of the editor: while a view is chosen it takes the present one, and after a quiz or a case of a pack it
// leads back to that.
import { element, filled } from "../app/dom.js";
import { styleLoader } from "../app/load-style-sheet.js";
import { showBriefNotice } from "../app/status.js";
import { state as live } from "../app/store.js";
import { fetchPackData, isOwn } from "../packs/own-entries.js";
import { stored } from "../packs/pack-store.js";
import { NOT_IN_VIEWS, viewChange, viewOf } from "../packs/view.js";
import { button } from "./fields.js";
import { currentEditor, setEditor } from "./current-editor.js";
import { Editor } from "./editor.js";
import { PARTS } from "./new-entries.js";
import { viewInWords } from "./view-words.js";

const EDITOR = "editor";
const loadStyle = styleLoader(EDITOR);

/** Whether a quiz or a case of a pack is shown. @param {State} state */
const isPlaying = (state) =>
  (state.mode === "quiz" && isOwn(state.asked)) || (state.mode === "cases" && isOwn(state.case));

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
    this.use = button(words["editor.view.use"], "use-view", () => this.#use(), { className: "start" });
    this.back = button(words["editor.back"], "back-to-editor", () => this.#leave());
    this.element = element("section", { id: "editor-bar", ariaLabel: words["editor.bar"], hidden: true }, this.text, element("p", { className: "row" }, this.use, this.back)); // prettier-ignore
    document.querySelector(".side").prepend(this.element);
  }

  /** @param {State} state */
  show(state) {
    const isElsewhere = state.mode !== EDITOR;
    const isMaking = Boolean(state.making && this.editor.draft) && isElsewhere;
    // a link that was shared while a view was chosen: there is no draft here
    if (state.making && !isMaking && isElsewhere) this.page.go({ making: "" }, null, "replace");
    this.element.hidden = !isMaking && !isPlaying(state);
    this.use.hidden = !isMaking;
    if (isMaking) this.#showMaking(state);
    else this.#showPlaying();
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
    this.back.textContent = this.words[stored.screen === "edit" ? "editor.back" : "editor.back.pack"];
    this.text.textContent = stored.playing?.title ?? "";
  }

  /** The part that is edited, as in "Step 3". */
  #name() {
    const { words } = this;
    const { kind, n, at } = stored.place;
    if (!PARTS[kind]) return this.editor.draft.pack[kind]?.[n]?.title || words[`editor.kind.${kind}`];
    return filled(words[kind === "tours" ? "editor.step" : "editor.question"], { n: at + 1 });
  }

  #use() {
    const { kind, n, at } = stored.place;
    const { draft } = this.editor;
    const name = this.#name();
    if (kind === "cases") {
      draft.write([kind, n, "findings"], live.findings.split(",").filter(Boolean));
      return this.#leave(`${kind}.${n}.findings.choose`);
    }
    const view = viewOf(live, this.page.defaults);
    draft.write([kind, n, PARTS[kind], at, "state"], view);
    const shown = viewInWords(view, this.page) || this.words["editor.view.none"];
    showBriefNotice(filled(this.words["editor.taken"], { name, view: shown }));
    return this.#leave(`${kind}.${n}.${PARTS[kind]}.${at}.state.choose`);
  }

  /** @param {string} [focus]  key of what takes the focus in the editor */
  #leave(focus = "heading") {
    const { page, editor } = this;
    const kept = Object.fromEntries(
      ["select", "map", "layer", "plate", "side", "show", "inset"].map((key) => [key, live[key]]),
    );
    editor.focusNext = focus;
    page.go({ ...viewChange("", page.defaults), ...kept, mode: "editor", making: "", asked: "", case: "" });
  }
}

/** @type {EditorBar | null} */
let bar = null;

/**
 * @param {Page} page
 * @param {State} state
 */
export async function follow(page, state) {
  const [data] = await Promise.all([fetchPackData(page), loadStyle(page)]);
  bar ??= new EditorBar(page, currentEditor() ?? setEditor(new Editor(page, data)));
  bar.show(state);
}
