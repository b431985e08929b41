// The pieces of component trees from which the pages of lesions are put together.
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { ENDINGS } from "./lesions.js";

const KINDS = { territory: "lesion.skin", muscle: "lesion.muscle", reflex: "lesion.reflex" };
const percent = (share) => Math.round(share * 100);

export class Trees {
  constructor(lesions) {
    Object.assign(this, { lesions, payload: lesions.payload, words: lesions.words });
  }

  // A name: a click looks at it in exploring.
  link(at) {
    const { ids, names, kinds } = this.payload;
    return part("Button", { children: names[at], "data-node": ids[at], className: `link ${kinds[at]}` });
  }

  // The name of a place: a click puts the lesion there.
  placed(at) {
    return part("Button", { children: this.payload.names[at], "data-lesion": this.payload.ids[at], className: "link" });
  }

  lead(text) {
    return part("P", { children: text, className: "lead" });
  }

  head(kind, title, ...children) {
    const over = kind ? [part("P", { className: "kind", children: kind })] : [];
    const own = part("H2", { children: title, tabIndex: -1 });
    return part("Div", { className: "head", children: [...over, own, ...children] });
  }

  titled(name, title, ...children) {
    return part("Section", { className: `part ${name}`, children: [part("H3", { children: title }), ...children] });
  }

  folded(name, title, children, open = false) {
    const summary = part("Summary", { children: part("H3", { children: title }) });
    const fold = part("Details", { open, children: [summary, ...children] });
    return part("Section", { className: `part ${name}`, children: fold });
  }

  counted(title, all) {
    return `${title} (${all.length ?? all.size})`;
  }

  list(items, name = "taken") {
    return part("Ul", { className: name, children: items.map((children) => part("Li", { children })) });
  }

  // Targets by kind, under a small heading each; `item` makes what stands in an entry.
  byKind(ats, item = (at) => this.link(at), name = "taken") {
    return ENDINGS.flatMap((kind) => {
      const own = ats.filter((at) => this.payload.kinds[at] === kind);
      if (!own.length) return [];
      return [part("H4", { children: this.counted(this.words[KINDS[kind]], own) }), this.list(own.map(item), name)];
    });
  }

  share([share, least, most]) {
    const values = { share: percent(share), least: percent(least), most: percent(most) };
    const range = values.least === values.most ? "" : ` ${filled(this.words["lesion.range"], values)}`;
    return part("Span", { className: "share", children: filled(this.words["lesion.share"], values) + range });
  }
}
