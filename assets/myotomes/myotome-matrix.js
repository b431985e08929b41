// The matrix of muscles and roots: what textbooks and studies say in each cell. Python computes it all in advance.
import { filled } from "../app/dom.js";
import { fetchJson } from "../app/fetch-json.js";

/** @import { Words } from "../lesion/types" */

/** @typedef {{name: string, strength: number, sign: string}} Standing  what textbooks agree on about a root of a muscle */

/**
 * @typedef {object} MeasurementData  a value of a study
 * @property {number} series
 * @property {string} named  the muscle or part of it, as the study names it
 * @property {string} value  as printed
 * @property {number | null} share  0 to 1
 * @property {number | null} tested  how many were examined
 */
/** @typedef {MeasurementData & {foot: Component}} Measurement */

/**
 * @typedef {object} Series  a study
 * @property {string} id
 * @property {string} name
 * @property {string} people
 * @property {string} method
 * @property {number[]} roots
 */

/** @typedef {{name: string, series: number | null, roots: number[]}} Panel  `series` is null for the textbooks */
/** @typedef {{group?: string, muscle?: number}} Row  the heading of a group, or a muscle */
/** @typedef {{strength: number, text: string}} Cell  strength from 0 to 1 */
/** @typedef {{muscle: number | null, root: number | null, view: string}} Choice */

/**
 * The JSON of the myotome bundle (atlas/web/bundles/myotomes.py). Muscles and roots are node indexes.
 * @typedef {object} MyotomeData
 * @property {[name: string, muscles: number[]][]} groups
 * @property {number[]} roots
 * @property {[name: string, strength: number][]} standings
 * @property {number[][]} tally  muscle, root → standing
 * @property {[muscle: number, root: number][]} keys  the key muscles of the roots
 * @property {Series[]} series
 * @property {[muscle: number, root: number, measurement: MeasurementData][]} measured
 * @property {Component[]} feet  for each measurement, its source
 * @property {(MeasurementData & {roots: number[]})[]} unassigned  measurements of no single muscle of the atlas
 * @property {Record<number, [roots: number[], main: number[], foot: Component][]>} rivals  muscle → other textbooks
 * @property {Record<number, Component>} muscle_feet
 * @property {Record<number, number[]>} muscle_sources
 * @property {number[][]} series_sources
 * @property {Words} words
 */

/** @type {Record<string, string>} */
export const SIGNS = { main: "●", root_main: "◐", root: "○", rival_main: "(●)", rival: "(○)", none: "" };
export const KEY_SIGN = "◆";
// Values of a view besides the ids of series: everything, and the textbooks alone.
export const ALL = "";
export const TALLY = "tally";
/** @type {Choice} */
export const NOTHING = { muscle: null, root: null, view: ALL };

const percent = (/** @type {number} */ share) => `${Math.round(share * 100)}`;

/** @param {string} name */
const withoutBrackets = (name) => name.replace(/ \([^)]*\)$/, "");

export class MyotomeMatrix {
  /**
   * @param {MyotomeData} data
   * @param {Payload} payload
   */
  constructor(data, payload) {
    this.data = data;
    this.payload = payload;
    this.words = data.words;
    this.roots = data.roots;
    this.series = data.series;
    this.muscles = data.groups.flatMap(([, muscles]) => muscles);
    this.rowOfMuscle = new Map(this.muscles.map((muscle, row) => [muscle, row]));
    const bare = this.muscles.map((muscle) => withoutBrackets(payload.names[muscle]));
    /** @type {Map<number, string>} muscle → its name on the chart: without what is in brackets, if that is not needed */
    this.shortNames = new Map(
      this.muscles.map((muscle, n) => {
        const isUnique = bare.indexOf(bare[n]) === bare.lastIndexOf(bare[n]);
        return [muscle, isUnique ? bare[n] : payload.names[muscle]];
      }),
    );
    /** @type {Map<string, Measurement[]>} muscle and root → measurements */
    this.measurementsByCell = new Map();
    data.measured.forEach(([muscle, root, measurement], n) => {
      const key = `${muscle} ${root}`;
      if (!this.measurementsByCell.has(key)) this.measurementsByCell.set(key, []);
      this.measurementsByCell.get(key).push({ ...measurement, foot: data.feet[n] });
    });
    this.keyCells = new Set(data.keys.map((pair) => pair.join(" ")));
  }

  /**
   * Reads `part` of the address: a muscle, a root and a view, each optional.
   * @param {string} part
   * @returns {Choice | null}
   */
  read(part) {
    const [muscleId = "", rootId = "", view = ALL, ...rest] = part.split(":");
    const [muscle, root] = [muscleId, rootId].map((id) => (id ? this.payload.indexOf.get(id) : null));
    const isMuscle = muscle === null || this.rowOfMuscle.has(muscle);
    const isRoot = root === null || this.roots.includes(root);
    return isMuscle && isRoot && this.views.includes(view) && !rest.length ? { muscle, root, view } : null;
  }

  /** @param {Choice} choice */
  write({ muscle, root, view }) {
    const idOf = (/** @type {number | null} */ index) => (index === null ? "" : this.payload.ids[index]);
    return [idOf(muscle), idOf(root), view].join(":").replace(/:+$/, "");
  }

  get views() {
    return [ALL, TALLY, ...this.series.map(({ id }) => id)];
  }

  /**
   * @param {number} muscle
   * @param {number} root
   * @returns {Standing}
   */
  standing(muscle, root) {
    const { standings, tally } = this.data;
    const [name, strength] = standings[tally[this.rowOfMuscle.get(muscle)][this.roots.indexOf(root)]];
    return { name, strength, sign: SIGNS[name] };
  }

  /**
   * Whether a muscle is the key muscle of a root.
   * @param {number} muscle
   * @param {number} root
   */
  isKey(muscle, root) {
    return this.keyCells.has(`${muscle} ${root}`);
  }

  /**
   * @param {number} muscle
   * @param {number} root
   * @param {number | null} [series]  null for all
   * @returns {Measurement[]}
   */
  measurements(muscle, root, series = null) {
    const all = this.measurementsByCell.get(`${muscle} ${root}`) ?? [];
    return series === null ? all : all.filter((measurement) => measurement.series === series);
  }

  /**
   * The panels of a view: the textbooks first, then the series.
   * @param {string} view
   * @returns {Panel[]}
   */
  panels(view) {
    const tally = { name: this.words["myotomes.tally.name"], series: null, roots: this.roots };
    if (view === TALLY) return [tally];
    const all = this.series.map(({ id, name, roots }, series) => ({ id, name, series, roots }));
    return [tally, ...all.filter(({ id }) => view === ALL || id === view)];
  }

  /**
   * The rows of panels, with a heading before each group: the muscles that any of the series measured, or all muscles
   * for the textbooks alone.
   * @param {Panel[]} panels
   * @returns {Row[]}
   */
  rows(panels) {
    const series = panels.map((panel) => panel.series).filter((index) => index !== null);
    const isMeasured = (/** @type {number} */ muscle) =>
      this.roots.some((root) => this.measurements(muscle, root).some((found) => series.includes(found.series)));
    return this.data.groups.flatMap(([group, muscles]) => {
      const shown = series.length ? muscles.filter(isMeasured) : muscles;
      return shown.length ? [{ group }, ...shown.map((muscle) => ({ muscle }))] : [];
    });
  }

  /**
   * @param {Panel} panel
   * @param {number} muscle
   * @param {number} root
   * @returns {Cell | null}  null for an empty cell
   */
  cell({ series }, muscle, root) {
    if (series === null) {
      const { name, strength, sign } = this.standing(muscle, root);
      const key = this.isKey(muscle, root) ? KEY_SIGN : "";
      return name === "none" ? null : { strength, text: sign + key };
    }
    const found = this.measurements(muscle, root, series);
    if (!found.length) return null;
    const shares = found.map(({ share }) => share ?? 1);
    const [low, high] = [Math.min(...shares), Math.max(...shares)];
    return { strength: (low + high) / 2, text: this.#shortText(found, low, high) };
  }

  /**
   * The cells of a panel, row by row; those of a heading are null.
   * @param {Panel & {rows: Row[]}} panel
   */
  cells(panel) {
    return panel.rows.map(({ muscle }) =>
      panel.roots.map((root) => (muscle === undefined ? null : this.cell(panel, muscle, root))),
    );
  }

  /**
   * A fraction as printed, or else per cent; the least of them where parts of a muscle differ.
   * @param {Measurement[]} found
   * @param {number} low
   * @param {number} high
   */
  #shortText(found, low, high) {
    if (found[0].share === null) return SIGNS.main;
    if (low !== high) return `≥${percent(low)}`;
    const [{ value, tested }] = found;
    return found.length === 1 && tested !== null ? value : percent(high);
  }

  /**
   * A cell in sentences, for tooltips, screen readers and the status line.
   * @param {Panel[]} panels
   * @param {number} muscle
   * @param {number} root
   */
  sentences(panels, muscle, root) {
    const { words, payload } = this;
    const values = panels.flatMap(({ series }) => (series === null ? [] : this.measurements(muscle, root, series)));
    const standing = words[`myotomes.standing.${this.standing(muscle, root).name}`];
    return [
      filled(words["myotomes.cell"], { muscle: payload.names[muscle], root: payload.ids[root], standing }),
      ...(this.isKey(muscle, root) ? [words["myotomes.key.cell"]] : []),
      ...values.map((found) => filled(words["myotomes.value"], { ...found, series: this.series[found.series].name })),
    ];
  }
}

/** @param {Page} page */
export async function fetchMatrix(page) {
  return new MyotomeMatrix(await fetchJson(page.answers.myotomes), page.payload);
}
