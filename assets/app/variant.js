// The variant of the anatomy that the page shows. The server chooses it, so a link to another one loads another page.
import { readable } from "./address.js";

export const VARIANT = "variant"; // its key in the address

/**
 * Removes from the address a variant that the page does not show.
 * @param {HTMLElement} main
 * @returns {string}  the variant that was asked for, or empty
 */
export function dropUnknownVariant(main) {
  const params = new URLSearchParams(location.search);
  const [asked, shown] = [params.get(VARIANT) ?? "", main.dataset.variant ?? ""];
  if (asked === shown) return "";
  if (shown) params.set(VARIANT, shown);
  else params.delete(VARIANT);
  history.replaceState(history.state, "", location.pathname + readable(params) + location.hash);
  return asked;
}
