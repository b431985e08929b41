// Every claim with its sources, fetched when the first is asked for.
const OWN = ["key", "says", "values", "cites", "confidence", "checked", "note", "unchecked", "others"];
const ORIGIN = ["id", "authors", "title", "year", "identifier", "address", "access", "note"];
const named = (names, row) => Object.fromEntries(names.map((name, at) => [name, row[at]]));

export class Facts {
  constructor(raw, payload) {
    Object.assign(this, {
      payload,
      tables: raw.tables,
      words: raw.words,
      edition: raw.edition,
      drawn: raw.drawn,
      cite: raw.cite,
    });
    this.sources = raw.sources.map((row, at) => ({ ...named(ORIGIN, row), at, short: raw.short[at] }));
    this.claims = new Map();
    for (const [table, rows] of Object.entries(raw.claims))
      for (const row of rows) this.claims.set(`${table}:${row[0]}`, { table, ...named(OWN, row) });
  }

  // What a claim says, column by column: [name, meaning, text or ids], without what is empty.
  told(claim) {
    const { columns } = this.tables[claim.table];
    return columns
      .map(([name, meaning], at) => [name, meaning, claim.values[at]])
      .filter(([, , value]) => value.length);
  }

  // The claims that cite each source, in the order of the sources.
  get resting() {
    if (!this.found) {
      this.found = this.sources.map(() => []);
      for (const [key, claim] of this.claims)
        for (const at of new Set(claim.cites.map(([source]) => source))) this.found[at].push(key);
    }
    return this.found;
  }
}

let facts = null;

export function fetchFacts(page) {
  facts ??= fetch(page.answers.claims).then(async (response) => {
    if (!response.ok) throw new Error(`${response.status}`);
    return new Facts(await response.json(), page.payload);
  });
  facts.catch(() => (facts = null));
  return facts;
}

export const readable = (column) => column.replaceAll("_", " ");
