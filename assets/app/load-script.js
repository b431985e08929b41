// Loads classic scripts: from an address, or from the page itself in an export that is one file.
import { shared } from "./global.js";

/**
 * Adds a script to the page and waits until it has run.
 * @param {string} address
 * @param {boolean} [inOrder]  run in the order of the calls, not as soon as it has arrived
 * @returns {Promise<HTMLScriptElement>}  rejected with the address when it cannot be loaded
 */
export function loadScript(address, inOrder = false) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const inlined = document.getElementById(address);
    script.async = !inOrder;
    script.onload = () => resolve(script);
    script.onerror = () => {
      script.remove();
      reject(new Error(address));
    };
    if (inlined) script.textContent = inlined.textContent;
    else script.src = address;
    document.head.append(script);
    if (inlined) resolve(script);
  });
}

shared.loadScript = loadScript;
