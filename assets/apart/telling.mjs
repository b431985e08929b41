// What the panel says of two places, or of three, as component trees.
import { part, section } from "../panel.mjs";
import { filled } from "../lesions/building.mjs";
import { ENDINGS } from "../lesions/lesions.mjs";
import { Trees } from "../lesions/trees.mjs";

const KINDS = { territory: "apart.skin", muscle: "apart.muscle", reflex: "apart.reflex" };
const LETTERS = ["A", "B", "C"];
const percent = (share) => Math.round(share * 100);

export class ApartTelling {
  constructor(comparing) {
    const telling = new Trees(comparing.lesions);
    Object.assign(this, { comparing, telling, payload: comparing.payload, words: comparing.words });
  }

  letter(n) {
    return part("B", { className: `letter side-${LETTERS[n].toLowerCase()}`, children: LETTERS[n] });
  }

  range([least, most]) {
    const [low, high] = [percent(least), percent(most)];
    return low === high ? filled(this.words["apart.exact"], { share: high }) : filled(this.words["apart.to"], { least: low, most: high });
  }

  head(ats) {
    const { words, payload, comparing } = this;
    const named = ats.map((at, n) => part("Span", { className: "side-name", children: [this.letter(n), " ", this.telling.link(at)] }));
    const off = ats.filter((at) => comparing.off.includes(at));
    return part("Div", {
      className: "head",
      children: [
        part("P", { className: "kind", children: words["apart.kind"] }),
        part("H2", { children: named, tabIndex: -1 }),
        ...off.map((at) => part("P", { className: "remark", children: filled(words["apart.off"], { name: payload.names[at] }) })),
      ],
    });
  }

  chips({ strength, by }) {
    const chip = (key, name) => part("Span", { className: `chip ${name}`, children: this.words[key] });
    return part("Span", { className: "chips", children: [" ", chip(`apart.strength.${strength}`, `strength-${strength}`), " ", chip(`apart.by.${by}`, "by")] });
  }

  // One discriminator: what each side shows, where the graph disagrees, and who says so.
  told(one, ats, held) {
    const { words, payload } = this;
    const shows = [one.a, one.b].map((shown, n) => part("Li", { children: [this.letter(n), " ", shown] }));
    const graph = one.against.map((side) => {
      const taken = side === "a" ? held.ofA : held.ofB;
      const shares = one.endings.map((at) => filled(words["apart.share"], { name: payload.names[at], share: this.range(taken.get(at)) }));
      const values = { side: side.toUpperCase(), shares: shares.join(words["apart.or"]) };
      return part("P", { className: "against", children: filled(words["apart.against"], values) });
    });
    const named = one.endings.length ? [part("P", { className: "links", children: one.endings.map((at) => this.telling.link(at)) })] : [];
    const finding = part("P", { className: "finding", children: [part("B", { children: one.finding }), this.chips(one)] });
    return [finding, part("Ul", { className: "shows", children: shows }), ...graph, ...named, one.foot];
  }

  table(held) {
    const { words, telling } = this;
    const columns = [["both", held.both], ["only-a", held.onlyA], ["only-b", held.onlyB]];
    const heads = columns.map(([name, all]) =>
      part("Th", { scope: "col", className: name, children: `${name === "both" ? words["apart.both"] : filled(words["apart.only"], { side: name.at(-1).toUpperCase() })} (${all.length})` }),
    );
    const share = (ending, name) => {
      const own = [["A", held.ofA, "only-b"], ["B", held.ofB, "only-a"]].filter(([, , not]) => not !== name);
      const shares = own.map(([letter, taken]) => [letter, this.range(taken.get(ending))]);
      const whole = shares.every(([, text]) => text === this.range([1, 1]));
      const said = shares.map(([letter, text]) => (shares.length > 1 ? `${letter} ${text}` : text)).join(" · ");
      return whole ? [] : [part("Small", { children: said })];
    };
    const cell = ([name, all], kind) => {
      const own = all.filter((at) => this.payload.kinds[at] === kind);
      const items = own.map((at) => part("Li", { children: [telling.link(at), ...share(at, name)] }));
      return part("Td", { children: own.length ? part("Ul", { children: items }) : words["apart.nothing"] });
    };
    const body = ENDINGS.map((kind) => [
      part("Tr", { className: "kinds", children: part("Th", { colSpan: 3, scope: "colgroup", children: words[KINDS[kind]] }) }),
      part("Tr", { children: columns.map((column) => cell(column, kind)) }),
    ]);
    const table = [part("Thead", { children: part("Tr", { children: heads }) }), part("Tbody", { children: body.flat() })];
    return telling.titled("takes", words["apart.table"], part("Table", { className: "three", children: table }));
  }

  two(a, b, map) {
    const { words, comparing, telling } = this;
    const held = comparing.held(a, b, map);
    const said = comparing.discriminators(a, b, map);
    const separates = said.length && said[0].strength !== "none";
    const trees = [];
    if (separates) trees.push(telling.titled("best", words["apart.best"], ...this.told(said[0], [a, b], held)));
    else trees.push(part("P", { className: "lead none", children: words[said.length ? "apart.inseparable" : "apart.unlisted"] }));
    trees.push(this.table(held));
    const rest = said.slice(separates ? 1 : 0).map((one) => part("Li", { children: this.told(one, [a, b], held) }));
    if (rest.length) trees.push(telling.titled("others", `${words["apart.others"]} (${rest.length})`, part("Ul", { children: rest })));
    return trees;
  }

  three(ats, map) {
    const { words, comparing, telling } = this;
    const heads = [words["apart.finding"], ...ats.map((_, n) => this.letter(n))];
    const rows = comparing.ofThree(ats, map).map((row) => {
      const shown = row.shows.map((text) => part("Td", { className: text ? "" : "silent", children: text ?? words["apart.silent"] }));
      return part("Tr", { children: [part("Th", { scope: "row", children: [row.finding, this.chips(row)] }), ...shown] });
    });
    const table = [
      part("Thead", { children: part("Tr", { children: heads.map((head) => part("Th", { scope: "col", children: head })) }) }),
      part("Tbody", { children: rows }),
    ];
    const lead = part("P", { className: "lead", children: words["apart.lead.three"] });
    return telling.titled("threefold", words["apart.three.table"], lead, part("Table", { className: "three four", children: table }));
  }

  // Buttons that put two of the three on the figures.
  figured(ats) {
    const turns = [[0, 1, 2], [0, 2, 1], [1, 2, 0]];
    const button = (turn, n) => {
      const [a, b] = turn.map((at) => ats[at]);
      const pair = turn.map((at) => this.payload.ids[ats[at]]).join();
      const text = filled(this.words["apart.and"], { a: this.payload.names[a], b: this.payload.names[b] });
      return part("Button", { children: text, "data-pair": pair, "aria-pressed": String(!n), className: "plain" });
    };
    return this.telling.titled("figured", this.words["apart.figure"], part("Div", { className: "ways", children: turns.map(button) }));
  }

  tell(ats, map) {
    const [a, b, third] = ats;
    const three = third === undefined ? [] : [this.three(ats, map), this.figured(ats)];
    const sources = this.comparing.sourcesOf(ats).map((source) => this.payload.origins[source]);
    return [
      this.head(ats),
      ...three,
      ...this.two(a, b, map),
      ...(sources.length ? [section("sources", part("Ul", { children: sources }))] : []),
      part("P", { className: "purpose", children: this.words["apart.caution"] }),
    ];
  }

  nothing() {
    const said = [part("H2", { children: this.words["apart.head"], tabIndex: -1 }), part("P", { children: this.words["apart.how"] })];
    return [part("Div", { className: "head", children: [...said, part("P", { className: "purpose", children: this.words["apart.caution"] })] })];
  }
}
