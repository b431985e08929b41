// Every claim of the data set with its sources, fetched when the first one is shown.
import { filled } from "../app/dom.js";
import { fetchJson, once } from "../app/fetch-json.js";

/** @import { Words } from "../lesion/types" */

/**
 * Index of a source, the place in it, and how that was read if it is not how the source was.
 * @typedef {[source: number, where: string, reading?: string]} Citation
 */

/**
 * @typedef {object} Claim  one row of a table
 * @property {string} table
 * @property {string} key
 * @property {string} says  the row in words
 * @property {(string | string[])[]} values  a text, or ids of nodes, for each column of the table
 * @property {Citation[]} cites
 * @property {string} confidence
 * @property {string} checked
 * @property {string} note
 * @property {string[]} unchecked  columns, or parts of columns
 * @property {string[]} others  claims that disagree
 */

/**
 * @typedef {object} Source
 * @property {number} at  its index
 * @property {string} id
 * @property {string} short
 * @property {string} authors
 * @property {string} title
 * @property {string} year
 * @property {string} identifier
 * @property {string} address
 * @property {string} access
 * @property {string} note
 */

/**
 * @typedef {object} Table
 * @property {string} name
 * @property {string} file  path of its file in the data folder
 * @property {[name: string, meaning: string][]} columns
 */

/**
 * @typedef {object} ClaimData  the JSON of the claim bundle (atlas/web/bundles/claims.py)
 * @property {Record<string, Table>} tables
 * @property {Record<string, any[][]>} claims  table → rows
 * @property {any[][]} sources
 * @property {string[]} short  for each source, its short reference
 * @property {Record<string, string>} edition
 * @property {Record<string, Record<number, number>>} drawn  drawing table → source → number of rows that cite it
 * @property {Record<string, string[][]>} reviews  `table:key` → reviewer, role, date and language of each review
 * @property {any} cite  how to cite the data set
 * @property {Words} words
 */

const CLAIM_FIELDS = ["key", "says", "values", "cites", "confidence", "checked", "note", "unchecked", "others"];
const SOURCE_FIELDS = ["id", "authors", "title", "year", "identifier", "address", "access", "note"];
const record = (/** @type {string[]} */ fields, /** @type {any[]} */ row) =>
  Object.fromEntries(fields.map((name, at) => [name, row[at]]));

// How a passage was read, from best to worst.
export const READINGS = ["whole", "excerpt", "second-hand", "memory"];

export class Evidence {
  /**
   * @param {ClaimData} data
   * @param {Payload} payload
   */
  constructor(data, payload) {
    this.payload = payload;
    this.tables = data.tables;
    this.words = data.words;
    this.edition = data.edition;
    this.drawn = data.drawn;
    this.reviews = data.reviews ?? {};
    this.cite = data.cite;
    this.sources = data.sources.map(
      (row, at) => /** @type {Source} */ ({ ...record(SOURCE_FIELDS, row), at, short: data.short[at] }),
    );
    /** @type {Map<string, Claim>} `table:key` → claim */
    this.claims = new Map();
    for (const [table, rows] of Object.entries(data.claims))
      for (const row of rows)
        this.claims.set(`${table}:${row[0]}`, /** @type {Claim} */ ({ table, ...record(CLAIM_FIELDS, row) }));
    /** @type {string[][] | null} */
    this.citing = null;
  }

  /**
   * The columns of a claim that are not empty.
   * @param {Claim} claim
   */
  columnsOf(claim) {
    return this.tables[claim.table].columns
      .map(([name, meaning], at) => ({ name, meaning, value: claim.values[at] }))
      .filter(({ value }) => value.length);
  }

  /** How the passage of a citation was read. @param {Citation} citation */
  readingOf([source, , reading]) {
    return reading ?? this.sources[source].access;
  }

  /** The best reading among the citations of a claim. @param {Claim} claim */
  bestReading({ cites }) {
    return READINGS[Math.min(...cites.map((citation) => READINGS.indexOf(this.readingOf(citation))))];
  }

  /** Who reviewed a claim, as sentences; none if nobody has. @param {Claim} claim */
  reviewsOf({ table, key }) {
    return (this.reviews[`${table}:${key}`] ?? []).map(([reviewer, role, date, language]) =>
      filled(this.words[language ? "claims.reviewed.in" : "claims.reviewed"], { reviewer, role, date, language }),
    );
  }

  /** The file and key of a claim in the data. @param {Claim} claim */
  rowOf(claim) {
    return `data/${this.tables[claim.table].file}: ${claim.key}`;
  }

  /**
   * The names of the claims that cite a source.
   * @param {number} source
   */
  claimsCiting(source) {
    this.citing ??= this.#indexCitations();
    return this.citing[source];
  }

  #indexCitations() {
    const citing = this.sources.map(() => /** @type {string[]} */ ([]));
    for (const [name, claim] of this.claims)
      for (const source of new Set(claim.cites.map(([at]) => at))) citing[source].push(name);
    return citing;
  }
}

/**
 * Fetches the claims once.
 * @type {(page: Page) => Promise<Evidence>}
 */
export const fetchEvidence = once(
  async ({ answers, payload }) => new Evidence(await fetchJson(answers.claims), payload),
);

/** The name of a column as a reader sees it. @param {string} column */
export const columnLabel = (column) => column.replaceAll("_", " ");
