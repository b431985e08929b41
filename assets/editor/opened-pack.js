// The pack that was opened from a file or a link: its page, and why another one cannot be opened.
import { element } from "../app/dom.js";
import { isReadable, parseFile, problemsOf } from "../packs/check.js";
import { Draft } from "../packs/draft.js";
import { openLink } from "../packs/own-entries.js";
import { remember, stored } from "../packs/pack-store.js";
import { packPage } from "./pack-page.js";
import { dropLink, play } from "./play.js";
import { refusal } from "./refusal.js";

/** @import { Pack, PackProblem } from "../packs/types" */
/** @import { Editor } from "./editor.js" */

const EDITOR = "editor";

export class OpenedPack {
  /** @param {Editor} editor */
  constructor(editor) {
    this.editor = editor;
    this.refused = element("div", { role: "alert", className: "refused", hidden: true });
  }

  /** Opens the pack in the address, if it has another one than before. */
  async readLink() {
    const found = await openLink(this.editor.page);
    if (!found) return;
    if (found.problems.length) this.#refuse("editor.refused.link", found.problems);
    else this.#open(found.pack);
  }

  /** Opens a file, which may be dropped on another part of the atlas. @param {File} file */
  async openFile(file) {
    const { page, data, known } = this.editor;
    if (!this.editor.isShown) page.go({ mode: EDITOR, making: "", tour: "", step: "", asked: "", case: "" });
    this.refused.hidden = true;
    const { raw, whole } = await parseFile(file, data.most_bytes);
    const problems = whole ? [whole] : problemsOf(raw, data, known);
    if (problems.length) {
      const pack = whole || !isReadable(problems) ? null : /** @type {Pack} */ (raw);
      this.#refuse("editor.refused", problems, pack);
    } else {
      dropLink();
      this.#open(/** @type {Pack} */ (raw));
    }
  }

  /** @param {Pack} pack */
  #open(pack) {
    this.refused.hidden = true;
    this.editor.say("");
    remember({ opened: pack, playing: pack, isPreview: false, screen: "pack" });
    this.editor.draw("heading");
  }

  /**
   * Says why a pack cannot be opened; what only has faults can be corrected.
   * @param {string} key
   * @param {PackProblem[]} problems
   * @param {Pack | null} [pack]
   */
  #refuse(key, problems, pack = null) {
    const { editor } = this;
    const correct = () => editor.start(new Draft(pack, true));
    this.refused.replaceChildren(...refusal(editor.words, key, problems, pack && correct));
    this.refused.hidden = false;
    editor.box.scrollTop = 0;
  }

  /** The page of the opened pack. */
  element() {
    const { editor } = this;
    const pack = stored.opened;
    return packPage(pack, editor.words, {
      start: (kind, n) => void play(editor.page, pack, kind, n),
      edit: () => editor.start(new Draft(structuredClone(pack), true)),
      save: () => editor.sharing.saveFile(pack),
      link: () => void editor.sharing.shareLink(pack),
      close: () => {
        dropLink();
        remember({ opened: null, screen: editor.draft ? "edit" : "start" });
        editor.draw("heading");
      },
    });
  }
}
