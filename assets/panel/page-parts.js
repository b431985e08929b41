// Building blocks of the panel pages of the modes, as component trees.
import { part } from "./component-tree.js";

/** @typedef {string | Component | (string | Component)[]} Children */

export class PageParts {
  /**
   * @param {Payload} payload
   * @param {Record<string, string>} words
   */
  constructor(payload, words) {
    this.payload = payload;
    this.words = words;
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
}
