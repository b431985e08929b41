// The panel page of a lesion: what it affects, how to examine it, and the conditions that occur there.
import { section } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { TARGET_KINDS } from "./lesions.js";
import { PanelParts } from "./panel-parts.js";

/** @import { Lesion } from "./types" */

export class LesionPanel extends PanelParts {
  /**
   * A table of the reflexes, muscles and skin to examine, each with the expected finding.
   * @param {Lesion} lesion
   */
  #examination(lesion) {
    const affected = [...lesion.lost, ...lesion.reduced.keys()];
    const ofKind = (/** @type {string} */ kind) => affected.filter((target) => this.payload.kinds[target] === kind);
    const rows = TARGET_KINDS.toReversed().flatMap((kind) =>
      ofKind(kind).flatMap((target) => this.#examinationRow(lesion, kind, target)),
    );
    if (!rows.length) return [];
    const heads = ["lesion.examine.test", "lesion.examine.found"].map((key) =>
      part("Th", { scope: "col", children: this.words[key] }),
    );
    const head = part("Thead", { children: part("Tr", { children: heads }) });
    const table = part("Table", { className: "ledger found", children: [head, part("Tbody", { children: rows })] });
    return [this.foldedSection("examine", this.counted(this.words["lesion.examine"], rows), [table], true)];
  }

  /**
   * @param {Lesion} lesion
   * @param {string} kind
   * @param {number} target
   * @returns {Component[]}  empty for a muscle that cannot be tested
   */
  #examinationRow(lesion, kind, target) {
    const test = this.lesions.data.tests[this.payload.ids[target]];
    if (kind === "muscle" && !test) return [];
    const method = kind === "territory" ? this.words["lesion.examine.touch"] : test;
    const state = this.lesions.stateOf(lesion, target);
    const name = [this.link(target), ...(method ? [part("Small", { children: method })] : [])];
    const finding = part("Td", { className: state, children: this.words[`lesion.finds.${kind}.${state}`] });
    return [part("Tr", { children: [part("Th", { scope: "row", children: name }), finding] })];
  }

  /**
   * The conditions that sit at a place, or at a site where a lesion removes the same nodes.
   * @param {number} place
   */
  #conditions(place) {
    const { lesions, words } = this;
    const removed = lesions.removedNodes(place).join();
    const conditions = Object.entries(lesions.data.sites_of_condition)
      .map(([condition, sites]) => ({ condition: Number(condition), sites }))
      .filter(
        ({ condition, sites }) =>
          condition === place || sites.some((site) => lesions.removedNodes(site).join() === removed),
      )
      .map(({ condition }) => condition);
    if (!conditions.length) return [];
    const items = conditions.map((condition) => {
      const flags = lesions.data.red_flags[this.payload.ids[condition]];
      const label = part("B", { children: `${words["lesion.flag"]} ` });
      return [this.link(condition), ...(flags ? [part("P", { children: [label, flags] })] : [])];
    });
    return [
      this.titledSection("conditions", this.counted(words["lesion.conditions"], conditions), this.list(items, "")),
    ];
  }

  /**
   * @param {number} place
   * @param {Lesion} lesion
   * @param {string} map
   */
  #sources(place, lesion, map) {
    const ofPathway = this.payload.pathway(this.payload.ids[place], map).sources;
    const ofWeights = lesion.reduced.size ? this.lesions.data.weighed : [];
    const all = [...new Set([...ofPathway, ...ofWeights])].sort((a, b) => a - b);
    return section("sources", part("Ul", { children: all.map((source) => this.payload.origins[source]) }));
  }

  /**
   * @param {number} place
   * @param {Lesion} lesion
   */
  #heading(place, lesion) {
    const { words, payload } = this;
    const where = this.lesions.data.where[payload.ids[place]];
    const flags = lesion.flags.map((flag) => part("P", { children: flag }));
    const warning = [part("H3", { children: words["lesion.flags"] }), ...flags];
    const countParts = Object.entries(this.lesions.counts(lesion)).map(([state, count]) => {
      const number = part("B", { children: String(count) });
      return part("Span", { className: `count ${state}`, children: [number, ` ${words[`lesion.${state}`]}`] });
    });
    return this.head(
      words["lesion.kind"],
      payload.names[place],
      ...(flags.length ? [part("Div", { className: "flags", children: warning })] : []),
      part("P", { className: "counts", children: countParts }),
      this.lead(words[`lesion.lead.${lesion.severity}`]),
      ...(where ? [part("P", { className: "remark", children: where })] : []),
      ...this.#mapNote(place),
    );
  }

  /** Opens the mode of nerve studies, which keeps the place. */
  #studiesButton() {
    return part("Button", { className: "plain", "data-mode": "studies", children: this.words["lesion.studies.open"] });
  }

  /** Below the roots the choice of a dermatome map has no effect, which the panel says. @param {number} place */
  #mapNote(place) {
    const removed = this.lesions.removedNodes(place);
    if (removed.every((node) => this.payload.kinds[node] === "root")) return [];
    return [part("P", { className: "remark", children: this.words["lesion.no-map"] })];
  }

  /**
   * @param {Lesion} lesion
   * @param {number} target
   */
  #reducedItem(lesion, target) {
    return [this.link(target), " ", this.amountText(lesion, target)];
  }

  /**
   * What becomes difficult where a muscle loses enough of its innervation for it to show, the weakest muscle first.
   * @param {Lesion} lesion
   */
  #difficulties(lesion) {
    const { clear, weakness } = this.lesions.data;
    const texts = [...lesion.reduced]
      .filter(([, [share]]) => share >= clear)
      .sort(([, [a]], [, [b]]) => b - a)
      .map(([target]) => weakness[this.payload.ids[target]])
      .filter(Boolean);
    return [...new Set(texts)].filter((text) => !lesion.couldNot.includes(text));
  }

  /**
   * @param {number} place
   * @param {string} map
   * @param {string} severity
   * @returns {Component[]}
   */
  page(place, map, severity) {
    const lesion = this.lesions.lesionAt(place, map, severity);
    const { words } = this;
    const parts = [this.#heading(place, lesion)];
    if (lesion.couldNot.length)
      parts.push(this.titledSection("could-not", words["lesion.could_not"], this.list(lesion.couldNot, "plainly")));
    const difficulties = this.#difficulties(lesion);
    if (difficulties.length)
      parts.push(this.titledSection("could-less", words["lesion.could_less"], this.list(difficulties, "plainly")));
    if (lesion.lost.length) {
      const title = this.counted(words["lesion.lost"], lesion.lost);
      const lead = this.lead(words["lesion.lost.lead"]);
      parts.push(this.titledSection("lost", title, lead, ...this.byKind(lesion.lost)));
    }
    if (lesion.reduced.size) {
      const targets = [...lesion.reduced.keys()];
      const item = (/** @type {number} */ target) => this.#reducedItem(lesion, target);
      const state = this.lesions.reducedState(lesion);
      const title = this.counted(words[`lesion.${state}`], targets);
      const lead = this.lead(words[`lesion.${state}.lead`]);
      parts.push(this.titledSection(state, title, lead, ...this.byKind(targets, item, "taken by-share")));
    }
    if (lesion.sometimes.length) {
      const title = this.counted(words["lesion.sometimes"], lesion.sometimes);
      const lead = this.lead(words["lesion.sometimes.lead"]);
      parts.push(this.titledSection("sometimes", title, lead, ...this.byKind(lesion.sometimes)));
    }
    parts.push(
      ...this.#examination(lesion),
      this.foldedSection("spared", this.counted(words["lesion.spared"], lesion.spared), this.byKind(lesion.spared)),
      this.titledSection("to-studies", words["lesion.studies"], this.#studiesButton()),
      ...this.#conditions(place),
      this.#sources(place, lesion, map),
      part("P", { className: "purpose", children: words[`lesion.caution.${lesion.severity}`] }),
    );
    return parts;
  }
}
