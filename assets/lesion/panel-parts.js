// Building blocks of the panel pages about lesions, as component trees.
import { part } from "../panel/component-tree.js";
import { TARGET_KINDS } from "./lesions.js";

/** @import { Lesions } from "./lesions.js" */
/** @import { Lesion } from "./types" */
/** @typedef {string | Component | (string | Component)[]} Children */

/** @type {Record<string, string>} */
const HEADINGS = { territory: "lesion.skin", muscle: "lesion.muscle", reflex: "lesion.reflex" };

export class PanelParts {
  /** @param {Lesions} lesions */
  constructor(lesions) {
    this.lesions = lesions;
    this.payload = lesions.payload;
    this.words = lesions.words;
  }

  /**
   * A button with the name of a node, which opens the node in exploring.
   * @param {number} index
   * @returns {Component}
   */
  link(index) {
    const { ids, names, kinds } = this.payload;
    return part("Button", { children: names[index], "data-node": ids[index], className: `link ${kinds[index]}` });
  }

  /**
   * A button with the name of a place, which puts the lesion there.
   * @param {number} place
   */
  placeButton(place) {
    const { ids, names } = this.payload;
    return part("Button", { children: names[place], "data-lesion": ids[place], className: "link" });
  }

  /** @param {string} text */
  lead(text) {
    return part("P", { children: text, className: "lead" });
  }

  /**
   * @param {string} kind  a line above the title, or ""
   * @param {Children} title
   * @param {...Component} children
   * @returns {Component}
   */
  head(kind, title, ...children) {
    const kindLine = kind ? [part("P", { className: "kind", children: kind })] : [];
    const heading = part("H2", { children: title, tabIndex: -1 });
    return part("Div", { className: "head", children: [...kindLine, heading, ...children] });
  }

  /**
   * @param {string} name
   * @param {string} title
   * @param {...Component} children
   * @returns {Component}
   */
  titledSection(name, title, ...children) {
    return part("Section", { className: `part ${name}`, children: [part("H3", { children: title }), ...children] });
  }

  /**
   * @param {string} name
   * @param {string} title
   * @param {Component[]} children
   * @param {boolean} [isOpen]
   * @returns {Component}
   */
  foldedSection(name, title, children, isOpen = false) {
    const summary = part("Summary", { children: part("H3", { children: title }) });
    const details = part("Details", { open: isOpen, children: [summary, ...children] });
    return part("Section", { className: `part ${name}`, children: details });
  }

  /**
   * A title with a count.
   * @param {string} title
   * @param {unknown[]} items
   */
  counted(title, items) {
    return `${title} (${items.length})`;
  }

  /**
   * @param {Children[]} items
   * @param {string} [name]
   * @returns {Component}
   */
  list(items, name = "taken") {
    return part("Ul", { className: name, children: items.map((children) => part("Li", { children })) });
  }

  /**
   * Targets grouped by kind, each group under a small heading.
   * @param {number[]} targets
   * @param {(target: number) => Children} [item]  the content of an entry
   * @param {string} [name]
   * @returns {Component[]}
   */
  byKind(targets, item = (target) => this.link(target), name = "taken") {
    return TARGET_KINDS.flatMap((kind) => {
      const ofKind = targets.filter((target) => this.payload.kinds[target] === kind);
      if (!ofKind.length) return [];
      const heading = part("H4", { children: this.counted(this.words[HEADINGS[kind]], ofKind) });
      return [heading, this.list(ofKind.map(item), name)];
    });
  }

  /**
   * How much of a reduced target is lost, in words.
   * @param {Lesion} lesion
   * @param {number} target
   * @returns {Component}
   */
  amountText(lesion, target) {
    const text = this.words[`lesion.amount.${this.lesions.amountLost(lesion, target)}`];
    return part("Span", { className: "share", children: text });
  }
}
