// The drill of painting: the reader paints a dermatome or the field of a nerve from memory and compares it with the atlas.
import { filled } from "../app/dom.js";
import { showLine } from "../app/status.js";
import { ChartBoard } from "../body-charts/chart-board.js";
import { Painting } from "../body-charts/painting.js";
import { placeName } from "../body-charts/places.js";
import { drawAnswer, PAINT } from "./answer-canvas.js";
import { ANSWER } from "./drill-address.js";
import { dermatome } from "./map-fit.js";
import { paintedSkin } from "./painted-skin.js";
import { verdicts } from "./scores.js";

/** @import { DrawingData } from "../pain-drawing/drawing-tables.js" */
/** @import { DrillPlace } from "./drill-address.js" */
/** @import { Dermatomes } from "./map-fit.js" */
/** @import { Target, Verdict } from "./scores.js" */
/**
 * @typedef {object} DrillData
 * @property {string[]} roots
 * @property {Dermatomes} dermatomes
 * @property {Record<string, {usual: string[], sometimes: string[]}>} fields
 * @property {string} tally  the map that sums up the others
 * @property {Record<string, import("./build-steps.js").RawStep[]>} builds
 * @property {Record<string, string[]>} origins  of every nerve: the roots and nerves that it comes from
 * @property {Record<string, string[]>} segments  of every nerve
 * @property {[string, string][]} maps  each with its name, in order
 * @property {string[]} unread  maps of which nobody has read the original
 * @property {Record<string, string>} words
 */

const NAMED = 4; // patches that a sentence names

export class PaintDrill {
  /** @type {Map<string, {painting: Painting, board: ChartBoard}>} the charts of each leg */
  #legs = new Map();
  #task = "";
  /** What the drawing is compared with while the answer is shown. @type {Target | null} */
  #target = null;
  /** @type {Map<string, Verdict>} */
  #verdicts = new Map();

  /**
   * @param {Page} page
   * @param {DrillData} data
   * @param {DrawingData} drawing  the charts, and the words of their board
   * @param {Node} key  of the answer, to stand beside the charts
   */
  constructor(page, data, drawing, key) {
    this.page = page;
    this.data = data;
    this.drawing = drawing;
    this.key = key;
    this.side = "right";
  }

  get painting() {
    return this.#legs.get(this.side).painting;
  }

  get board() {
    return this.#legs.get(this.side).board;
  }

  isRoot(/** @type {string} */ id) {
    return this.data.roots.includes(id);
  }

  /** The map with which a root is compared: the chosen one, if it draws the root. @param {string} root @param {string} map */
  mapFor(root, map) {
    const { dermatomes } = this.data;
    const draws = (/** @type {string} */ one) =>
      Object.values(dermatomes[one] ?? {}).some((roots) => roots.includes(root));
    return [map, ...Object.keys(dermatomes)].find(draws);
  }

  /** What is to be painted. @param {string} id @param {string} map @returns {Target} */
  target(id, map) {
    const { dermatomes, fields } = this.data;
    if (this.isRoot(id)) return dermatome(dermatomes[this.mapFor(id, map)], id, this.painting.places.territories);
    return { patches: fields[id].usual, unjudged: fields[id].sometimes };
  }

  /** The skin as it is painted now. */
  skin() {
    const { charts, paints, places } = this.painting;
    return paintedSkin(
      [...charts.values()].map((chart) => chart.count(paints)),
      places,
    );
  }

  #open(/** @type {string} */ side) {
    this.side = side;
    if (this.#legs.has(side)) return;
    const { drawing, page } = this;
    const charts = drawing.charts.filter(({ legs }) => legs === "both" || legs === side);
    const painting = new Painting(charts, drawing.views, PAINT.ids.length);
    const change = (/** @type {() => void} */ how) => () => {
      how();
      board.show();
      this.#say();
    };
    const board = new ChartBoard(
      { ...drawing, charts },
      {
        painting,
        words: drawing.words,
        palette: PAINT,
        nameOf: (place) => this.#nameOf(painting, place),
        draw: (canvas, chart, steps) =>
          this.#target ? drawAnswer(canvas, steps, this.#answerOn(painting, chart.id)) : canvas.draw(steps),
        onPainted: () => this.#say(),
      },
      { undo: change(() => painting.undo()), clear: change(() => painting.add(null)) },
    );
    page.figures.before(board.element);
    this.#legs.set(side, { painting, board });
  }

  #nameOf(/** @type {Painting} */ { places }, /** @type {number} */ place) {
    const territory = places.territoryOf(place);
    const { words } = this.data;
    const name = placeName(this.drawing.words, this.page.payload.nameOf(territory), places.isLeft(place));
    if (!this.#target) return name;
    return filled(words["drills.paint.patch"], {
      name,
      verdict: words[`drills.paint.is.${this.#verdicts.get(territory) ?? "neither"}`],
    });
  }

  /** The places of a chart, by what the answer says of them. @returns {import("./answer-canvas.js").ChartAnswer} */
  #answerOn(/** @type {Painting} */ { charts, places, paints }, /** @type {string} */ chart) {
    const { patches, unjudged } = this.#target;
    const { painted } = charts.get(chart).count(paints);
    const drawn = charts.get(chart).patches.map(({ place }) => place);
    const of = (/** @type {string[]} */ ids) => drawn.filter((place) => ids.includes(places.territoryOf(place)));
    const wanted = of(patches);
    const isDone = (/** @type {number} */ place) => this.#verdicts.get(places.territoryOf(place)) !== "missed";
    return { wanted, unjudged: of(unjudged), elsewhere: wanted.filter((place) => !painted[place] && isDone(place)) };
  }

  /** Says what is painted. */
  #say() {
    const { words } = this.data;
    this.board.update();
    const { nameOf } = this.page.payload;
    const painted = [...this.skin()].flatMap(([id, { share }]) => (id && share ? [id] : []));
    const names = painted.slice(0, NAMED).map((id) => nameOf.call(this.page.payload, id)).join("; "); // prettier-ignore
    const key = painted.length > NAMED ? "more" : painted.length ? "some" : "none";
    showLine(filled(words[`drills.paint.status.${key}`], { n: painted.length - NAMED, names }));
  }

  /** Begins the present task again. */
  restart() {
    this.painting.restart();
  }

  /** Shows the charts: to paint on, or with the answer. @param {DrillPlace} place @param {State} state */
  show({ id, at }, { map, side }) {
    if (this.#legs.has(this.side) && this.side !== side) this.board.appear(this.page.main, false);
    this.#open(side);
    const { board, key } = this;
    const task = `${side} ${id}`;
    if (task !== this.#task) this.restart();
    this.#task = task;
    const isAnswer = at === ANSWER;
    this.#target = isAnswer ? this.target(id, map) : null;
    this.#verdicts = new Map(isAnswer ? verdicts(this.skin(), this.#target) : []);
    board.fix(isAnswer);
    if (isAnswer) board.bar.append(key);
    else if (key.parentNode === board.bar) board.bar.removeChild(key);
    board.appear(this.page.main, true);
    board.show();
  }

  leave() {
    if (this.#legs.has(this.side)) this.board.appear(this.page.main, false);
    this.#target = null;
  }
}
