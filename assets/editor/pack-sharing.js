// How a pack leaves the page: as a file, or as a link that holds it.
import { element } from "../app/dom.js";
import { save } from "../image-export/download.js";
import { MOST_LETTERS, toHash } from "../packs/pack-link.js";
import { openDialog } from "../share/share.js";
import { fileName } from "./new-entries.js";

/** @import { Pack } from "../packs/types" */

const FILE_TYPE = "application/json";

/** Saves a pack as a file. @param {Pack} pack @returns {string}  the name of the file */
export function saveAsFile(pack) {
  const name = fileName(pack);
  save(new Blob([`${JSON.stringify(pack, null, 2)}\n`], { type: FILE_TYPE }), name);
  return name;
}

/**
 * Shows a link that holds the pack, and copies it.
 * @param {Pack} pack
 * @param {Record<string, string>} words
 * @returns {Promise<boolean>}  false if the pack is too large for a link
 */
export async function shareAsLink(pack, words) {
  const hash = await toHash(pack);
  if (hash.length > MOST_LETTERS) return false;
  const link = `${location.href.replace(/[?#].*/, "")}?mode=editor${hash}`;
  const said = Object.fromEntries(["copy", "copied", "bykey", "close"].map((key) => [key, words[`editor.link.${key}`]])); // prettier-ignore
  openDialog(words["editor.link.title"], link, said, element("p", {}, words["editor.link.note"])).click();
  return true;
}
