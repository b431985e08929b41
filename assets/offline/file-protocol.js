// Makes `fetch` work in an exported page that is opened from a disk. Browsers fetch nothing there, but they run scripts,
// so the export writes each JSON bundle as a script that hands it over packed. The page loads this before other scripts.
window.atlas_files = (() => {
  /** @type {Record<string, string>} file name → text; set by an export of one file */
  const inlined = window.atlas_held ?? {};
  const [BEFORE, AFTER] = ['atlas_files.give("', '");\n'].map((text) => text.length); // around what is packed
  /** @type {WeakMap<HTMLOrSVGScriptElement, string>} */
  const packedByScript = new WeakMap();
  const fetchByNetwork = window.fetch?.bind(window);
  const json = (body) => new Response(body, { headers: { "Content-Type": "application/json" } });

  /** The JSON in Base64 of its zlib form. */
  function unpacked(packed) {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    return json(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")));
  }

  /** The JSON in a script file, without running the script. */
  async function jsonIn(response) {
    if (!response.ok) return response;
    return unpacked((await response.text()).slice(BEFORE, -AFTER));
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
    return unpacked(packedByScript.get(script));
  }

  window.fetch = fetchFile;
  return { give: (packed) => void packedByScript.set(document.currentScript, packed) };
})();
