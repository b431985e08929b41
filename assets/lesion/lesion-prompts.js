// The panel pages that ask for a place: before a lesion is placed, and after a target or a condition is selected.
import { entry } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { PanelParts } from "./panel-parts.js";

export class PromptPanel extends PanelParts {
  /**
   * The sites where a lesion affects a target, fully or partly.
   * @param {number} target
   * @param {number | undefined} place  where the lesion is now
   * @param {string} map
   * @param {string} severity  of the lesion that is shown now
   * @returns {Component[]}
   */
  sitesAffecting(target, place, map, severity) {
    const { words, payload, lesions } = this;
    const sites = lesions.sitesAffecting(target, map);
    const lists = [true, false].flatMap((isWhole) => {
      const matching = sites.filter(({ lesion }) => isWhole === lesion.lost.includes(target));
      if (!matching.length) return [];
      const title = this.counted(words[`lesion.asked.${isWhole ? "whole" : "part"}`], matching);
      const items = matching.map((site) => [
        this.placeButton(site.place),
        ...(isWhole ? [] : [" ", this.amountText(site.lesion, target)]),
      ]);
      return [this.titledSection("takers", title, this.list(items, "taken by-share"))];
    });
    const now = [];
    if (place !== undefined) {
      const state = words[`lesion.${lesions.stateOf(lesions.lesionAt(place, map, severity), target)}`].toLowerCase();
      now.push(part("P", { children: filled(words["lesion.asked.now"], { place: payload.names[place], state }) }));
    }
    return [
      this.head(words["lesion.asked"], payload.names[target], ...now, this.lead(words["lesion.asked.lead"])),
      ...lists,
      this.titledSection("see", words["lesion.see"], part("Ul", { children: [entry(target, map)] })),
    ];
  }

  /**
   * The sites of a condition that can occur in several places.
   * @param {number} condition
   * @returns {Component[]}
   */
  sitesOf(condition) {
    const items = this.lesions.placesOf(condition).map((site) => this.placeButton(site));
    const children = [part("P", { children: this.words["lesion.choices"] }), this.list(items, "taken by-share")];
    return [
      this.head(this.words["lesion.kind"], this.payload.names[condition]),
      part("Section", { className: "part takers", children }),
    ];
  }

  /** @returns {Component[]} */
  instructions() {
    const texts = ["lesion.how", "lesion.how.skin"].map((key) => part("P", { children: this.words[key] }));
    const caution = part("P", { className: "purpose", children: this.words["lesion.caution.complete"] });
    return [this.head("", this.words["lesion.none"], ...texts, caution)];
  }
}
