// Loads and starts Dash after the first paint: with the first selection or after the first interaction.
import { loadScript } from "../app/load-script.js";
import { showNotice } from "../app/status.js";

/** What Dash shows when the server does not send the layout. Dash cannot start twice on one page. */
const FAILED = "#react-entry-point > ._dash-error";

const RETRY_DELAY = 2000; // milliseconds

/** @type {Promise<boolean> | null} */
let loading = null;

/** Dash waits for ever for a layout that the network loses: a notice says so, and it is asked for until it comes. */
function askUntilAnswered() {
  const { fetch } = window;
  window.fetch = async (address, options) => {
    for (let isLost = false; ; isLost = true) {
      try {
        const answer = await fetch(address, options);
        if (isLost) document.getElementById("notice").hidden = true;
        return answer;
      } catch (error) {
        if (!String(address).includes("_dash-")) throw error;
        showNotice([document.getElementById("main").dataset.failed]);
        await new Promise((done) => setTimeout(done, RETRY_DELAY));
      }
    }
  };
}

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
    () => {
      askUntilAnswered();
      return Boolean(new window.DashRenderer());
    },
    () => {
      loading = null;
      return false;
    },
  );
  return loading;
}
