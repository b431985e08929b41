// Loads what the components show, each file once for all components of a page.
import { fetchJson, once } from "../app/fetch-json.js";
import { loadScript } from "../app/load-script.js";
import { Payload } from "../app/payload.js";
import { Lesions } from "../lesion/lesions.js";

// The folder of the routes that atlas/components/routes.py adds to the app, seen from this script:
// <app>/_dash-component-suites/<package>/static/<script>
const FOLDER = "../../../_nerve-atlas/";
const SOLID_SCRIPT = "solid.js"; // next to this one
const script = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src ?? document.baseURI;

/** @type {() => Promise<typeof import("./solid-view.js").SolidView>} */
const loadSolidView = once(async () => {
  await loadScript(new URL(SOLID_SCRIPT, script).href);
  return /** @type {any} */ (window.nerve_atlas).SolidView;
});

/** @typedef {{svg: string, layers?: string}} Drawing  SVG text: a drawing, and the layers over its skin */

class Source {
  /** @param {string} base  URL of the folder */
  constructor(base) {
    this.base = base;
    this.pathways = once(async () => {
      const payload = new Payload(await fetchJson(this.#url("pathways")));
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(/** @type {any} */ (payload).style);
      return { payload: /** @type {FigurePayload} */ (payload), sheet };
    });
    this.lesions = once(async () => {
      const { payload } = await this.pathways();
      return new Lesions(await fetchJson(this.#url("lesions")), payload);
    });
    /** @type {() => Promise<Drawing>} */
    this.network = once(() => fetchJson(this.#url("network")));
    this.solidView = loadSolidView;
    /** @type {() => Promise<Record<string, any>>} */
    this.solid = once(() => fetchJson(this.#url("solid")));
    /** @type {() => Promise<Record<string, any>>} */
    this.solidMuscles = once(() => fetchJson(this.#url("solid-muscles")));
    /** @type {Map<string, () => Promise<Drawing>>} */
    this.views = new Map();
  }

  #url(name, query = {}) {
    const url = new URL(name, this.base);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    return url.href;
  }

  /** @param {string} id @returns {Promise<Drawing>} */
  view(id) {
    if (!this.views.has(id))
      this.views.set(
        id,
        once(() => fetchJson(this.#url("view", { id }))),
      );
    return this.views.get(id)();
  }

  /** The URL of the picture of what is inside. */
  picture(id, theme, size = "") {
    return this.#url("picture", { id, theme, size });
  }
}

/** @type {Map<string, Source>} */
const sources = new Map();

/**
 * The source of a component.
 * @param {string} [data]  the URL of a folder; by default that of the package
 */
export function sourceOf(data) {
  const folder = data ? new URL(data.endsWith("/") ? data : `${data}/`, document.baseURI) : new URL(FOLDER, script);
  if (!sources.has(folder.href)) sources.set(folder.href, new Source(folder.href));
  return sources.get(folder.href);
}
