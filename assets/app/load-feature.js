// Loads the module of a feature on demand, with the bundle that holds it.
import { shared } from "./global.js";
import { loadScript } from "./load-script.js";

/** Feature → the bundle that holds it, if it is not features.js. */
const BUNDLE_OF = { solid: "solid", model: "model", "mode:myotomes": "charts" };

/** @type {Map<string, Promise<HTMLScriptElement>>} */
const bundles = new Map();
/** @type {Map<string, Promise<any>>} */
const modules = new Map();

function loadBundle(name) {
  if (!bundles.has(name)) {
    const loading = loadScript(document.documentElement.dataset[name]);
    loading.catch(() => bundles.delete(name));
    bundles.set(name, loading);
  }
  return bundles.get(name);
}

async function load(name) {
  await loadBundle(BUNDLE_OF[name] ?? "features");
  if (name in shared.features) return shared.features[name]();
  throw new Error(`There is no feature "${name}".`);
}

/**
 * Loads a feature once; after a failure the next call tries again.
 * @param {string} name  a key of `NerveAtlas.features`, such as "labels" or "mode:quiz"
 * @returns {Promise<any>}  the feature's module
 */
export function loadFeature(name) {
  if (!modules.has(name)) {
    const loading = load(name);
    loading.catch(() => modules.delete(name));
    modules.set(name, loading);
  }
  return modules.get(name);
}

/**
 * Whether a feature has been loaded or is loading.
 * @param {string} name
 */
export const isLoading = (name) => modules.has(name);
