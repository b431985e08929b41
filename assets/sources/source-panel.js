// The panel pages of sources, as component trees: the list of matching sources, and one source with the claims citing it.
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";

/** @import { Evidence } from "../evidence/claims.js" */
/** @import { SourceFilter } from "./source-controls.js" */

// A single table with fewer claims than this is shown unfolded.
const FOLD_FROM = 25;

export class SourcePanel {
  /** @param {Evidence} evidence */
  constructor(evidence) {
    this.evidence = evidence;
    this.payload = evidence.payload;
    this.words = evidence.words;
    /** @type {string[]} for each source, the text that is searched */
    this.searchTexts = evidence.sources.map(({ id, short, authors, title, year, identifier, note }) =>
      [id, short, authors, title, year, identifier, note].join(" ").toLocaleLowerCase(),
    );
  }

  /**
   * The indexes of the sources that contain every word of the query and were read as asked.
   * @param {SourceFilter} filter
   */
  matching({ query, access }) {
    const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return this.evidence.sources
      .filter((source) => !access || source.access === access)
      .filter(({ at }) => words.every((word) => this.searchTexts[at].includes(word)))
      .map(({ at }) => at);
  }

  /** @param {number} n */
  #countText(n) {
    return filled(this.words[`sources.cited.${n === 1 ? "one" : "many"}`], { n });
  }

  /**
   * @param {SourceFilter} filter
   * @returns {Component[]}
   */
  list(filter) {
    const sources = this.matching(filter);
    const items = sources.map((source) => {
      const { type, props } = this.payload.origins[source];
      const text = this.#countText(this.evidence.claimsCiting(source).length);
      const count = part("Small", { children: text, className: "rests" });
      return part(type, { ...props, children: [.../** @type {Tree[]} */ (props.children), " ", count] });
    });
    const counts = { n: sources.length, all: this.evidence.sources.length };
    const head = part("H2", { children: filled(this.words["sources.found"], counts), tabIndex: -1 });
    const none = part("P", { children: this.words["sources.none"] });
    return [
      part("Div", { className: "head", children: [head] }),
      items.length ? part("Ul", { children: items, className: "sources listed" }) : none,
    ];
  }

  /** @param {string} name  `table:key` of a claim */
  #claimItem(name) {
    const claim = this.evidence.claims.get(name);
    const evidenceButton = part("Button", {
      children: claim.says,
      className: "link",
      "data-claim": name,
      "aria-haspopup": "dialog",
    });
    if (!this.payload.has(claim.key)) return part("Li", { children: evidenceButton });
    const node = this.payload.nameOf(claim.key);
    const title = filled(this.words["sources.show.title"], { name: node });
    const showButton = part("Button", {
      children: this.words["sources.show"],
      className: "link show",
      "data-node": claim.key,
      title,
      "aria-label": title,
    });
    return part("Li", { children: [evidenceButton, " ", showButton] });
  }

  /** @param {number} source */
  #citingClaims(source) {
    const { evidence, words } = this;
    const tables = [...this.#claimsByTable(source)].sort(([, a], [, b]) => b.length - a.length);
    const folds = tables.map(([table, names]) => {
      const summary = part("Summary", { children: `${evidence.tables[table].name} (${names.length})` });
      const items = part("Ul", { children: names.map((name) => this.#claimItem(name)) });
      return part("Details", {
        open: tables.length === 1 && names.length < FOLD_FROM,
        children: [summary, items],
      });
    });
    const drawnRows = Object.entries(evidence.drawn)
      .filter(([, counts]) => counts[source])
      .map(([table, counts]) =>
        filled(words["sources.drawn.rows"], { table: evidence.tables[table].name, n: counts[source] }),
      );
    const drawnText = `${words["sources.drawn"]}: ${drawnRows.join("; ")}.`;
    const count = evidence.claimsCiting(source).length;
    return part("Section", {
      className: "part rests",
      children: [
        part("H3", { children: `${words["sources.rests"]} (${count})` }),
        part("P", { children: words["sources.rests.lead"], className: "lead" }),
        ...folds,
        ...(drawnRows.length ? [part("P", { className: "by", children: drawnText })] : []),
      ],
    });
  }

  /**
   * @param {number} source
   * @returns {Map<string, string[]>}  table → the claims in it that cite the source
   */
  #claimsByTable(source) {
    const byTable = new Map();
    for (const name of this.evidence.claimsCiting(source)) {
      const { table } = this.evidence.claims.get(name);
      byTable.set(table, [...(byTable.get(table) ?? []), name]);
    }
    return byTable;
  }

  /**
   * @param {string} id
   * @returns {Component[]}
   */
  page(id) {
    const { words } = this;
    const { at, authors, title, year, identifier, address, access, note } = this.evidence.sources.find(
      (source) => source.id === id,
    );
    const chip = part("Span", { children: words[`access.${access}`], className: `chip access-${access}` });
    const link = address ? part("A", { href: address, rel: "noreferrer", children: identifier }) : identifier;
    const fields = {
      authors: authors || words["sources.unnamed"],
      year,
      identifier: link,
      access: [chip, ` ${words[`access.${access}.title`]}.`],
      note,
    };
    const rows = Object.entries(fields)
      .filter(([, value]) => value !== "")
      .map(([name, value]) =>
        part("Div", {
          children: [part("Dt", { children: words[`sources.${name}`] }), part("Dd", { children: value })],
        }),
      );
    const back = part("Button", { children: words["sources.back"], className: "plain", "data-all": "" });
    return [
      part("Div", {
        className: "head",
        children: [
          part("P", { className: "kind", children: words["sources.kind"] }),
          part("H2", { children: title, tabIndex: -1 }),
        ],
      }),
      part("Dl", { className: "facts source-facts", children: rows }),
      this.#citingClaims(at),
      part("Div", { className: "ways beside", children: back }),
    ];
  }
}
