// The page's one global: its scripts share their modules through it, and an export's `file-protocol.js` loads with it.

/** @type {NerveAtlasGlobal} */
export const shared = (globalThis.NerveAtlas ??= { modules: [], features: {}, loadScript: null });
