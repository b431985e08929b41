// The panel pages of a muscle, a root, or a cell of the matrix, as component trees.
import { section } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { KEY_SIGN, NOTHING } from "./myotome-matrix.js";

/** @import { Choice, Measurement, MyotomeMatrix } from "./myotome-matrix.js" */
/** @typedef {string | Component | (string | Component)[]} Children */

// The standings of the roots that the textbooks agree on.
const AGREED = ["main", "root_main", "root"];

export class MyotomePanel {
  /** @param {MyotomeMatrix} matrix */
  constructor(matrix) {
    this.matrix = matrix;
    this.words = matrix.words;
    this.payload = matrix.payload;
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  #text(key, values = {}) {
    return filled(this.words[`myotomes.${key}`], values);
  }

  /**
   * @param {string} title
   * @param {...Component} children
   */
  #head(title, ...children) {
    const kind = part("P", { className: "kind", children: this.#text("kind") });
    const heading = part("H2", { children: title, tabIndex: -1 });
    return part("Div", { className: "head", children: [kind, heading, ...children] });
  }

  /**
   * @param {string} name
   * @param {string} title
   * @param {Component} child
   */
  #section(name, title, child) {
    return part("Section", { className: `part ${name}`, children: [part("H3", { children: title }), child] });
  }

  /** @param {Children[]} items */
  #compactList(items) {
    return part("Ul", { className: "compact", children: items.map((children) => part("Li", { children })) });
  }

  /** A button that opens a node in exploring, with its pathway. @param {number} index */
  #pathwayButton(index) {
    const { names, ids } = this.payload;
    return part("Button", {
      children: this.#text("light", { name: names[index] }),
      "data-node": ids[index],
      className: "plain light-up",
    });
  }

  /**
   * A button that chooses a cell.
   * @param {string} text
   * @param {number} muscle
   * @param {number} root
   */
  #cellButton(text, muscle, root) {
    const cell = this.matrix.write({ ...NOTHING, muscle, root });
    return part("Button", { children: text, "data-cell": cell, className: "link" });
  }

  /**
   * What textbooks agree on about a cell.
   * @param {number} muscle
   * @param {number} root
   */
  #standing(muscle, root) {
    const { name, sign } = this.matrix.standing(muscle, root);
    const keyNote = this.matrix.isKey(muscle, root)
      ? [part("P", { children: `${KEY_SIGN} ${this.#text("key.cell")}` })]
      : [];
    const signPart = sign ? [part("B", { children: `${sign} ` })] : [];
    return [part("P", { className: "stands", children: [...signPart, this.#text(`standing.${name}`)] }), ...keyNote];
  }

  /** @param {Measurement} measurement */
  #measurement({ series, named, value, share, tested, foot }) {
    const { name, people } = this.matrix.series[series];
    const shareText = tested === null ? "" : `, ${this.#text("share", { share: Math.round(share * 100), tested })}`;
    const text = part("P", { children: [part("B", { children: name }), ` ${value} (${named})`, shareText] });
    return part("Li", { children: [text, part("P", { className: "remark", children: people }), foot] });
  }

  /** @param {Measurement[]} measurements */
  #measurements(measurements) {
    const list = part("Ul", { children: measurements.map((measurement) => this.#measurement(measurement)) });
    const none = part("P", { children: this.#text("unmeasured") });
    return this.#section("measured", this.#text("measured"), measurements.length ? list : none);
  }

  /** What textbooks say about a muscle. @param {number} muscle */
  #textbooks(muscle) {
    const { matrix, payload } = this;
    const idsOf = (/** @type {number[]} */ roots) => roots.map((root) => payload.ids[root]).join(", ");
    const rivals = (matrix.data.rivals[muscle] ?? []).map(([roots, main, foot]) => {
      const values = { roots: idsOf(roots), main: idsOf(main) };
      const text = this.#text(main.length ? "rival" : "rival.unsure", values);
      return part("Li", { children: [part("P", { children: text }), foot] });
    });
    const standing = (/** @type {number} */ root) => matrix.standing(muscle, root).name;
    const agreedRoots = matrix.roots.filter((root) => AGREED.includes(standing(root)));
    const mainRoots = agreedRoots.filter((root) => standing(root) === "main");
    const text = this.#text("agreed", { roots: idsOf(agreedRoots), main: idsOf(mainRoots) });
    const agreed = part("Li", { children: [part("P", { children: text }), matrix.data.muscle_feet[muscle]] });
    return this.#section("textbooks", this.#text("textbooks"), part("Ul", { children: [agreed, ...rivals] }));
  }

  /** @param {Measurement[]} measurements */
  #valueList(measurements) {
    const texts = measurements.map(({ series, value }) => `${this.matrix.series[series].name} ${value}`);
    return part("Small", { children: texts.join(" · ") });
  }

  /**
   * A line for each root of a muscle about which anything is known.
   * @param {number} muscle
   * @param {number | null} chosen  a root
   */
  #rootsOf(muscle, chosen) {
    const { matrix, payload } = this;
    const items = matrix.roots.flatMap((root) => {
      const [{ name, sign }, measurements] = [matrix.standing(muscle, root), matrix.measurements(muscle, root)];
      if (name === "none" && !measurements.length) return [];
      const id = payload.ids[root];
      const link = root === chosen ? part("B", { children: id }) : this.#cellButton(id, muscle, root);
      return [[link, ` ${sign} `, this.#valueList(measurements)]];
    });
    return this.#section("along", this.#text("along"), this.#compactList(items));
  }

  /**
   * @param {Measurement[]} measurements
   * @param {number} muscle
   */
  #sources(measurements, muscle) {
    const { data } = this.matrix;
    const ofSeries = measurements.flatMap(({ series }) => data.series_sources[series]);
    const sources = [...new Set([...ofSeries, ...data.muscle_sources[muscle]])].sort((a, b) => a - b);
    return section("sources", part("Ul", { children: sources.map((source) => this.payload.origins[source]) }));
  }

  /** @param {number} muscle */
  #musclePage(muscle) {
    const { matrix, payload } = this;
    const measurements = matrix.roots.flatMap((root) => matrix.measurements(muscle, root));
    const buttons = part("P", { className: "lights", children: [this.#pathwayButton(muscle)] });
    return [
      this.#head(payload.names[muscle], buttons),
      this.#rootsOf(muscle, null),
      this.#textbooks(muscle),
      this.#sources(measurements, muscle),
    ];
  }

  /**
   * @param {number} muscle
   * @param {number} root
   */
  #cellPage(muscle, root) {
    const { matrix, payload } = this;
    const measurements = matrix.measurements(muscle, root);
    const title = this.#text("pair", { muscle: payload.names[muscle], root: payload.ids[root] });
    const buttons = [muscle, root].map((index) => this.#pathwayButton(index));
    return [
      this.#head(title, ...this.#standing(muscle, root), part("P", { className: "lights", children: buttons })),
      this.#measurements(measurements),
      this.#rootsOf(muscle, root),
      this.#textbooks(muscle),
      this.#sources(measurements, muscle),
    ];
  }

  /** @param {number} root */
  #rootPage(root) {
    const { matrix, payload } = this;
    const items = matrix.muscles.flatMap((muscle) => {
      const [{ name, sign }, measurements] = [matrix.standing(muscle, root), matrix.measurements(muscle, root)];
      if (name === "none" && !measurements.length) return [];
      const key = matrix.isKey(muscle, root) ? KEY_SIGN : "";
      const link = this.#cellButton(payload.names[muscle], muscle, root);
      return [[link, ` ${sign}${key} `, this.#valueList(measurements)]];
    });
    const buttons = part("P", { className: "lights", children: [this.#pathwayButton(root)] });
    const title = `${this.#text("of.root")} (${items.length})`;
    return [this.#head(payload.names[root], buttons), this.#section("along", title, this.#compactList(items))];
  }

  /**
   * @param {Choice} choice
   * @returns {Component[]}
   */
  page({ muscle, root }) {
    if (muscle !== null) return root === null ? this.#musclePage(muscle) : this.#cellPage(muscle, root);
    if (root !== null) return this.#rootPage(root);
    const caution = part("P", { className: "purpose", children: this.#text("caution") });
    return [this.#head(this.#text("head"), part("P", { children: this.#text("how") }), caution)];
  }
}
