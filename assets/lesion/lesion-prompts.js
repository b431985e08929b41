// What the panel says while no lesion is placed, and when a target or a condition of several places was chosen.
import { entry } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { Trees } from "./panel-parts.js";

export class Asking extends Trees {
  // Which sites would take a target away, wholly or in part; those that take least besides come first.
  takers(target, placed, map) {
    const { words, payload, lesions } = this;
    const sites = lesions.takers(target, map);
    const lists = [true, false].flatMap((whole) => {
      const own = sites.filter(({ parts }) => whole === !parts);
      if (!own.length) return [];
      const title = this.counted(words[`lesion.asked.${whole ? "whole" : "part"}`], own);
      const items = own.map(({ at, parts }) => [this.placed(at), ...(parts ? [" ", this.share(parts)] : [])]);
      return [this.titled("takers", title, this.list(items, "taken by-share"))];
    });
    const now = [];
    if (placed !== undefined) {
      const state = words[`lesion.${lesions.state(lesions.of(placed, map), target)}`].toLowerCase();
      now.push(part("P", { children: filled(words["lesion.asked.now"], { place: payload.names[placed], state }) }));
    }
    return [
      this.head(words["lesion.asked"], payload.names[target], ...now, this.lead(words["lesion.asked.lead"])),
      ...lists,
      this.titled("see", words["lesion.see"], part("Ul", { children: [entry(target, map)] })),
    ];
  }

  choices(at) {
    const items = this.lesions.seats(at).map((site) => this.placed(site));
    const said = [part("P", { children: this.words["lesion.choices"] }), this.list(items, "taken by-share")];
    return [
      this.head(this.words["lesion.kind"], this.payload.names[at]),
      part("Section", { className: "part takers", children: said }),
    ];
  }

  nothing() {
    const said = ["lesion.how", "lesion.how.skin"].map((key) => part("P", { children: this.words[key] }));
    const caution = part("P", { className: "purpose", children: this.words["lesion.caution"] });
    return [this.head("", this.words["lesion.none"], ...said, caution)];
  }
}
