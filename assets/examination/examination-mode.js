// The examination mode: the tests of the leg in order, how each is done, what it tells, and how accurate it is.
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
