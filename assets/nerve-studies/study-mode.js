// The mode of nerve studies: what each study shows after a lesion, day by day.
import { showLine } from "../app/status.js";

/** @param {Page} page */
export async function enter(page) {
  void page;
  return {
    choose: (/** @type {string} */ id) => ({ mode: "", select: id }),
    clear: () => null,
    show: () => showLine(""),
    leave() {},
  };
}
