// A black screen, so that the room looks at the speaker. Any key and any click bring the page back.
import { element } from "../app/dom.js";
import { fetchWords } from "./shortcut-labels.js";

const BARE = ["Shift", "Control", "Alt", "Meta"];
let cover = null;

export const blanked = () => cover !== null;

export function blank(page) {
  if (cover) return cover.close();
  const back = element("button", { type: "button", className: "plain" });
  cover = element("dialog", { className: "blank", on: { click: () => cover?.close() } }, back);
  cover.addEventListener("keydown", (event) => {
    if (BARE.includes(event.key)) return;
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
  // black at once; its words may follow
  return fetchWords(page).then((words) => {
    back.textContent = words["keys.unblank"];
    cover?.setAttribute("aria-label", words["keys.blanked"]);
  });
}
