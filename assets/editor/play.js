// Plays an entry of a pack where the atlas plays its own: a tour with its steps, a quiz as a run, a case as a case.
import { HASH } from "../packs/pack-link.js";
import { ownId } from "../packs/own-id.js";
import { remember, stored } from "../packs/pack-store.js";
import { newSeed } from "../quiz/seeded-random.js";
import { fetchTours } from "../tours/tour-route.js";

/** @import { Kind, Pack } from "../packs/types" */

/** Takes the pack of a link out of the address, when another pack is played. */
export function dropLink() {
  if (!location.hash.startsWith(HASH)) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  remember({ link: "" });
}

/**
 * @param {Page} page
 * @param {Pack} pack  checked
 * @param {Kind} kind
 * @param {number} n  of the entry
 */
export async function play(page, pack, kind, n) {
  if (pack !== stored.opened) dropLink();
  remember({ playing: pack, isPreview: pack !== stored.opened });
  const id = ownId(n);
  if (kind === "quizzes")
    page.go({ mode: "quiz", asked: id, level: "", length: "10", seed: newSeed(), n: "1", select: "" });
  else if (kind === "cases") page.go({ mode: "cases", case: id, findings: "", lesion: "", select: "" });
  else {
    const tours = await fetchTours(page);
    tours.takeOwn();
    tours.isStarting = true;
    page.go(tours.changeTo(id, 0, page.defaults));
  }
}
