// The fields of the step that was added last, in the bar of a page on which a tour gets one step after the other.
import { element, filled } from "../app/dom.js";
import { button, field } from "./fields.js";
import { filledSteps } from "./step-views.js";

/** @import { Editor } from "./editor.js" */

export class AddedStep {
  /**
   * @param {Page} page
   * @param {Editor} editor
   * @param {() => void} undone  after the last change was undone
   * @param {() => void} leave  moves the focus out of the fields
   */
  constructor(page, editor, undone, leave) {
    this.page = page;
    this.editor = editor;
    this.undone = undone;
    this.element = element("div", { className: "added-step", hidden: true });
    // which step the fields were made for; a new draft makes new ones
    this.shown = "";
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation(); // elsewhere it clears the selection
      leave();
    });
  }

  /** @param {boolean} isDue */
  show(isDue) {
    this.element.hidden = !isDue;
    if (!isDue) return void (this.shown = "");
    const { open } = this.editor;
    const { n } = open.place;
    const at = filledSteps(open.entry.steps).length - 1;
    const shown = `${n}.${at}`;
    if (shown !== this.shown) this.element.replaceChildren(...(at < 0 ? [this.#hint()] : this.#fields(n, at)));
    this.shown = shown;
    return undefined;
  }

  /** Moves the focus to the text of the step. */
  focus() {
    this.element.querySelector("textarea")?.focus({ preventScroll: true });
  }

  #hint() {
    return element("p", { className: "hint" }, this.editor.words["editor.collect.first"]);
  }

  /** @param {number} n  of the tour @param {number} at  of its step */
  #fields(n, at) {
    const { editor, page } = this;
    const { words, open } = editor;
    const context = /** @type {any} */ ({ page, words, draft: open.draft, changed: () => open.remember() });
    const path = ["tours", n, "steps", at];
    const undo = () => {
      open.draft.undo();
      open.remember();
      this.shown = "";
      this.undone();
      this.focus();
    };
    return [
      element("h3", {}, filled(words["editor.step"], { n: at + 1 })),
      field(context, [...path, "title"], "editor.field.title"),
      field(context, [...path, "text"], "editor.field.text", { rows: 3 }),
      element(
        "p",
        { className: "row" },
        button(`↶ ${words["editor.undo"]}`, "undo-added", undo),
        element("span", { className: "hint" }, words["editor.collect.keys"]),
      ),
    ];
  }
}
