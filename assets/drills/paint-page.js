// Beside the charts: the task of a painting drill, and its result with a text for all that the charts show.
import { element, filled } from "../app/dom.js";
import { ANSWERS } from "./answer-canvas.js";
import { fits, voteKind, votes } from "./map-fit.js";
import { button, heading, link } from "./page-parts.js";
import { scoreOf, verdicts } from "./scores.js";

/** @import { DrillData, PaintDrill } from "./paint-drill.js" */
/** @import { Votes } from "./map-fit.js" */
/** @import { Skin } from "./painted-skin.js" */
/** @import { Verdict } from "./scores.js" */
/** @typedef {{answer: () => void, again: () => void, next: () => void, start: () => void, map: (id: string) => void}} PaintActions */

/** @type {Verdict[]} */
const VERDICTS = ["right", "partly", "missed", "wrong"];
const SIGNS = { right: "✓", partly: "◐", missed: "○", wrong: "✗" };

const hundred = (/** @type {number} */ share) => Math.round(100 * share);

export class PaintPage {
  /**
   * @param {Payload} payload
   * @param {DrillData} data
   * @param {PaintDrill} drill
   * @param {PaintActions} actions
   */
  constructor(payload, data, drill, actions) {
    this.payload = payload;
    this.data = data;
    this.words = data.words;
    this.drill = drill;
    this.actions = actions;
    this.mapNames = new Map(data.maps);
  }

  /** What the charts show in the answer. */
  static key(/** @type {Record<string, string>} */ words) {
    const entry = (/** @type {string} */ id) => element("li", {}, ANSWERS.swatch(id), words[`drills.paint.key.${id}`]);
    return element("ul", { className: "drill-key", ariaLabel: words["drills.paint.key"] }, ANSWERS.ids.map(entry));
  }

  /** @param {string} id */
  nameOf(id) {
    return this.drill.isRoot(id) ? id : this.payload.nameOf(id);
  }

  /** @param {string} id */
  titleOf(id) {
    const kind = this.drill.isRoot(id) ? "root" : "field";
    return filled(this.words[`drills.paint.${kind}`], { name: this.nameOf(id) });
  }

  /** The choice of the map that is compared with; of a nerve there is only one field. @param {string} id @param {string} map */
  #compared(id, map) {
    const { words, drill, data, mapNames } = this;
    if (!drill.isRoot(id)) return [element("p", { className: "remark" }, words["drills.paint.usual"])];
    const used = drill.mapFor(id, map);
    const drawing = data.maps.filter(([one]) => drill.mapFor(id, one) === one);
    const list = element(
      "select",
      { id: "drill-map", on: { change: () => this.actions.map(list.value) } },
      drawing.map(([one, name]) => element("option", { value: one, selected: one === used }, name)),
    );
    const values = { map: mapNames.get(map), name: id, other: mapNames.get(used) };
    return [
      element("label", { htmlFor: list.id }, element("span", {}, words["drills.paint.map"]), list),
      ...(used === map ? [] : [element("p", { className: "remark" }, filled(words["drills.paint.map.other"], values))]),
    ];
  }

  #actions(/** @type {("answer" | "again" | "next")[]} */ ...names) {
    const { actions, words } = this;
    const made = names.map((name, n) => button(words[`drills.${name}`], actions[name], n ? "plain" : "start"));
    return element("div", { className: "drill-acts" }, made, button(words["drills.back"], actions.start));
  }

  /** @param {string} id @param {string} map */
  task(id, map) {
    return [
      heading(this.titleOf(id)),
      element("p", { className: "lead" }, this.words["drills.paint.how"]),
      this.#actions("answer", "next"),
      ...this.#compared(id, map),
    ];
  }

  /** @param {string} id @param {string} map */
  result(id, map) {
    const { drill, words } = this;
    const skin = drill.skin();
    const target = drill.target(id, map);
    const score = scoreOf(skin, target);
    const isEmpty = score.right === null && ![...skin.values()].some(({ share }) => share);
    const rows = [
      ["right", score.right],
      ["found", score.found],
    ].map(([name, share]) =>
      element(
        "div",
        {},
        element("dt", {}, words[`drills.paint.${name}`]),
        element("dd", {}, share === null ? "–" : filled(words["drills.percent"], { n: hundred(Number(share)) })),
      ),
    );
    const scored = [
      element("p", { className: "drill-score" }, filled(words["drills.paint.score"], { n: hundred(score.dice ?? 0) })),
      element("dl", { className: "drill-shares" }, rows),
      element("p", { className: "remark" }, words["drills.paint.dice"]),
    ];
    return [
      heading(this.titleOf(id)),
      ...(isEmpty ? [element("p", { className: "lead" }, words["drills.paint.empty"])] : scored),
      this.#actions("next", "again"),
      ...this.#compared(id, map),
      this.#patches(id, skin, target),
      ...(isEmpty || !drill.isRoot(id) ? [] : [this.#maps(id, skin)]),
      element("p", {}, link(this.payload, id, filled(words["drills.pathway"], { name: this.nameOf(id) }))),
    ];
  }

  /** How many maps give a patch to a root, in words. @param {string} name  of the root @param {Votes} votes */
  #votesText(name, { named, of }) {
    return filled(this.words[`drills.paint.votes.${voteKind({ named, of })}`], { name, named, of });
  }

  /** A line for each patch that is painted or should be. */
  #patches(/** @type {string} */ id, /** @type {Skin} */ skin, target) {
    const { words, data, payload, drill } = this;
    const found = verdicts(skin, target);
    const counted = new Map(
      drill.isRoot(id) ? found.map(([patch]) => [patch, votes(id, patch, data.dermatomes, data.tally)]) : [],
    );
    const isDisputed = (/** @type {string} */ patch) => {
      const { named, of } = counted.get(patch) ?? { named: 0, of: 0 };
      return named > 0 && named < of;
    };
    const line = (/** @type {string} */ patch) =>
      element(
        "li",
        {},
        link(payload, patch),
        ...(counted.has(patch)
          ? [element("small", {}, ` ${isDisputed(patch) ? "≠ " : ""}${this.#votesText(id, counted.get(patch))}`)]
          : []),
      );
    const groups = VERDICTS.flatMap((verdict) => {
      const own = found.filter(([, is]) => is === verdict);
      if (!own.length) return [];
      const title = `${SIGNS[verdict]} ${words[`drills.paint.was.${verdict}`]}`;
      return [
        element("h4", {}, title),
        element("ul", { className: `drill-patches ${verdict}` }, own.map(([patch]) => line(patch))), // prettier-ignore
      ];
    });
    const n = found.filter(([patch]) => isDisputed(patch)).length;
    const some = target.unjudged.map((/** @type {string} */ patch) => payload.nameOf(patch)).join(", ");
    const remark = drill.isRoot(id)
      ? n && filled(words[n === 1 ? "drills.paint.disagree.one" : "drills.paint.disagree"], { n })
      : some && filled(words["drills.paint.some"], { names: some });
    return element(
      "section",
      { className: "drill-part" },
      element("h3", {}, words["drills.paint.patches"]),
      ...(remark ? [element("p", { className: "remark" }, remark)] : []),
      groups,
    );
  }

  /** The drawing against every map, the best first; maps that nobody has read come after them, without a rank. */
  #maps(/** @type {string} */ root, /** @type {Skin} */ skin) {
    const { words, data, mapNames } = this;
    const { ranked, unranked } = fits(skin, root, data.dermatomes, data.unread);
    const row = (/** @type {import("./map-fit.js").Fit} */ { map, dice }) =>
      element(
        "li",
        {},
        element("span", {}, mapNames.get(map)),
        element(
          "b",
          {},
          dice === null ? words["drills.paint.fit.little"] : filled(words["drills.paint.fit"], { n: hundred(dice) }),
        ),
      );
    const [best] = ranked;
    return element(
      "section",
      { className: "drill-part" },
      element("h3", {}, words["drills.paint.maps"]),
      ...(best?.dice
        ? [element("p", { className: "lead" }, filled(words["drills.paint.best"], { map: mapNames.get(best.map) }))]
        : []),
      element("ol", { className: "drill-fits" }, ranked.map(row)),
      ...(unranked.length
        ? [
            element("p", { className: "remark" }, words["drills.paint.unread"]),
            element("ul", { className: "drill-fits" }, unranked.map(row)),
          ]
        : []),
    );
  }
}
