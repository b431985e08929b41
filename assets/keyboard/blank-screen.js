// A black screen that directs a lecture's attention to the speaker. Any key and any click end it.
import { element } from "../app/dom.js";
import { fetchWords } from "./shortcut-labels.js";

const MODIFIERS = ["Shift", "Control", "Alt", "Meta"];
/** @type {HTMLDialogElement | null} */
let cover = null;

export const isBlank = () => cover !== null;

/**
 * Blanks the screen, or ends that.
 * @param {Page} page
 */
export async function toggleBlank(page) {
  if (cover) {
    cover.close();
    return;
  }
  const button = element("button", { type: "button", className: "plain" });
  cover = element("dialog", { className: "blank", on: { click: () => cover?.close() } }, button);
  cover.addEventListener("keydown", (event) => {
    if (MODIFIERS.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    cover.close();
  });
  cover.addEventListener("close", () => {
    cover.remove();
    cover = null;
  });
  document.body.append(cover);
  cover.showModal();
  // black at once; the strings may follow
  const words = await fetchWords(page);
  button.textContent = words["keys.unblank"];
  cover?.setAttribute("aria-label", words["keys.blanked"]);
}
