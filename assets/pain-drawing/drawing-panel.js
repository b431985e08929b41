// The panel of a pain drawing, as component trees: what is painted, the areas that it touches, and what studies found.
import { filled } from "../app/dom.js";
import { part } from "../panel/component-tree.js";

/** @import { Painting } from "../body-charts/painting.js" */
/** @import { DrawingTables } from "./drawing-tables.js" */

const PLAIN = "plain";

export class DrawingPanel {
  /**
   * @param {DrawingTables} tables
   * @param {Painting} painting
   */
  constructor(tables, painting) {
    this.tables = tables;
    this.painting = painting;
    this.data = tables.data;
    this.words = tables.words;
  }

  /** @param {string} key @param {string} className */
  #text(key, className = "") {
    return part("P", { className, children: this.words[key] });
  }

  /** @param {string} name @param {...Component} children */
  #section(name, ...children) {
    const heading = part("H3", { children: this.words[`drawing.${name}`] });
    return part("Section", { className: `part drawn-${name}`, children: [heading, ...children] });
  }

  /** @param {string} summary @param {Component[]} children */
  #fold(summary, children) {
    return part("Details", { children: [part("Summary", { children: summary }), ...children] });
  }

  /** What the drawing touches. @returns {Component[]} */
  #overlaps() {
    const reading = this.painting.read();
    const { tables, words, data } = this;
    if (!reading.sum.drawing) return [this.#text("drawing.none", "lead")];
    const origins = tables.origins(reading);
    const all = filled(words["drawing.maps.all"], { n: data.maps.length });
    return [
      this.#section(
        "roots",
        this.#text("drawing.roots.lead", "lead"),
        part("P", { className: "map-name", children: data.maps[0][1] }),
        tables.roots(reading),
        this.#fold(all, [this.#text("drawing.maps.lead", "remark"), ...tables.maps(reading)]),
      ),
      this.#section("nerves", this.#text("drawing.nerves.lead", "lead"), tables.nerves(reading)),
      this.#section("patches", tables.patches(reading)),
      ...(origins.length
        ? [
            this.#section(
              "referred",
              this.#text("drawing.referred.lead", "lead"),
              part("Dl", { className: "facts origins", children: origins }),
            ),
          ]
        : []),
      part("Section", {
        className: "part counted",
        children: this.#fold(words["drawing.counted"], [this.#text("drawing.counted.text")]),
      }),
    ];
  }

  /** @param {State} state @returns {Component[]} */
  page({ voice }) {
    const findings = this.data.findings.map(([text, plain, footing]) =>
      part("Li", { children: [part("P", { children: voice === PLAIN ? plain : text }), footing] }),
    );
    return [
      part("Div", {
        className: "head",
        children: [
          part("H2", { children: this.words["drawing.title"], tabIndex: -1 }),
          this.#text("drawing.lead", "lead"),
        ],
      }),
      part("P", {
        className: "drawing-caution",
        children: [part("B", { children: this.words["drawing.caution"] }), " ", this.words["drawing.private"]],
      }),
      ...this.#overlaps(),
      this.#section(
        "findings",
        this.#text("drawing.findings.lead", "lead"),
        part("Ul", { className: "findings", children: findings }),
      ),
    ];
  }
}
