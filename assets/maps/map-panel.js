// The panel pages of the dermatome maps, as component trees.
import { section } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { STEPS } from "./disagreement-scale.js";

/** @import { Answers, Counted, DermatomeMaps, Relation } from "./dermatome-maps.js" */
/** @typedef {string | Component | (string | Component)[]} Children */

const formatDegree = new Intl.NumberFormat(document.documentElement.lang, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
}).format;
const NOTHING = "–";
const PLAIN = "plain";

const pageHead = (/** @type {string} */ title, /** @type {Component[]} */ ...children) =>
  part("Div", { className: "head", children: [part("H2", { children: title, tabIndex: -1 }), ...children] });
const titledSection = (
  /** @type {string} */ name,
  /** @type {string} */ title,
  /** @type {Component[]} */ ...children
) => part("Section", { className: `part ${name}`, children: [part("H3", { children: title }), ...children] });
const paragraph = (/** @type {Children} */ children, className = "lead") => part("P", { children, className });
const list = (/** @type {Children[]} */ items) =>
  part("Ul", { className: "", children: items.map((children) => part("Li", { children })) });

/**
 * @param {string[]} heads
 * @param {Children[][]} rows  the first cell of each is its head
 */
function table(heads, rows) {
  const headCells = heads.map((children) => part("Th", { scope: "col", children }));
  const bodyRows = rows.map(([first, ...cells]) => {
    const children = [
      part("Th", { scope: "row", children: first }),
      ...cells.map((cell) => part("Td", { children: cell })),
    ];
    return part("Tr", { children });
  });
  const children = [
    part("Thead", { children: part("Tr", { children: headCells }) }),
    part("Tbody", { children: bodyRows }),
  ];
  return part("Div", { className: "wide-table", children: part("Table", { className: "maps-table", children }) });
}

export class MapPanel {
  /** @param {DermatomeMaps} maps */
  constructor(maps) {
    this.maps = maps;
    this.data = maps.data;
    this.words = maps.words;
    this.payload = maps.payload;
  }

  /**
   * A text in the voice of the reader.
   * @param {string} key
   * @param {string} voice
   */
  #text(key, voice) {
    return (voice === PLAIN && this.words[`${key}.${PLAIN}`]) || this.words[key];
  }

  /** @param {number} patch */
  #patchLink(patch) {
    return part("Button", {
      children: this.maps.patchName(patch),
      "data-node": this.payload.skin[patch],
      className: "link territory",
    });
  }

  #sources() {
    return section("sources", part("Ul", { children: this.data.sources.map((at) => this.payload.origins[at]) }));
  }

  /** Why maps differ. @param {string} voice */
  #reasons(voice) {
    const items = this.data.reasons.map(([text, plain, foot]) => [voice === PLAIN ? plain : text, foot]);
    return titledSection("reasons", this.words["maps.reasons"], list(items));
  }

  /**
   * One map: its name, method, the share that was read, its sources, and a button that compares it with the next one.
   * @param {number} at
   */
  #mapItem(at) {
    const { maps, words } = this;
    const { ids, names, years, methods, read: counts, made } = this.data;
    const id = ids[at];
    const [read, rows] = counts[at];
    const year = years[at] && !names[at].includes(years[at]) ? ` (${years[at]})` : "";
    const meter = part("Meter", { min: 0, max: rows, value: read, "aria-hidden": "true" });
    const items = [
      part("H4", { children: names[at] + year }),
      paragraph(methods[at], "made"),
      paragraph([meter, " ", filled(words["maps.read"], { read, rows })], "read"),
      ...(id === this.payload.default_map ? [paragraph(words["maps.own"], "remark")] : []),
      made[at],
    ];
    if (!maps.drawableIds.includes(id)) return items;
    const next = maps.nextOf(id);
    const label = filled(words["maps.with"], { name: maps.nameOf(next) });
    const button = part("Button", { children: label, "data-maps": `${id},${next}`, className: "plain" });
    return [...items, paragraph(button, "placing")];
  }

  /**
   * The start page: all maps.
   * @param {string} voice
   * @returns {Component[]}
   */
  start(voice) {
    const { words } = this;
    const items = this.data.ids.map((_, at) => this.#mapItem(at));
    return [
      pageHead(words["maps.head"], paragraph(this.#text("maps.lead", voice), "")),
      this.#reasons(voice),
      titledSection("all-maps", `${words["maps.list"]} (${items.length})`, list(items)),
      this.#sources(),
    ];
  }

  /**
   * The maps grouped by their answer on one patch.
   * @param {number} patch
   * @param {Answers} answers
   * @param {string} className
   */
  #answerGroups(patch, answers, className) {
    const { names, ids, said } = this.data;
    const item = (/** @type {number} */ at) => [
      part("B", { children: names[at] }),
      said[`${ids[at]} ${this.payload.skin[patch]}`] ?? "",
    ];
    const groups = answers.map(([mark, maps]) => {
      const head = part("H3", { children: `${mark} (${maps.length})` });
      return part("Section", { className, children: [head, list(maps.map(item))] });
    });
    return part("Div", { className: "who", children: groups });
  }

  /**
   * One patch: the answers of all maps, with their sources.
   * @param {number} patch
   * @returns {Component[]}
   */
  patch(patch) {
    const { maps, words, payload } = this;
    const { answers, pain, blank, silent } = this.data.patches[patch];
    const all = maps.tally(patch, "all");
    const key = all.maps === 0 ? "none" : all.answers === 1 ? "one" : "count";
    const names = (/** @type {number[]} */ indexes) => indexes.map((at) => this.data.names[at]).join(", ");
    const withoutAnswer = Object.entries({ blank, silent }).filter(([, indexes]) => indexes.length);
    const mark = maps.markOf(payload.default_map, patch);
    return [
      part("Div", {
        className: "head",
        children: [
          paragraph(words["maps.told"], "kind"),
          part("H2", { children: maps.patchName(patch), tabIndex: -1 }),
          paragraph(filled(words[`maps.told.${key}`], { maps: all.maps, answers: all.answers }), ""),
        ],
      }),
      this.#answerGroups(patch, answers, "answer"),
      ...(pain.length ? [paragraph(words["maps.told.pain"]), this.#answerGroups(patch, pain, "answer pain")] : []),
      ...withoutAnswer.map(([name, indexes]) =>
        paragraph(filled(words[`maps.told.${name}`], { names: names(indexes) }), "lead none"),
      ),
      ...(mark ? [paragraph(filled(words["maps.told.own"], { mark }), "lead")] : []),
    ];
  }

  /**
   * Two maps compared.
   * @param {string[]} pair
   * @param {number | null} chosen  a patch
   * @param {string} voice
   * @returns {Component[]}
   */
  pair([a, b], chosen, voice) {
    const { maps, words } = this;
    const relations = maps.relations([a, b]);
    const patchesWith = (/** @type {Relation[]} */ ...wanted) =>
      [...relations.keys()].filter((patch) => wanted.includes(relations[patch]));
    const [differ, same, alone] = [patchesWith("differ"), patchesWith("same"), patchesWith("only-a", "only-b")];
    const counts = { differ: differ.length, both: differ.length + same.length, alone: alone.length };
    const heads = [words["maps.patch"], maps.nameOf(a), maps.nameOf(b)];
    const patchTable = (/** @type {number[]} */ patches) =>
      table(
        heads,
        patches.map((patch) => [this.#patchLink(patch), ...[a, b].map((map) => maps.markOf(map, patch) || NOTHING)]),
      );
    const foldedTable = (/** @type {string} */ name, /** @type {number[]} */ patches) => {
      const title = part("H3", { children: `${words[`maps.two.${name}`]} (${patches.length})` });
      const details = part("Details", { children: [part("Summary", { children: title }), patchTable(patches)] });
      return part("Section", { className: `part ${name}`, children: details });
    };
    return [
      ...(chosen === null ? [] : this.patch(chosen)),
      pageHead(
        filled(words["maps.two.head"], { a: maps.nameOf(a), b: maps.nameOf(b) }),
        paragraph(filled(words["maps.two.count"], counts), "sum"),
      ),
      ...(differ.length ? [titledSection("differ", words["maps.two.differ"], patchTable(differ))] : []),
      ...(alone.length ? [foldedTable("alone", alone)] : []),
      ...(same.length ? [foldedTable("same", same)] : []),
      this.#reasons(voice),
      this.#sources(),
    ];
  }

  /**
   * All patches in order of disagreement.
   * @param {Counted} counted
   * @param {number | null} chosen  a patch
   * @param {string} voice
   * @returns {Component[]}
   */
  ranking(counted, chosen, voice) {
    const { maps, words } = this;
    const heads = [words["maps.patch"], words["maps.degree"], words["maps.answers"], words["maps.speak"]];
    const degreeCell = (/** @type {number | null} */ degree, /** @type {number | null} */ step) =>
      step === null
        ? NOTHING
        : [
            part("Meter", { min: 0, max: STEPS.length - 1, value: step, "aria-hidden": "true" }),
            ` ${formatDegree(degree)} `,
            part("Small", { children: words[`maps.step.${step}`] }),
          ];
    const rows = maps.ranked(counted).map((patch) => {
      const { maps: count, answers, degree, step } = maps.tally(patch, counted);
      return [this.#patchLink(patch), degreeCell(degree, step), String(answers), String(count)];
    });
    return [
      ...(chosen === null ? [] : this.patch(chosen)),
      pageHead(
        words["maps.all.head"],
        paragraph(this.#text("maps.all.lead", voice), ""),
        paragraph(words[`maps.all.counts.${counted}`]),
      ),
      titledSection("ranked", words["maps.table"], table(heads, rows)),
      this.#reasons(voice),
      paragraph(words["maps.all.measure"]),
      this.#sources(),
    ];
  }
}
