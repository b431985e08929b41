// What the page says about two pathways shown at once: the status line, and a block in the panel.
import { filled } from "../app/dom.js";
import { fetchJson, once } from "../app/fetch-json.js";
import { addBelowHead } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { KINDS, sharedParts } from "./shared-parts.js";

/** @import { ByKind } from "./shared-parts.js" */
/** @typedef {Pick<State, "select" | "with" | "map">} Pair */

class Together {
  /**
   * @param {Payload} payload
   * @param {Record<string, string>} words
   */
  constructor(payload, words) {
    this.payload = payload;
    this.words = words;
  }

  /** @param {string} id */
  #nameOf(id) {
    return this.payload.nameOf(id);
  }

  /** @param {Pair} pair */
  #partsOf({ select, with: other, map }) {
    const [first, second] = [select, other].map((id) => this.payload.pathway(id, map));
    return sharedParts(this.payload, first, second);
  }

  /** A number of things of a kind in words. @param {string} kind  @param {number} n */
  #count(kind, n) {
    return filled(this.words[`together.${kind}.${n === 1 ? "one" : "many"}`], { n });
  }

  /** @param {ByKind} found */
  #counts(found) {
    return KINDS.flatMap((kind) => (found[kind] ? this.#count(kind, found[kind].length) : [])).join(", ");
  }

  /**
   * The status line, and a title that names both.
   * @param {Pair} pair
   */
  describe(pair) {
    const { words } = this;
    const [first, second] = [pair.select, pair.with].map((id) => this.#nameOf(id));
    const counts = this.#counts(this.#partsOf(pair).both);
    const line = filled(words[counts ? "together.status" : "together.status.none"], { first, second, counts });
    return { line, title: `${first} + ${second}` };
  }

  /** The names of some things as links, a paragraph for each kind. @param {ByKind} found */
  #links(found) {
    // a button does not break between lines as text does, so the comma is in it
    const link = (/** @type {number} */ at, /** @type {string} */ sign) =>
      part("Button", { className: "link", "data-node": this.payload.ids[at], children: this.payload.names[at] + sign });
    return Object.entries(found).map(([kind, own]) =>
      part("P", {
        children: [
          part("B", { children: `${this.#count(kind, own.length)}:` }),
          ...own.flatMap((at, n) => [" ", link(at, n < own.length - 1 ? "," : "")]),
        ],
      }),
    );
  }

  /**
   * The block of the panel.
   * @param {Pair} pair
   * @returns {Component[]}
   */
  block(pair) {
    const { words } = this;
    const [first, second] = [pair.select, pair.with].map((id) => this.#nameOf(id));
    const { both, onlyFirst, onlySecond } = this.#partsOf(pair);
    const only = (/** @type {ByKind} */ found, /** @type {string} */ name) =>
      Object.keys(found).length
        ? [part("H3", { children: filled(words["together.only"], { name }) }), ...this.#links(found)]
        : [];
    const counts = this.#counts(both);
    const summary = counts ? filled(words["together.both"], { counts }) : words["together.none"];
    const swap = filled(words["together.swap"], { name: second });
    const remove = filled(words["together.remove"], { name: second });
    return [
      part("Section", {
        className: "part together",
        children: [
          part("P", {
            className: "shown-with",
            children: [
              part("Span", { className: "added-line", "aria-hidden": "true" }),
              ` ${words["together.with"]} `,
              part("Button", {
                className: "link",
                "data-select": pair.with,
                "data-with": pair.select,
                title: swap,
                children: second,
              }),
              " ",
              part("Button", {
                className: "plain",
                "data-with": "",
                "aria-label": remove,
                title: remove,
                children: "×",
              }),
            ],
          }),
          part("Details", {
            children: [
              part("Summary", { children: summary }),
              ...this.#links(both),
              ...only(onlyFirst, first),
              ...only(onlySecond, second),
            ],
          }),
        ],
      }),
    ];
  }
}

/** @type {(page: Page) => Promise<Together>} */
const load = once(async ({ payload, answers }) => {
  const { words } = await fetchJson(answers.together);
  const together = new Together(payload, words);
  addBelowHead((state) => (state.with ? together.block(state) : []));
  return together;
});

/**
 * What the status line and the title say about a pair. From the first call on the panel has a block about it.
 * @param {Page} page
 * @param {Pair} pair
 */
export const describeTogether = async (page, pair) => (await load(page)).describe(pair);
