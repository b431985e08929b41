// Makes `fetch` work in an exported page that is opened from a disk. Browsers fetch nothing there, but they run scripts,
// so the export writes each JSON bundle as a script that hands over its text. The page loads this before other scripts.
window.atlas_files = (() => {
  /** @type {Record<string, string>} file name → text; set by an export of one file */
  const inlined = window.atlas_held ?? {};
  const [BEFORE, AFTER] = ["atlas_files.give(String.raw`", "`);\n"].map((text) => text.length); // around the text
  /** @type {WeakMap<HTMLOrSVGScriptElement, string>} */
  const textByScript = new WeakMap();
  const fetchByNetwork = window.fetch?.bind(window);
  const json = (text) => new Response(text, { headers: { "Content-Type": "application/json" } });

  /** The JSON in a script file, without running the script. */
  async function jsonIn(response) {
    if (!response.ok) return response;
    const script = await response.blob();
    return json(script.slice(BEFORE, script.size - AFTER));
  }

  async function fetchFile(resource, ...options) {
    const address = String(resource.url ?? resource);
    const name = address.slice(address.lastIndexOf("/") + 1);
    if (Object.hasOwn(inlined, name)) return json(inlined[name]);
    if (document.getElementById(address)) return json(document.getElementById(address).textContent);
    if (!address.endsWith(".json.js")) return fetchByNetwork(resource, ...options);
    if (location.protocol.startsWith("http")) return jsonIn(await fetchByNetwork(resource, ...options));
    const script = await globalThis.NerveAtlas.loadScript(address);
    script.remove();
    return json(textByScript.get(script));
  }

  window.fetch = fetchFile;
  return { give: (text) => void textByScript.set(document.currentScript, text) };
})();
