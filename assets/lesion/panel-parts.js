// Building blocks of the panel pages about lesions, as component trees.
import { part } from "../panel/component-tree.js";
import { PageParts } from "../panel/page-parts.js";
import { TARGET_KINDS } from "./lesions.js";

/** @import { Children } from "../panel/page-parts.js" */
/** @import { Lesions } from "./lesions.js" */
/** @import { Lesion } from "./types" */

/** @type {Record<string, string>} */
const HEADINGS = { territory: "lesion.skin", muscle: "lesion.muscle", reflex: "lesion.reflex" };

export class PanelParts extends PageParts {
  /** @param {Lesions} lesions */
  constructor(lesions) {
    super(lesions.payload, lesions.words);
    this.lesions = lesions;
  }

  /**
   * A button with the name of a place, which puts the lesion there.
   * @param {number} place
   */
  placeButton(place) {
    const { ids, names } = this.payload;
    return part("Button", { children: names[place], "data-lesion": ids[place], className: "link" });
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
