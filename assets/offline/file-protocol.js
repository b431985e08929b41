// In files on a disk browsers fetch nothing, but scripts run there: so each answer is a script that hands over its text.
// This stands before all others in the exported page, and lets whoever fetches do so in one way everywhere.
"use strict";
window.atlas_files = (() => {
  const HELD = window.atlas_held ?? {}; // name at the end of an address → text; the export sets it before this script
  const AROUND = ["atlas_files.give(String.raw`", "`);\n"].map((text) => text.length); // as the export writes it
  const given = new WeakMap();
  const beyond = window.fetch?.bind(window);
  const json = (told) => new Response(told, { headers: { "Content-Type": "application/json" } });

  // From a host they are fetched as they are, which spares the browser reading a long answer as a program.
  async function cut(response) {
    if (!response.ok) return response;
    const script = await response.blob();
    return json(script.slice(AROUND[0], script.size - AROUND[1]));
  }

  async function fetched(asked, ...more) {
    const address = String(asked.url ?? asked);
    const name = address.slice(address.lastIndexOf("/") + 1);
    if (Object.hasOwn(HELD, name)) return json(HELD[name]);
    if (document.getElementById(address)) return json(document.getElementById(address).textContent);
    if (!address.endsWith(".json.js")) return beyond(asked, ...more);
    if (location.protocol.startsWith("http")) return cut(await beyond(asked, ...more));
    const script = await globalThis.NerveAtlas.loadScript(address);
    script.remove();
    return json(given.get(script));
  }

  window.fetch = fetched;
  return { give: (text) => given.set(document.currentScript, text) };
})();
