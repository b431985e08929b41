// The variant of the anatomy that the page shows. The server chooses it, so a link to another one loads another page.
import { readable } from "./address.js";

const KEY = "variant";

/**
 * Removes from the address a variant that the page does not show.
 * @param {HTMLElement} main
 * @returns {string}  the variant that was asked for, or empty
 */
export function dropUnknownVariant(main) {
  const params = new URLSearchParams(location.search);
  const [asked, shown] = [params.get(KEY) ?? "", main.dataset.variant ?? ""];
  if (asked === shown) return "";
  if (shown) params.set(KEY, shown);
  else params.delete(KEY);
  history.replaceState(history.state, "", location.pathname + readable(params) + location.hash);
  return asked;
}
