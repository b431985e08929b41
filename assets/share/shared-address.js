// The address that is shared: what is shown, with the pack that its fragment holds.
import { readable } from "../app/address.js";
import { isOwn } from "../packs/own-id.js";
import { HASH } from "../packs/pack-link.js";

const EMBED = "embed";
const EDITOR = "editor";
/** What of a state names an entry of a pack, with what belongs to it. @type {Record<string, string[]>} */
const OF_ENTRY = { tour: ["tour", "step"], asked: ["asked", "n", "seed", "length"], case: ["case"] };

/**
 * What becomes of the pack that is open: it is in the address, or the address cannot have it; "" if none is open.
 * @typedef {"" | "withpack" | "nopack"} PackNote
 */

/**
 * @param {{href: string, search: string, hash: string}} place  as `location`
 * @param {{isEmbedded?: boolean, withPack?: boolean}} [options]
 * @returns {{address: string, note: PackNote}}
 */
export function sharedAddress({ href, search, hash }, { isEmbedded = false, withPack = true } = {}) {
  const params = new URLSearchParams(search);
  if (isEmbedded) params.set(EMBED, "1");
  else params.delete(EMBED);
  params.delete("making"); // the draft stays here
  const fragment = withPack && hash.startsWith(HASH) ? hash : "";
  const entries = Object.keys(OF_ENTRY).filter((key) => isOwn(params.get(key) ?? ""));
  // without its pack, the address of an entry leads to nothing
  if (!fragment) for (const key of entries.flatMap((name) => OF_ENTRY[name])) params.delete(key);
  const isOfPack = entries.length > 0 || params.get("mode") === EDITOR;
  const note = fragment ? "withpack" : isOfPack ? "nopack" : "";
  return { address: href.replace(/[?#].*/, "") + readable(params) + fragment, note };
}
