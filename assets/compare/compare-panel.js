// What the panel says of two places, or of three, as component trees.
import { section } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { ENDINGS } from "../lesion/lesions.js";
import { Trees } from "../lesion/panel-parts.js";

const KINDS = { territory: "apart.skin", muscle: "apart.muscle", reflex: "apart.reflex" };
const LETTERS = ["A", "B", "C"];
const percent = (share) => Math.round(share * 100);

export class ApartTelling extends Trees {
  constructor(comparing) {
    super(comparing.lesions);
    Object.assign(this, { comparing, words: comparing.words });
  }

  letter(n) {
    return part("B", { className: `letter side-${LETTERS[n].toLowerCase()}`, children: LETTERS[n] });
  }

  range([least, most]) {
    const [low, high] = [percent(least), percent(most)];
    const key = low === high ? "apart.exact" : "apart.to";
    return filled(this.words[key], { share: high, least: low, most: high });
  }

  opening(ats) {
    const { words, payload } = this;
    const named = ats.map((at, n) =>
      part("Span", { className: "side-name", children: [this.letter(n), " ", this.link(at)] }),
    );
    const off = ats.filter((at) => this.comparing.off.includes(at)).map((at) => payload.names[at]);
    const told = off.map((name) => part("P", { className: "remark", children: filled(words["apart.off"], { name }) }));
    return this.head(words["apart.kind"], named, ...told);
  }

  chips({ strength, by }) {
    const chip = (key, name) => [" ", part("Span", { className: `chip ${name}`, children: this.words[key] })];
    return [...chip(`apart.strength.${strength}`, `strength-${strength}`), ...chip(`apart.by.${by}`, "by")];
  }

  // Where the graph takes something else than the source says.
  against(one, side, held) {
    const taken = side === "a" ? held.ofA : held.ofB;
    const share = (at) => ({ name: this.payload.names[at], share: this.range(taken.get(at)) });
    const shares = one.targets.map((at) => filled(this.words["apart.share"], share(at)));
    const values = { side: side.toUpperCase(), shares: shares.join(this.words["apart.or"]) };
    return part("P", { className: "against", children: filled(this.words["apart.against"], values) });
  }

  // One discriminator: what each side shows, where the graph disagrees, and who says so.
  told(one, held) {
    const shows = [one.a, one.b].map((shown, n) => [this.letter(n), " ", shown]);
    const named = part("P", { className: "links", children: one.targets.map((at) => this.link(at)) });
    return [
      part("P", { className: "finding", children: [part("B", { children: one.finding }), ...this.chips(one)] }),
      this.list(shows, "shows"),
      ...one.against.map((side) => this.against(one, side, held)),
      ...(one.targets.length ? [named] : []),
      one.foot,
    ];
  }

  // How much of a target is taken, where it is not simply all of it.
  part(target, name, held) {
    const sides = [
      ["A", held.ofA, "only-b"],
      ["B", held.ofB, "only-a"],
    ].filter(([, , other]) => other !== name);
    const shares = sides.map(([letter, taken]) => [letter, this.range(taken.get(target))]);
    if (shares.every(([, text]) => text === this.range([1, 1]))) return [];
    const said = shares.map(([letter, text]) => (shares.length > 1 ? `${letter} ${text}` : text));
    return [part("Small", { children: said.join(" · ") })];
  }

  table(held) {
    const { words } = this;
    const columns = [
      ["both", held.both, words["apart.both"]],
      ["only-a", held.onlyA, filled(words["apart.only"], { side: "A" })],
      ["only-b", held.onlyB, filled(words["apart.only"], { side: "B" })],
    ];
    const heads = columns.map(([name, all, title]) =>
      part("Th", { scope: "col", className: name, children: this.counted(title, all) }),
    );
    const cell = ([name, all], kind) => {
      const own = all.filter((at) => this.payload.kinds[at] === kind);
      const items = own.map((at) => [this.link(at), ...this.part(at, name, held)]);
      return part("Td", { children: own.length ? this.list(items, "") : words["apart.nothing"] });
    };
    const rows = ENDINGS.flatMap((kind) => {
      const head = part("Th", { colSpan: 3, scope: "colgroup", children: words[KINDS[kind]] });
      const cells = columns.map((column) => cell(column, kind));
      return [part("Tr", { className: "kinds", children: head }), part("Tr", { children: cells })];
    });
    return this.titled("takes", words["apart.table"], this.columned("three", heads, rows));
  }

  columned(name, heads, rows) {
    const children = [part("Thead", { children: part("Tr", { children: heads }) }), part("Tbody", { children: rows })];
    return part("Table", { className: name, children });
  }

  two(a, b, map) {
    const { words, comparing } = this;
    const held = comparing.held(a, b, map);
    const said = comparing.discriminators(a, b, map);
    const separates = said.length > 0 && said[0].strength !== "none";
    const missing = part("P", {
      className: "lead none",
      children: words[said.length ? "apart.inseparable" : "apart.unlisted"],
    });
    const rest = said.slice(separates ? 1 : 0).map((one) => this.told(one, held));
    return [
      separates ? this.titled("best", words["apart.best"], ...this.told(said[0], held)) : missing,
      this.table(held),
      ...(rest.length ? [this.titled("others", this.counted(words["apart.others"], rest), this.list(rest, ""))] : []),
    ];
  }

  three(ats, map) {
    const { words } = this;
    const heads = [words["apart.finding"], ...ats.map((_, n) => this.letter(n))];
    const shown = (text) => part("Td", { className: text ? "" : "silent", children: text ?? words["apart.silent"] });
    const rows = this.comparing.ofThree(ats, map).map((row) => {
      const finding = part("Th", { scope: "row", children: [row.finding, ...this.chips(row)] });
      return part("Tr", { children: [finding, ...row.shows.map(shown)] });
    });
    const cells = heads.map((head) => part("Th", { scope: "col", children: head }));
    const table = this.columned("three four", cells, rows);
    return this.titled("threefold", words["apart.three.table"], this.lead(words["apart.lead.three"]), table);
  }

  // Buttons that put two of the three on the figures.
  figured(ats) {
    const { ids, names } = this.payload;
    const button = (turn, n) => {
      const [a, b, c] = turn.map((at) => ats[at]);
      const text = filled(this.words["apart.and"], { a: names[a], b: names[b] });
      const pair = [a, b, c].map((at) => ids[at]).join();
      return part("Button", { children: text, "data-pair": pair, "aria-pressed": String(!n), className: "plain" });
    };
    const buttons = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 2, 0],
    ].map(button);
    return this.titled("figured", this.words["apart.figure"], part("Div", { className: "ways", children: buttons }));
  }

  tell(ats, map) {
    const [a, b, third] = ats;
    const sources = this.comparing.sourcesOf(ats).map((source) => this.payload.origins[source]);
    return [
      this.opening(ats),
      ...(third === undefined ? [] : [this.three(ats, map), this.figured(ats)]),
      ...this.two(a, b, map),
      ...(sources.length ? [section("sources", part("Ul", { children: sources }))] : []),
      this.caution(),
    ];
  }

  caution() {
    return part("P", { className: "purpose", children: this.words["apart.caution"] });
  }

  nothing() {
    return [this.head("", this.words["apart.head"], part("P", { children: this.words["apart.how"] }), this.caution())];
  }
}
