// The panel pages of a comparison of two or three places, as component trees.
import { section } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { TARGET_KINDS } from "../lesion/lesions.js";
import { PanelParts } from "../lesion/panel-parts.js";

/** @import { Comparison, Discriminator, Overlap, Range, Side } from "./comparison.js" */

/** @type {Record<string, string>} */
const KIND_HEADINGS = { territory: "apart.skin", muscle: "apart.muscle", reflex: "apart.reflex" };
const LETTERS = ["A", "B", "C"];

export class ComparisonPanel extends PanelParts {
  /** @param {Comparison} comparison */
  constructor(comparison) {
    super(comparison.lesions);
    this.comparison = comparison;
    this.words = comparison.words;
  }

  /**
   * @param {number} n  which of the places
   * @returns {Component}
   */
  #letter(n) {
    return part("B", { className: `letter side-${LETTERS[n].toLowerCase()}`, children: LETTERS[n] });
  }

  /** @param {Range} range */
  #rangeText([least, most]) {
    const [low, high] = [this.#amount(least), this.#amount(most)];
    return low === high ? high : filled(this.words["apart.to"], { least: low, most: high });
  }

  /** A share in words. @param {number} share */
  #amount(share) {
    const { mostly } = this.lesions.data;
    const name = share >= 1 ? "all" : share > mostly ? "mostly" : share > 0 ? "partly" : "none";
    return this.words[`apart.amount.${name}`];
  }

  /** @param {number[]} places */
  #heading(places) {
    const { words, payload } = this;
    const names = places.map((place, n) =>
      part("Span", { className: "side-name", children: [this.#letter(n), " ", this.link(place)] }),
    );
    const remarks = places
      .filter((place) => this.comparison.data.off.includes(place))
      .map((place) => filled(words["apart.off"], { name: payload.names[place] }))
      .map((children) => part("P", { className: "remark", children }));
    return this.head(words["apart.kind"], names, ...remarks);
  }

  /** @param {Discriminator} discriminator */
  #chips({ strength, by }) {
    const chip = (/** @type {string} */ key, /** @type {string} */ name) => [
      " ",
      part("Span", { className: `chip ${name}`, children: this.words[key] }),
    ];
    return [...chip(`apart.strength.${strength}`, `strength-${strength}`), ...chip(`apart.by.${by}`, "by")];
  }

  /**
   * A note where the graph disagrees with what the source says about one side.
   * @param {Discriminator} discriminator
   * @param {Side} side
   * @param {Overlap} overlap
   */
  #disagreement({ targets }, side, overlap) {
    const shares = side === "a" ? overlap.ofA : overlap.ofB;
    const texts = targets.map((target) => {
      const values = { name: this.payload.names[target], share: this.#rangeText(shares.get(target)) };
      return filled(this.words["apart.share"], values);
    });
    const values = { side: side.toUpperCase(), shares: texts.join(this.words["apart.or"]) };
    return part("P", { className: "against", children: filled(this.words["apart.against"], values) });
  }

  /**
   * One discriminator: what each side shows, where the graph disagrees, and the sources.
   * @param {Discriminator} discriminator
   * @param {Overlap} overlap
   * @returns {Component[]}
   */
  #discriminator(discriminator, overlap) {
    const { a, b, finding, targets, against, foot } = discriminator;
    const shows = [a, b].map((text, n) => [this.#letter(n), " ", text]);
    const links = part("P", { className: "links", children: targets.map((target) => this.link(target)) });
    return [
      part("P", { className: "finding", children: [part("B", { children: finding }), ...this.#chips(discriminator)] }),
      this.list(shows, "shows"),
      ...against.map((side) => this.#disagreement(discriminator, side, overlap)),
      ...(targets.length ? [links] : []),
      foot,
    ];
  }

  /**
   * The share of a target that is lost, unless it is simply all of it.
   * @param {number} target
   * @param {string} column
   * @param {Overlap} overlap
   */
  #shareNote(target, column, overlap) {
    const sides = [
      { letter: "A", shares: overlap.ofA, otherColumn: "only-b" },
      { letter: "B", shares: overlap.ofB, otherColumn: "only-a" },
    ].filter(({ otherColumn }) => otherColumn !== column);
    const texts = sides.map(({ letter, shares }) => ({ letter, text: this.#rangeText(shares.get(target)) }));
    if (texts.every(({ text }) => text === this.#rangeText([1, 1]))) return [];
    const children = texts.map(({ letter, text }) => (texts.length > 1 ? `${letter} ${text}` : text)).join(" · ");
    return [part("Small", { children })];
  }

  /** @param {Overlap} overlap */
  #overlapTable(overlap) {
    const { words } = this;
    const columns = [
      { name: "both", targets: overlap.both, title: words["apart.both"] },
      { name: "only-a", targets: overlap.onlyA, title: filled(words["apart.only"], { side: "A" }) },
      { name: "only-b", targets: overlap.onlyB, title: filled(words["apart.only"], { side: "B" }) },
    ];
    const heads = columns.map(({ name, targets, title }) =>
      part("Th", { scope: "col", className: name, children: this.counted(title, targets) }),
    );
    const rows = TARGET_KINDS.flatMap((kind) => {
      const head = part("Th", { colSpan: 3, scope: "colgroup", children: words[KIND_HEADINGS[kind]] });
      const cells = columns.map(({ name, targets }) => {
        const ofKind = targets.filter((target) => this.payload.kinds[target] === kind);
        const items = ofKind.map((target) => [this.link(target), ...this.#shareNote(target, name, overlap)]);
        return part("Td", { children: items.length ? this.list(items, "") : words["apart.nothing"] });
      });
      return [part("Tr", { className: "kinds", children: head }), part("Tr", { children: cells })];
    });
    return this.titledSection("takes", words["apart.table"], this.#table("three", heads, rows));
  }

  /**
   * @param {string} name
   * @param {Component[]} heads
   * @param {Component[]} rows
   */
  #table(name, heads, rows) {
    const children = [part("Thead", { children: part("Tr", { children: heads }) }), part("Tbody", { children: rows })];
    return part("Table", { className: name, children });
  }

  /**
   * @param {number} a
   * @param {number} b
   * @param {string} map
   */
  #pair(a, b, map) {
    const { words, comparison } = this;
    const overlap = comparison.overlap(a, b, map);
    const discriminators = comparison.discriminators(a, b, map);
    const hasBest = discriminators.length > 0 && discriminators[0].strength !== "none";
    const missing = words[discriminators.length ? "apart.inseparable" : "apart.unlisted"];
    const best = hasBest
      ? this.titledSection("best", words["apart.best"], ...this.#discriminator(discriminators[0], overlap))
      : part("P", { className: "lead none", children: missing });
    const others = discriminators.slice(hasBest ? 1 : 0).map((other) => this.#discriminator(other, overlap));
    return [
      best,
      this.#overlapTable(overlap),
      ...(others.length
        ? [this.titledSection("others", this.counted(words["apart.others"], others), this.list(others, ""))]
        : []),
    ];
  }

  /**
   * @param {number[]} places
   * @param {string} map
   */
  #triple(places, map) {
    const { words } = this;
    const cell = (/** @type {string | null} */ text) =>
      part("Td", { className: text ? "" : "silent", children: text ?? words["apart.silent"] });
    const rows = this.comparison.discriminatorsOfThree(places, map).map((row) => {
      const finding = part("Th", { scope: "row", children: [row.finding, ...this.#chips(row)] });
      return part("Tr", { children: [finding, ...row.shows.map(cell)] });
    });
    const heads = [words["apart.finding"], ...places.map((_, n) => this.#letter(n))];
    const headCells = heads.map((children) => part("Th", { scope: "col", children }));
    const table = this.#table("three four", headCells, rows);
    return this.titledSection("threefold", words["apart.three.table"], this.lead(words["apart.lead.three"]), table);
  }

  /**
   * Buttons that choose which two of three places the figures show.
   * @param {number[]} places
   */
  #figureChoice(places) {
    const { ids, names } = this.payload;
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 2, 0],
    ];
    const buttons = orders.map((order, n) => {
      const ordered = order.map((index) => places[index]);
      const children = filled(this.words["apart.and"], { a: names[ordered[0]], b: names[ordered[1]] });
      const pair = ordered.map((place) => ids[place]).join();
      return part("Button", { children, "data-pair": pair, "aria-pressed": String(!n), className: "plain" });
    });
    const group = part("Div", { className: "ways", children: buttons });
    return this.titledSection("figured", this.words["apart.figure"], group);
  }

  /**
   * @param {number[]} places
   * @param {string} map
   * @returns {Component[]}
   */
  page(places, map) {
    const [a, b] = places;
    const sources = this.comparison.sourcesOf(places).map((source) => this.payload.origins[source]);
    return [
      this.#heading(places),
      ...(places.length === 3 ? [this.#triple(places, map), this.#figureChoice(places)] : []),
      ...this.#pair(a, b, map),
      ...(sources.length ? [section("sources", part("Ul", { children: sources }))] : []),
      this.#caution(),
    ];
  }

  #caution() {
    return part("P", { className: "purpose", children: this.words["apart.caution"] });
  }

  /** @returns {Component[]} */
  instructions() {
    const text = part("P", { children: this.words["apart.how"] });
    return [this.head("", this.words["apart.head"], text, this.#caution())];
  }
}
