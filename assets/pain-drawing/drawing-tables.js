// What a drawing touches, as component trees: lists and tables in the fixed order of the data.
import { filled } from "../app/dom.js";
import { part } from "../panel/component-tree.js";
import { BEYOND, placeName } from "../body-charts/places.js";
import { shares } from "../body-charts/overlap.js";
import { FEELINGS } from "./feelings.js";

/** @import { Chart, Painting, View } from "../body-charts/painting.js" */
/**
 * @typedef {object} DrawingData
 * @property {Chart[]} charts
 * @property {Record<string, View>} views
 * @property {[string, Record<string, string[]>][]} roots  each with its territories on each map
 * @property {[string, string[]][]} nerves  each with its territories
 * @property {{name: string, plain: string, felt: Record<string, string>}[]} origins
 * @property {[string, string][]} maps
 * @property {[string, string, Component][]} findings
 * @property {Record<string, string>} words
 */
/** @typedef {ReturnType<Painting["read"]>} Reading */

const SIDES = [false, true];

export class DrawingTables {
  /**
   * @param {DrawingData} data
   * @param {Painting} painting
   * @param {Payload} payload
   */
  constructor(data, painting, payload) {
    this.data = data;
    this.words = data.words;
    this.payload = payload;
    this.places = painting.places;
  }

  /**
   * @param {number} share  from 0 to 1
   * @param {boolean} [isBrief]  without "%"
   */
  percent(share, isBrief = false) {
    const n = Math.round(100 * share);
    if (isBrief) return n ? String(n) : "<1";
    return n ? filled(this.words["drawing.percent"], { n }) : this.words["drawing.below"];
  }

  /** @param {number} place */
  nameOf(place) {
    if (place === BEYOND) return this.words["drawing.beyond"];
    const { places, payload, words } = this;
    return placeName(words, payload.nameOf(places.territoryOf(place)), places.isLeft(place));
  }

  /** The places of an area on one side; those that no figure draws are left out. */
  #placesOf(/** @type {string[]} */ territories, /** @type {boolean} */ isLeft) {
    return territories.filter((one) => this.places.territories.includes(one)).map((one) => this.places.of(one, isLeft));
  }

  /** An area by name and side: [name, its shares], for those that are touched. */
  #touched(/** @type {Reading} */ { sum }, /** @type {[string, string[]][]} */ areas) {
    return areas.flatMap(([name, territories]) =>
      SIDES.flatMap((isLeft) => {
        const found = shares(sum, this.#placesOf(territories, isLeft));
        return found ? [{ name: placeName(this.words, name, isLeft), found }] : [];
      }),
    );
  }

  /**
   * @param {string} heading  of the first column
   * @param {string} of  heading of the second
   * @param {{name: string, found: {area: number | null, drawing: number}}[]} rows
   * @param {boolean} [isBrief]
   */
  #table(heading, of, rows, isBrief = false) {
    const head = [heading, of, "drawing.column.share"].map((key) =>
      part("Th", { scope: "col", children: this.words[key] }),
    );
    const body = rows.map(({ name, found }) =>
      part("Tr", {
        children: [
          part("Th", { scope: "row", children: name }),
          part("Td", { children: found.area === null ? "–" : this.percent(found.area, isBrief) }),
          part("Td", { children: this.percent(found.drawing, isBrief) }),
        ],
      }),
    );
    return part("Table", {
      className: "touched",
      children: [part("Thead", { children: part("Tr", { children: head }) }), part("Tbody", { children: body })],
    });
  }

  /** The share of the drawing that lies in patches to which a map gives no root. */
  #rootless(/** @type {Reading} */ { sum }, /** @type {string} */ map, sides = SIDES) {
    const rooted = new Set(this.data.roots.flatMap(([, byMap]) => byMap[map]));
    const others = this.places.territories.filter((one) => !rooted.has(one));
    const places = sides.flatMap((isLeft) => this.#placesOf(others, isLeft));
    return shares(sum, places)?.drawing ?? 0;
  }

  /** The areas of the roots on the first map. @param {Reading} reading */
  roots(reading) {
    const [[map]] = this.data.maps;
    const rows = this.#touched(
      reading,
      this.data.roots.map(([root, byMap]) => [root, byMap[map]]),
    );
    const rootless = this.#rootless(reading, map);
    const more = rootless
      ? [{ name: this.words["drawing.maps.outside"], found: { area: null, drawing: rootless } }]
      : [];
    return this.#table("drawing.column.root", "drawing.column.area", [...rows, ...more]);
  }

  /**
   * The areas of the roots on every map: a table for each side, with a row for each map.
   * @param {Reading} reading
   * @param {boolean} [isBrief]  numbers without "%", on one line
   */
  maps(reading, isBrief = false) {
    const written = (/** @type {number} */ share) => this.percent(share, isBrief);
    const both = (/** @type {string[]} */ lines) => (isBrief ? [lines.join(" / ")] : lines);
    return SIDES.flatMap((isLeft) => {
      const cell = (/** @type {string} */ map, /** @type {Record<string, string[]>} */ byMap) =>
        shares(reading.sum, this.#placesOf(byMap[map], isLeft));
      const roots = this.data.roots.filter(([, byMap]) => this.data.maps.some(([map]) => cell(map, byMap)));
      if (!roots.length) return [];
      const heads = ["", ...roots.map(([root]) => root), this.words["drawing.maps.outside"]].map((name) =>
        part("Th", { scope: "col", children: name || this.words["drawing.column.map"] }),
      );
      const rows = this.data.maps.map(([map, name]) => {
        const found = roots.map(([, byMap]) => cell(map, byMap));
        const rootless = this.#rootless(reading, map, [isLeft]);
        const shown = found.map((one) => (one ? both([written(one.area), written(one.drawing)]) : ["–"]));
        return part("Tr", {
          children: [
            part("Th", { scope: "row", children: name }),
            ...[...shown, [rootless ? written(rootless) : "–"]].map((lines) =>
              part("Td", { children: lines.map((line) => part("Span", { children: line })) }),
            ),
          ],
        });
      });
      const side = this.words[`drawing.side.${isLeft ? "left" : "right"}`];
      return [
        part("Div", {
          className: "scroll",
          tabIndex: 0,
          role: "region",
          "aria-label": filled(this.words["drawing.maps.side"], { side }),
          children: part("Table", {
            className: "touched all-maps",
            children: [
              part("Caption", { children: filled(this.words["drawing.maps.side"], { side }) }),
              part("Thead", { children: part("Tr", { children: heads }) }),
              part("Tbody", { children: rows }),
            ],
          }),
        }),
      ];
    });
  }

  /** The fields of the nerves. @param {Reading} reading @param {boolean} [isBrief] */
  nerves(reading, isBrief = false) {
    const areas = this.data.nerves.map(([nerve, territories]) => [this.payload.nameOf(nerve), territories]);
    const rows = this.#touched(reading, /** @type {[string, string[]][]} */ (areas));
    return this.#table("drawing.column.nerve", "drawing.column.field", rows, isBrief);
  }

  /** What is painted, chart by chart. @param {Reading} reading */
  patches({ touched }) {
    const charts = this.data.charts.filter(({ id }) => touched.some(({ chart }) => chart === id));
    return part("Dl", {
      className: "facts painted",
      children: charts.map(({ id, name }) =>
        part("Div", {
          children: [
            part("Dt", { children: name }),
            ...FEELINGS.ids.flatMap((feeling, n) => {
              const places = touched.filter(({ chart, paints }) => chart === id && paints.includes(n + 1));
              const names = places.map(({ place }) => this.nameOf(place)).join("; ");
              const said = part("B", { children: `${this.words[`drawing.feeling.${feeling}`]}: ` });
              return names ? [part("Dd", { children: [said, names] })] : [];
            }),
          ],
        }),
      ),
    });
  }

  /** Joints, discs and muscles whose pain is felt where something is painted. @param {Reading} reading */
  origins({ sum }) {
    const painted = this.places.territories.filter((one) =>
      SIDES.some((isLeft) => sum.painted[this.places.of(one, isLeft)]),
    );
    return this.data.origins.flatMap(({ name, plain, felt }) => {
      const lines = ["often", "sometimes"].flatMap((often) => {
        const names = painted.filter((one) => felt[one] === often).map((one) => this.payload.nameOf(one));
        const values = { often: this.words[`drawing.referred.${often}`], names: names.join(", ") };
        return names.length ? [filled(this.words["drawing.referred.places"], values)] : [];
      });
      if (!lines.length) return [];
      const about = part("Span", { className: "remark", children: ` (${plain})` });
      return [
        part("Div", {
          children: [part("Dt", { children: [name, about] }), ...lines.map((line) => part("Dd", { children: line }))],
        }),
      ];
    });
  }
}
