// What the panel says of sources, as component trees: those that match, or one of them with all that rests on it.
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";

export class SourceTelling {
  constructor(facts) {
    Object.assign(this, { facts, payload: facts.payload, words: facts.words });
    this.searched = facts.sources.map(({ id, short, authors, title, year, identifier, note }) =>
      [id, short, authors, title, year, identifier, note].join(" ").toLocaleLowerCase(),
    );
  }

  // The places of the sources that hold every word and were read in this way ("" for any).
  matching(query, access) {
    const sought = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return this.facts.sources
      .filter(
        ({ at, access: own }) =>
          (!access || own === access) && sought.every((word) => this.searched[at].includes(word)),
      )
      .map(({ at }) => at);
  }

  #count(n) {
    return filled(this.words[`sources.cited.${n === 1 ? "one" : "many"}`], { n });
  }

  list(query, access) {
    const found = this.matching(query, access);
    const items = found.map((at) => {
      const { type, props } = this.payload.origins[at];
      const count = part("Small", { children: this.#count(this.facts.resting[at].length), className: "rests" });
      return part(type, { ...props, children: [...props.children, " ", count] });
    });
    const told = { n: found.length, all: this.facts.sources.length };
    const head = part("H2", { children: filled(this.words["sources.found"], told), tabIndex: -1 });
    const none = part("P", { children: this.words["sources.none"] });
    return [
      part("Div", { className: "head", children: [head] }),
      items.length ? part("Ul", { children: items, className: "sources listed" }) : none,
    ];
  }

  #fact(key) {
    const claim = this.facts.claims.get(key);
    const open = part("Button", {
      children: claim.says,
      className: "link",
      "data-claim": key,
      "aria-haspopup": "dialog",
    });
    if (!this.payload.has(claim.key)) return part("Li", { children: open });
    const title = filled(this.words["sources.show.title"], {
      name: this.payload.names[this.payload.place.get(claim.key)],
    });
    const show = {
      children: this.words["sources.show"],
      className: "link show",
      "data-node": claim.key,
      title,
      "aria-label": title,
    };
    return part("Li", { children: [open, " ", part("Button", show)] });
  }

  #rests(at) {
    const { facts, words } = this;
    const tables = [...byTable(facts, at)].sort(([, a], [, b]) => b.length - a.length);
    const folds = tables.map(([table, keys]) => {
      const summary = part("Summary", { children: `${facts.tables[table].name} (${keys.length})` });
      return part("Details", {
        open: tables.length === 1 && keys.length < 25,
        children: [summary, part("Ul", { children: keys.map((key) => this.#fact(key)) })],
      });
    });
    const drawn = Object.entries(facts.drawn).filter(([, counts]) => counts[at]);
    const rows = drawn.map(([table, counts]) =>
      filled(words["sources.drawn.rows"], { table: facts.tables[table].name, n: counts[at] }),
    );
    const lines = rows.length
      ? [part("P", { className: "by", children: `${words["sources.drawn"]}: ${rows.join("; ")}.` })]
      : [];
    const head = part("H3", { children: `${words["sources.rests"]} (${facts.resting[at].length})` });
    return part("Section", {
      className: "part rests",
      children: [head, part("P", { children: words["sources.rests.lead"], className: "lead" }), ...folds, ...lines],
    });
  }

  page(id) {
    const { words } = this;
    const { at, authors, title, year, identifier, address, access, note } = this.facts.sources.find(
      (source) => source.id === id,
    );
    const chip = part("Span", { children: words[`access.${access}`], className: `chip access-${access}` });
    const pairs = [
      ["authors", authors || words["sources.unnamed"]],
      ["year", year],
      ["identifier", address ? part("A", { href: address, rel: "noreferrer", children: identifier }) : identifier],
      ["access", [chip, ` ${words[`access.${access}.title`]}.`]],
      ["note", note],
    ];
    const facts = pairs
      .filter(([, value]) => value.length !== 0)
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
      part("Dl", { className: "facts source-facts", children: facts }),
      this.#rests(at),
      part("Div", { className: "ways beside", children: back }),
    ];
  }
}

// Table → the claims in it that cite a source.
function byTable(facts, at) {
  const found = new Map();
  for (const key of facts.resting[at]) {
    const { table } = facts.claims.get(key);
    found.set(table, [...(found.get(table) ?? []), key]);
  }
  return found;
}
