// A black screen that directs a lecture's attention to the speaker. Any key and any click end it.
import { element } from "../app/dom.js";
import { fetchWords } from "./shortcut-labels.js";

const MODIFIERS = ["Shift", "Control", "Alt", "Meta"];
/** @type {HTMLDialogElement | null} */
let cover = null;

export const isBlank = () => cover !== null;

/**
 * Ends a black screen at once: its close event comes later than the next key may.
 * @param {HTMLDialogElement} dialog
 */
function uncover(dialog) {
  if (cover === dialog) cover = null;
  dialog.close();
  dialog.remove();
}

/**
 * Blanks the screen, or ends that.
 * @param {Page} page
 */
export async function toggleBlank(page) {
  if (cover) {
    uncover(cover);
    return;
  }
  const button = element("button", { type: "button", className: "plain" });
  // the screen itself takes the focus, because a ring around the button would shine on it
  const own = element("dialog", { className: "blank", autofocus: true, on: { click: () => uncover(own) } }, button);
  own.addEventListener("keydown", (event) => {
    if (MODIFIERS.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    uncover(own);
  });
  // the browser may close it too, as with the back gesture of a phone
  own.addEventListener("close", () => uncover(own));
  cover = own;
  document.body.append(own);
  own.showModal();
  // black at once; the strings may follow
  const words = await fetchWords(page);
  button.textContent = words["keys.unblank"];
  own.setAttribute("aria-label", words["keys.blanked"]);
}
