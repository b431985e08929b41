// The controls around the list of sources: search, filter, statistics, downloads, licence and citation.
import { element, filled } from "../app/dom.js";
import { READINGS } from "../evidence/claims.js";

/** @import { Evidence } from "../evidence/claims.js" */
/** @typedef {{query: string, access: string}} SourceFilter  words to find, and how the source was read ("" for any) */

const FORMATS = ["csv", "graphml", "jsonld", "bibtex"];
// A number with a narrow space between groups of three digits.
const grouped = (/** @type {number} */ number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u202f");

/**
 * @param {Evidence} evidence
 * @param {(filter: SourceFilter) => void} onChange
 */
function searchControls({ words, sources }, onChange) {
  const filter = { query: "", access: "" };
  const input = element("input", { type: "search", id: "source-search", autocomplete: "off", spellcheck: false });
  input.addEventListener("input", () => onChange(Object.assign(filter, { query: input.value })));
  const buttons = ["", ...READINGS].map((access) => {
    const count = sources.filter((source) => !access || source.access === access).length;
    const text = `${words[access ? `access.${access}` : "sources.all"]} (${count})`;
    const title = access && words[`access.${access}.title`];
    const button = element("button", { ariaPressed: String(!access), title }, text);
    button.addEventListener("click", () => {
      for (const other of buttons) other.ariaPressed = String(other === button);
      onChange(Object.assign(filter, { access }));
    });
    return button;
  });
  const label = element("label", { htmlFor: input.id }, words["sources.find"]);
  const group = element("div", { className: "ways", role: "group", ariaLabel: words["sources.read"] }, buttons);
  return [label, input, group];
}

/**
 * How many claims were read, and how.
 * @param {Evidence} evidence
 */
function statistics(evidence) {
  const { words, claims, sources } = evidence;
  const all = claims.size;
  const readings = [...claims.values()].map((claim) => evidence.bestReading(claim));
  const rows = READINGS.map((how) => {
    const n = readings.filter((reading) => reading === how).length;
    const share = `${Math.round((100 * n) / all)} %`;
    const bar = element("span", {
      className: `bar ${how}`,
      ariaHidden: "true",
      style: `inline-size: ${(100 * n) / all}%`,
    });
    const text = `${words[`sources.numbers.${how}`]} (${grouped(n)})`;
    return element("li", {}, element("b", {}, `${share} `), text, bar);
  });
  const summary = filled(words["sources.numbers.claims"], { n: grouped(all), m: sources.length });
  return [
    element("h3", {}, words["sources.numbers"]),
    element("p", {}, summary),
    element("ul", { className: "shares" }, rows),
  ];
}

/**
 * @param {Evidence} evidence
 * @param {Record<string, string>} answers  bundle name → address
 */
function downloadsAndLicence({ words, edition, cite }, answers) {
  const links = FORMATS.map((format) => {
    const props = {
      href: answers[`data-${format}`],
      download: "",
      title: words[`sources.${format}.title`],
      className: "file",
    };
    return element("li", {}, element("a", props, words[`sources.${format}`]));
  });
  const licence = edition.licence ? [element("p", {}, filled(words["sources.licence"], edition))] : [];
  const version = edition.version ? [element("p", {}, filled(words["claims.version"], edition), ". ")] : [];
  return [
    element("h3", {}, words["sources.data"]),
    element("ul", { className: "files" }, links),
    ...version,
    ...licence,
    element("h3", {}, words["sources.cite"]),
    element("p", { className: "citation" }, cite),
  ];
}

/**
 * @param {Evidence} evidence
 * @param {string} name
 * @param {HTMLElement[]} children
 */
const toolSection = ({ words }, name, children) =>
  element(
    "section",
    { className: `panel source-tools ${name}`, ariaLabel: words[`sources.${name}`], "data-in-mode": "sources" },
    children,
  );

/** What the atlas is for and who makes it, folded. @param {Evidence} evidence */
function about({ words }) {
  const texts = ["purpose", "limits", "makers"].map((name) => element("p", {}, words[`sources.about.${name}`]));
  return element("details", {}, element("summary", {}, words["sources.about"]), texts);
}

/**
 * The sections before and after the list of sources.
 * @param {Evidence} evidence
 * @param {Record<string, string>} answers  bundle name → address
 * @param {(filter: SourceFilter) => void} onChange
 */
export function createSourceTools(evidence, answers, onChange) {
  const { words } = evidence;
  const heading = [
    element("h2", {}, words["sources.title"]),
    element("p", { className: "lead" }, words["sources.lead"]),
  ];
  return {
    search: toolSection(evidence, "find", [...heading, about(evidence), ...searchControls(evidence, onChange)]),
    downloads: toolSection(evidence, "data", [...statistics(evidence), ...downloadsAndLicence(evidence, answers)]),
  };
}
