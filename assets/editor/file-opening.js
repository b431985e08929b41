// How a file comes into the editor: chosen in a dialog, or dropped anywhere on the page.
import { element } from "../app/dom.js";

const DROPPING = "dropping";

/** Whether something that is dragged is a file; a text that is dragged into a field is none. @param {DragEvent} event */
const hasFile = ({ dataTransfer }) => Boolean(dataTransfer?.types.includes("Files"));

/**
 * @param {string} label
 * @param {(file: File) => void} openFile
 * @returns {HTMLInputElement}  hidden; its click opens the dialog
 */
export function fileInput(label, openFile) {
  const input = element("input", { type: "file", accept: ".json,application/json", hidden: true, tabIndex: -1, ariaLabel: label }); // prettier-ignore
  input.addEventListener("change", () => {
    const [file] = input.files;
    input.value = "";
    if (file) openFile(file);
  });
  return input;
}

/**
 * Takes files that are dropped on the page, which the browser would open in its place.
 * @param {HTMLElement} shown  has the class `dropping` while a file is over the page
 * @param {(file: File) => void} openFile
 */
export function takeDroppedFiles(shown, openFile) {
  const end = () => shown.classList.remove(DROPPING);
  addEventListener("dragover", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    shown.classList.add(DROPPING);
  });
  addEventListener("dragleave", (event) => !event.relatedTarget && end());
  addEventListener("drop", (event) => {
    end();
    if (!hasFile(event)) return;
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) openFile(file);
  });
}
