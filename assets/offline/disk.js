// In files on a disk browsers fetch nothing, but scripts run there: so each answer is a script that hands over its text.
// This stands before all others in the exported page, and lets whoever fetches do so in one way everywhere.
"use strict";
window.atlas_files = (() => {
  const HELD = {}; // name at the end of an address → text; filled in when it is exported
  const given = new WeakMap();
  const beyond = window.fetch?.bind(window);
  const json = (text) => new Response(text, { headers: { "Content-Type": "application/json" } });

  async function fetched(asked, ...more) {
    const address = String(asked.url ?? asked);
    const name = address.slice(address.lastIndexOf("/") + 1);
    if (Object.hasOwn(HELD, name)) return json(HELD[name]);
    if (document.getElementById(address)) return json(document.getElementById(address).textContent);
    if (!address.endsWith(".json.js")) return beyond(asked, ...more);
    const script = await window.atlas_modules.load(address);
    script.remove();
    return json(given.get(script));
  }

  window.fetch = fetched;
  return { give: (text) => given.set(document.currentScript, text) };
})();
