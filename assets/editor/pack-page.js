// The page of a pack that was opened: who made it, what is in it, and buttons to play it or to edit a copy.
import { element, filled } from "../app/dom.js";
import { button } from "./fields.js";
import { KINDS, PARTS } from "./new-entries.js";

/** @import { Kind, Pack } from "../packs/types" */

/**
 * @param {Pack} pack
 * @param {Record<string, string>} words
 * @param {{start: (kind: Kind, n: number) => void, edit: () => void, save: () => void, link: () => void, close: () => void}} actions
 */
export function packPage(pack, words, { start, edit, save, link, close }) {
  const amount = (/** @type {Kind} */ kind, /** @type {any} */ entry) => {
    const parts = PARTS[kind];
    if (!parts) return [];
    const n = entry[parts].length;
    return [element("p", { className: "hint" }, filled(words[`editor.pack.${parts}${n === 1 ? ".one" : ""}`], { n }))];
  };
  const entries = KINDS.flatMap((kind) =>
    (pack[kind] ?? []).map((/** @type {any} */ entry, /** @type {number} */ n) => {
      const id = `pack-${kind}-${n}`;
      return element(
        "li",
        { className: "pack-entry" },
        element("p", { className: "kind" }, words[`editor.kind.${kind}`]),
        element("h3", { id }, entry.title),
        ...(entry.about ? [element("p", {}, entry.about)] : []),
        ...amount(kind, entry),
        button(words[`editor.pack.start.${kind}`], `start.${kind}.${n}`, () => start(kind, n), {
          className: "start",
          "aria-describedby": id,
        }),
      );
    }),
  );
  const line = (/** @type {string} */ key, /** @type {Record<string, string>} */ values) =>
    element("p", {}, filled(words[key], values));
  return element(
    "article",
    { lang: pack.language || null },
    element("p", { className: "kind", lang: document.documentElement.lang }, words["editor.pack"]),
    element("h2", { tabIndex: -1 }, pack.title),
    element(
      "div",
      { lang: document.documentElement.lang },
      ...(pack.author ? [line("editor.pack.by", { author: pack.author })] : []),
      element("p", { className: "unchecked" }, words["editor.pack.unchecked"]),
      ...(pack.licence ? [line("editor.pack.licence", { licence: pack.licence })] : []),
    ),
    element("ul", { className: "pack-entries" }, entries),
    element(
      "p",
      { className: "row" },
      button(words["editor.pack.edit"], "edit", edit),
      button(words["editor.save"], "save", save),
      button(words["editor.link"], "link", link),
      button(words["editor.pack.close"], "close", close),
    ),
  );
}
