// The dialog with the evidence for one claim: its sources in full, what was not checked, and claims that disagree.
import { element, filled } from "../app/dom.js";
import { columnLabel, fetchEvidence } from "./claims.js";
import { reportAddress } from "./error-report.js";

/** @import { Citation, Claim, Evidence } from "./claims.js" */
/** @import { Words } from "../lesion/types" */

const MODE = "sources";
// Values of `unchecked` besides names of columns: the whole row, and the prefix of a part of a column.
const WHOLE_ROW = "all";
const PART_PREFIX = "part:";
// A row of more columns than this is folded, so that its sources stay visible.
const MOST_COLUMNS = 4;
// The marks of three kinds of evidence; the last one also stands for what was not read.
const FACT_MARKS = ["consensus", "variable", "single-source"];
/** @type {HTMLDialogElement | null} */
let dialog = null;

const nodeLink = (/** @type {Page} */ { payload }, /** @type {string} */ id) =>
  element("button", { className: "link", "data-node": id }, payload.nameOf(id));
const chip = (/** @type {Words} */ words, /** @type {string} */ key) =>
  element(
    "span",
    { className: `chip ${key.replace("chip.", "").replace(".", "-")}`, title: words[`${key}.title`] },
    words[key],
  );
const titledSection = (
  /** @type {string} */ name,
  /** @type {string} */ title,
  /** @type {(HTMLElement | string)[]} */ ...children
) => element("section", { className: `part ${name}` }, element("h3", {}, title), ...children);

/**
 * The columns of the row; the column that the reader asked about is emphasised.
 * @param {Page} page
 * @param {Evidence} evidence
 * @param {Claim} claim
 * @param {string} column
 */
function columnList(page, evidence, claim, column) {
  const rows = evidence.columnsOf(claim).map(({ name, meaning, value }) => {
    const content = Array.isArray(value)
      ? element(
          "span",
          { className: "links" },
          value.map((id) => nodeLink(page, id)),
        )
      : value;
    const props = { className: name === column ? "asked" : "" };
    return element("div", props, element("dt", { title: meaning }, columnLabel(name)), element("dd", {}, content));
  });
  if (!rows.length) return [];
  const list = element("dl", { className: "facts" }, rows);
  if (rows.length <= MOST_COLUMNS) return [list];
  const title = filled(evidence.words["claims.whole"], { n: rows.length });
  return [element("details", { open: Boolean(column) }, element("summary", {}, title), list)];
}

/** What the marks beside facts mean. @param {Words} words */
function marksKey(words) {
  const meanings = FACT_MARKS.map((mark) =>
    element("li", {}, element("span", { className: `mark ${mark}` }), ` ${words[`claims.key.${mark}`]}`),
  );
  return element("ul", { className: "marks-key" }, element("li", {}, words["claims.key"]), ...meanings);
}

/**
 * Who reviewed the claim, or that no clinician has.
 * @param {Evidence} evidence
 * @param {Claim} claim
 */
function reviewLines(evidence, claim) {
  const said = evidence.reviewsOf(claim);
  if (!said.length) return [element("p", { className: "remark" }, evidence.words["claims.unreviewed"])];
  return said.map((sentence) => element("p", { className: "reviewed" }, sentence));
}

/**
 * How certain the claim is and how it was checked.
 * @param {Evidence} evidence
 * @param {Claim} claim
 */
function confidenceSection(evidence, claim) {
  const { words } = evidence;
  const { checked, confidence } = claim;
  const keys = checked === "memory" ? ["memory"] : [confidence, ...(checked === "second-hand" ? [checked] : [])];
  const lines = keys.map((key) => element("p", {}, chip(words, `chip.${key}`), ` ${words[`chip.${key}.title`]}.`));
  return titledSection(
    "standing",
    words["claims.standing"],
    ...lines,
    ...reviewLines(evidence, claim),
    marksKey(words),
  );
}

/**
 * @param {Evidence} evidence
 * @param {Claim} claim
 */
function uncheckedSection({ words }, { unchecked }) {
  if (!unchecked.length) return [];
  const names = unchecked.map((name) => {
    if (name === WHOLE_ROW) return words["claims.unchecked.all"];
    const column = columnLabel(name.replace(PART_PREFIX, ""));
    return name.startsWith(PART_PREFIX) ? filled(words["claims.unchecked.part"], { column }) : column;
  });
  return [titledSection("unchecked", words["claims.unchecked"], element("p", {}, names.join("; ")))];
}

const separatorAfter = (/** @type {string | HTMLElement} */ piece) =>
  typeof piece === "string" && /[.?!]$/.test(piece) ? " " : ". ";

/**
 * One source in full, and how its passage was read.
 * @param {Evidence} evidence
 * @param {Citation} citation
 */
function reference(evidence, citation) {
  const { words, sources } = evidence;
  const [source, where] = citation;
  const { id, short, authors, title, year, identifier, address, note } = sources[source];
  const reading = evidence.readingOf(citation);
  const link = address ? element("a", { href: address, rel: "noreferrer" }, identifier) : identifier;
  const pieces = [authors, element("em", {}, title), year, link]
    .filter(Boolean)
    .flatMap((piece) => [piece, separatorAfter(piece)]);
  const lines = [
    ...(where ? [element("p", {}, element("b", {}, filled(words["claims.place"], { place: where })))] : []),
    element("p", {}, chip(words, `access.${reading}`), ` ${words[`access.${reading}.title`]}.`),
    ...(note ? [element("p", { className: "remark" }, note)] : []),
  ];
  const sourceButton = element("button", { className: "link", "data-source": id }, short);
  return element("li", {}, element("p", {}, sourceButton, " ", ...pieces), ...lines);
}

/**
 * Claims that disagree with this one.
 * @param {Evidence} evidence
 * @param {Claim} claim
 */
function disagreementSection(evidence, claim) {
  if (!claim.others.length) return [];
  const rows = claim.others.map((name) => {
    const other = evidence.claims.get(name);
    const sources = other.cites.map(([at]) => evidence.sources[at].short).join("; ");
    const button = element("button", { className: "link", "data-claim": name }, other.says);
    return element("li", {}, button, " ", element("small", {}, sources));
  });
  return [titledSection("others", evidence.words["claims.others"], element("ul", {}, rows))];
}

/**
 * The file and key of the claim in the data, and a link that reports an error in it.
 * @param {Evidence} evidence
 * @param {Claim} claim
 */
function footer(evidence, claim) {
  const { words, edition } = evidence;
  const row = element("code", {}, evidence.rowOf(claim));
  const version = edition.version ? [" · ", filled(words["claims.version"], edition)] : [];
  const report = element(
    "a",
    { href: reportAddress(evidence, claim), title: words["claims.report.title"], className: "report" },
    words["claims.report"],
  );
  return element("footer", {}, element("p", {}, row, ...version), element("p", {}, report));
}

/**
 * @param {Page} page
 * @param {Evidence} evidence
 * @param {string} name  `table:key`
 * @param {string} column  the column that the reader asked about, or ""
 */
function content(page, evidence, name, column) {
  const claim = evidence.claims.get(name);
  if (!claim) throw new Error(`There is no claim "${name}".`);
  const { words } = evidence;
  const close = element(
    "button",
    { className: "plain close", ariaLabel: words["claims.close"], on: { click: () => dialog.close() } },
    "×",
  );
  const lead = filled(words["claims.about"], { column: columnLabel(column) });
  const references = claim.cites.map((citation) => reference(evidence, citation));
  return [
    element("header", {}, element("p", { className: "kind" }, evidence.tables[claim.table].name), close),
    element("h2", { id: "claim-said", tabIndex: -1 }, claim.says),
    ...(column ? [element("p", { className: "lead" }, lead)] : []),
    ...columnList(page, evidence, claim, column),
    confidenceSection(evidence, claim),
    ...uncheckedSection(evidence, claim),
    ...(claim.note ? [titledSection("note", words["claims.note"], element("p", {}, claim.note))] : []),
    titledSection("sources", words["claims.sources"], element("ul", {}, references)),
    ...disagreementSection(evidence, claim),
    footer(evidence, claim),
  ];
}

// A link to a node or a source closes the dialog; keys pressed inside do not reach the page.
function createDialog() {
  const created = element("dialog", { id: "claim", "aria-labelledby": "claim-said" });
  created.addEventListener("keydown", (event) => event.stopPropagation());
  created.addEventListener("click", ({ target }) => {
    if (target === created || /** @type {Element} */ (target).closest("[data-node], [data-source]")) created.close();
  });
  document.body.append(created);
  return created;
}

/**
 * Opens the dialog for a claim.
 * @param {Page} page
 * @param {string} name  `table:key`
 * @param {string} [column]  the column that the reader asked about
 */
export async function open(page, name, column = "") {
  const evidence = await fetchEvidence(page);
  dialog ??= createDialog();
  dialog.replaceChildren(...content(page, evidence, name, column));
  dialog.scrollTop = 0;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("h2").focus();
}

/**
 * Opens the page of a source.
 * @param {Page} page
 * @param {string} source
 */
export const openSource = (page, source) => page.go({ mode: MODE, part: source });
