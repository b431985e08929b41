// The one global of the page: what its scripts share with each other, and with the exported page's `file-protocol.js`.

/**
 * @typedef {object} NerveAtlasGlobal
 * @property {Record<string, object>} modules  modules that main.js shares with the other bundles, by their path
 * @property {Record<string, () => Promise<any>>} features  features that can be loaded, by name
 * @property {(address: string, inOrder?: boolean) => Promise<HTMLScriptElement>} loadScript
 */

/** @type {NerveAtlasGlobal} */
export const shared = (globalThis.NerveAtlas ??= { modules: {}, features: {}, loadScript: null });
