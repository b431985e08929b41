// The texts of a sheet: its title, what it shows, its sources and its metadata.
import { shownPathway } from "../app/shown-with.js";
import { isMirrored, onSide } from "../app/side.js";
import { SVG } from "../figures/svg-elements.js";

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

/**
 * @typedef {object} Description
 * @property {string} title
 * @property {string} plate  name of the plate
 * @property {string} side  the side of the body, if it is not the usual one
 * @property {string} map  what the skin shows
 * @property {string} stem  name of the file without its ending
 */

const fileStem = (parts) =>
  parts
    .filter(Boolean)
    .join(" ")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");

/** What the skin shows, in a line. */
function skinLine({ payload }, { layer, map, maps, mode }, { words }) {
  // for several maps the status line of the page says what is shown
  if (mode === "maps" && maps) return document.getElementById("status").textContent;
  return layer === "dermatomes" ? words["sheet.map"].replace("{map}", payload.maps[map]) : words["sheet.nerves"];
}

/**
 * @param {Page} page
 * @param {State} state
 * @param {import("./image-export.js").SheetBundle} bundle
 * @returns {Description}
 */
export function describe(page, state, bundle) {
  const { payload } = page;
  const { mode, select, with: other, lesion, pair, side } = state;
  const plate = document.querySelector(`button[data-plate="${CSS.escape(state.plate)}"]`)?.textContent ?? "";
  const shown = [select, other].filter(Boolean);
  const selected = shown.map((id) => payload.nameOf(id)).join(" + ");
  const heading = mode ? document.querySelector("#panel h2")?.textContent : selected;
  return {
    title: heading || plate || bundle.words["page.name"],
    plate,
    side: isMirrored(side) ? onSide(bundle.words["side.shown"], side) : "",
    map: skinLine(page, state, bundle),
    stem: fileStem(["nerve-atlas", shown.join(" ") || lesion || pair || mode, plate, isMirrored(side) && side]),
  };
}

/**
 * The names of the sources of what is shown.
 * @param {Page} page
 * @param {State} state
 * @param {import("./image-export.js").SheetBundle} bundle
 * @returns {string[]}
 */
export function sourceNames({ payload }, state, { sources, layers }) {
  const { mode, map, layer } = state;
  const inPanel = [...document.querySelectorAll("#panel .sources li b")].map((name) => name.textContent);
  if (mode && inPanel.length) return [...new Set(inPanel)];
  const pathway = mode ? null : shownPathway(payload, state);
  const used = pathway?.sources ?? layers[layer === "dermatomes" ? map : layer] ?? [];
  return [...new Set(used.map((at) => sources[at]))];
}

/**
 * The metadata element of the drawing, in Dublin Core.
 * @param {Description} description
 * @param {string[]} names  of the sources
 * @param {Record<string, string>} words
 */
export function metadata({ title, map }, names, words) {
  const element = document.createElementNS(SVG, "metadata");
  const root = element.appendChild(document.createElementNS(RDF, "rdf:RDF"));
  const work = root.appendChild(document.createElementNS(RDF, "rdf:Description"));
  work.setAttributeNS(RDF, "rdf:about", "");
  const fields = {
    title,
    description: map,
    creator: words["page.name"],
    rights: words["sheet.licence"],
    source: names.join("; "),
    format: "image/svg+xml",
    language: document.documentElement.lang,
  };
  for (const [name, text] of Object.entries(fields))
    work.appendChild(document.createElementNS(DUBLIN_CORE, `dc:${name}`)).textContent = text;
  return element;
}
