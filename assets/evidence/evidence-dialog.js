// What a statement rests on, in a dialog over the page: each source in full, what was not checked, who says otherwise.
import { element, filled } from "../app/dom.js";
import { fetchFacts, readable } from "./claims.js";
import { reportAddress } from "./error-report.js";

const MODE = "sources";
const ALL = "all";
const PART = "part:";
// A row of more columns than this is folded, so that its sources stand in sight.
const FEW = 4;
let dialog = null;

const linked = (page, id) =>
  element("button", { className: "link", "data-node": id }, page.payload.names[page.payload.place.get(id)]);
const chip = (words, key, title = words[`${key}.title`]) =>
  element("span", { className: `chip ${key.replace("chip.", "").replace(".", "-")}`, title }, words[key]);
const titled = (name, text, ...children) =>
  element("section", { className: `part ${name}` }, element("h3", {}, text), ...children);

function values(page, facts, claim, column) {
  const rows = facts.told(claim).map(([name, meaning, value]) => {
    const shown = Array.isArray(value)
      ? [
          element(
            "span",
            { className: "links" },
            value.map((id) => linked(page, id)),
          ),
        ]
      : [value];
    const own = { className: name === column ? "asked" : "" };
    return element("div", own, element("dt", { title: meaning }, readable(name)), element("dd", {}, ...shown));
  });
  if (!rows.length) return [];
  const list = element("dl", { className: "facts" }, rows);
  if (rows.length <= FEW) return [list];
  const title = filled(facts.words["claims.whole"], { n: rows.length });
  return [element("details", { open: Boolean(column) }, element("summary", {}, title), list)];
}

function standing({ words }, { checked, confidence }) {
  const keys = checked === "memory" ? ["memory"] : [confidence, ...(checked === "second-hand" ? [checked] : [])];
  const lines = keys.map((key) => element("p", {}, chip(words, `chip.${key}`), ` ${words[`chip.${key}.title`]}.`));
  return titled("standing", words["claims.standing"], ...lines);
}

function unchecked({ words }, claim) {
  if (!claim.unchecked.length) return [];
  const told = claim.unchecked.map((name) => {
    if (name === ALL) return words["claims.unchecked.all"];
    const column = readable(name.replace(PART, ""));
    return name.startsWith(PART) ? filled(words["claims.unchecked.part"], { column }) : column;
  });
  return [titled("unchecked", words["claims.unchecked"], element("p", {}, told.join("; ")))];
}

const ended = (piece) => (typeof piece === "string" && /[.?!]$/.test(piece) ? " " : ". ");

function reference({ words, sources }, at, place) {
  const { id, short, authors, title, year, identifier, address, access, note } = sources[at];
  const found = address ? element("a", { href: address, rel: "noreferrer" }, identifier) : identifier;
  const pieces = [authors, element("em", {}, title), year, found]
    .filter(Boolean)
    .flatMap((piece) => [piece, ended(piece)]);
  const said = [
    ...(place ? [element("p", {}, element("b", {}, filled(words["claims.place"], { place })))] : []),
    element("p", {}, chip(words, `access.${access}`), ` ${words[`access.${access}.title`]}.`),
    ...(note ? [element("p", { className: "remark" }, note)] : []),
  ];
  return element(
    "li",
    {},
    element("p", {}, element("button", { className: "link", "data-source": id }, short), " ", ...pieces),
    ...said,
  );
}

function others(facts, claim) {
  if (!claim.others.length) return [];
  const rows = claim.others.map((key) => {
    const other = facts.claims.get(key);
    const names = other.cites.map(([at]) => facts.sources[at].short).join("; ");
    const open = element("button", { className: "link", "data-claim": key }, other.says);
    return element("li", {}, open, " ", element("small", {}, names));
  });
  return [titled("others", facts.words["claims.others"], element("ul", {}, rows))];
}

function foot(facts, claim) {
  const { words, edition } = facts;
  const row = element("code", {}, `data/${claim.table}.csv: ${claim.key}`);
  const version = edition.version ? [" · ", filled(words["claims.version"], edition)] : [];
  const report = element(
    "a",
    { href: reportAddress(facts, claim), title: words["claims.report.title"], className: "report" },
    words["claims.report"],
  );
  return element("footer", {}, element("p", {}, row, ...version), element("p", {}, report));
}

function content(page, facts, key, column) {
  const claim = facts.claims.get(key);
  if (!claim) throw new Error(`no claim ${key}`);
  const { words } = facts;
  const close = element(
    "button",
    { className: "plain close", ariaLabel: words["claims.close"], on: { click: () => dialog.close() } },
    "×",
  );
  const about = column
    ? [element("p", { className: "lead" }, filled(words["claims.about"], { column: readable(column) }))]
    : [];
  return [
    element("header", {}, element("p", { className: "kind" }, facts.tables[claim.table].name), close),
    element("h2", { id: "claim-said", tabIndex: -1 }, claim.says),
    ...about,
    ...values(page, facts, claim, column),
    standing(facts, claim),
    ...unchecked(facts, claim),
    ...(claim.note ? [titled("note", words["claims.note"], element("p", {}, claim.note))] : []),
    titled(
      "sources",
      words["claims.sources"],
      element(
        "ul",
        {},
        claim.cites.map(([at, place]) => reference(facts, at, place)),
      ),
    ),
    ...others(facts, claim),
    foot(facts, claim),
  ];
}

// What is chosen inside leads away from the dialog; a key pressed inside is not meant for the page below.
function made() {
  const own = element("dialog", { id: "claim", "aria-labelledby": "claim-said" });
  own.addEventListener("keydown", (event) => event.stopPropagation());
  own.addEventListener("click", (event) => {
    if (event.target === own || event.target.closest("[data-node], [data-source]")) own.close();
  });
  document.body.append(own);
  return own;
}

export async function open(page, key, column = "") {
  const facts = await fetchFacts(page);
  dialog ??= made();
  dialog.replaceChildren(...content(page, facts, key, column));
  dialog.scrollTop = 0;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("h2").focus();
}

export const turnTo = (page, source) => page.go({ mode: MODE, part: source });
