// Loads and starts Dash after the first paint: with the first selection or after the first interaction.
import { loadScript } from "../app/load-script.js";

/** What Dash shows when the server does not send the layout. Dash cannot start twice on one page. */
const FAILED = "#react-entry-point > ._dash-error";

/** @type {Promise<boolean> | null} */
let loading = null;

/** Whether Dash has been loaded or is loading. */
export const isDashLoading = () => Boolean(loading);

/** Whether Dash was started but got no layout. */
export const hasNoLayout = () => Boolean(document.querySelector(FAILED));

/**
 * Loads and starts Dash once; after a failure the next call tries again.
 * @returns {Promise<boolean>}  whether it has been loaded
 */
export function loadDash() {
  const { src } = document.getElementById("_dash-renderer").dataset;
  loading ??= Promise.all(JSON.parse(src).map((address) => loadScript(address, true))).then(
    () => Boolean(new window.DashRenderer()),
    () => {
      loading = null;
      return false;
    },
  );
  return loading;
}
