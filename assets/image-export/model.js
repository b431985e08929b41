// Exports the body in three dimensions as a GLB file, with title, licence and sources inside.
import { describe, sourceNames } from "./sheet-texts.js";

/** The address of what is shown. Of a page opened from disk only the query, because its path is private. */
const address = () => (location.protocol === "file:" ? location.search : location.href);

/**
 * @param {Page} page
 * @param {State} state
 * @param {import("./image-export.js").SheetBundle} bundle
 * @returns {Promise<{blob: Blob, name: string}>}
 */
export async function makeModel(page, state, bundle) {
  const { words } = bundle;
  const { title, map, stem } = describe(page, state, bundle);
  const scene = /** @type {SolidScene} */ (document.getElementById("solid-scene"));
  const model = await scene.model({
    copyright: words["sheet.licence"],
    extras: {
      title: `${title} · ${words["page.name"]}`,
      skin: map,
      licence: words["sheet.licence"],
      purpose: words["sheet.purpose"],
      sources: sourceNames(page, state, bundle).join("; "),
      address: address(),
    },
  });
  return { blob: new Blob([model], { type: "model/gltf-binary" }), name: `${stem}.glb` };
}
