// What the panel says of conditions, as component trees: the index, and the page of one, in either voice.
import { part, section } from "../panel.mjs";
import { filled } from "../lesions/building.mjs";
import { Trees } from "../lesions/trees.mjs";
import { PATHWAY } from "./conditions.mjs";

const PLAIN = "plain";

export class ConditionTelling extends Trees {
  constructor(conditions) {
    super(conditions.lesions);
    Object.assign(this, { conditions, words: conditions.words });
  }

  #said(id, voice) {
    return voice === PLAIN ? this.conditions.plain?.card(id) : null;
  }

  #place(id) {
    return this.payload.place.get(id);
  }

  // Red flags: those of the condition, then what holds for every page.
  #flags(id, voice) {
    const { pages, general } = this.conditions;
    const own = this.#said(id, voice)?.flags ?? pages[id].flags;
    const said = own ? [part("Div", { className: "flags", children: [part("H3", { children: this.words["conditions.flags"] }), part("P", { children: own })] })] : [];
    return [...said, ...(general ? [general[voice || "clinical"]] : [])];
  }

  #opening(id, voice) {
    const page = this.conditions.pages[id];
    const said = this.#said(id, voice);
    const also = page.synonyms && part("P", { className: "synonyms", children: `${this.words["conditions.also"]} ${page.synonyms}` });
    return this.head(
      this.words["conditions.kind"],
      this.payload.names[this.#place(id)],
      ...this.#flags(id, voice),
      ...(also ? [also] : []),
      ...(said?.is ? [part("P", { className: "is", children: said.is })] : []),
    );
  }

  #choice(value, text, shown) {
    const pressed = String(value === shown);
    return part("Button", { children: text, "data-shown": value, "aria-pressed": pressed, className: "plain" });
  }

  // Which of its sites the figures show, and whether with the lesion.
  #figure(id, shown) {
    const { words, conditions, payload } = this;
    const sites = conditions.sites(id);
    const named = (site) => filled(words[sites.length > 1 ? "conditions.lesion.at" : "conditions.lesion"], { site: payload.names[this.#place(site)] });
    const buttons = [...sites.map((site) => this.#choice(site, named(site), shown)), this.#choice(PATHWAY, words["conditions.pathway"], shown)];
    const label = { role: "group", "aria-label": words["conditions.show"], className: "ways showing" };
    return part("Div", { ...label, children: [part("Span", { children: words["conditions.show"] }), ...buttons] });
  }

  // What a lesion there takes, counted.
  #taken(shown, map) {
    if (!shown || shown === PATHWAY) return [];
    const { lost, reduced } = this.lesions.of(this.#place(shown), map);
    const text = filled(this.words["conditions.taken"], { site: this.payload.names[this.#place(shown)], lost: lost.length, reduced: reduced.size });
    const out = part("Button", { children: this.words["conditions.out"], "data-lesion": shown, className: "link" });
    return [part("P", { className: "remark taken-by", children: [`${text} `, out] })];
  }

  #where(id, voice, shown, map) {
    const page = this.conditions.pages[id];
    const said = this.#said(id, voice)?.where;
    const told = [
      ...(said ? [part("P", { children: said })] : []),
      ...(page.unplaced ? [part("P", { className: "unplaced", children: page.unplaced })] : []),
      ...(shown ? [this.#figure(id, shown)] : []),
      page.way,
      ...this.#taken(shown, map),
    ];
    return this.titled("where", this.words["conditions.where"], ...told);
  }

  #sections(id, voice) {
    const { sections, pairs } = this.conditions.pages[id];
    const said = this.#said(id, voice);
    const names = this.conditions.sections.filter((name) => (said ? said[name] : sections[name]) || (name === "apart" && pairs));
    return names.map((name) => {
      const text = said ? said[name] && part("P", { children: said[name] }) : sections[name];
      const more = name === "apart" && pairs ? [pairs] : [];
      return this.titled(name, this.words[`conditions.${name}`], ...(text ? [text] : []), ...more);
    });
  }

  #beside(id) {
    const found = this.conditions.beside(id).map((other, n) => {
      if (!other) return [];
      const text = filled(this.words[n ? "conditions.next" : "conditions.before"], { name: this.payload.names[this.#place(other)] });
      return [part("Button", { children: text, "data-node": other, className: "plain" })];
    });
    const all = part("Button", { children: this.words["conditions.all"], "data-all": "", className: "plain" });
    return part("Div", { className: "ways beside", role: "group", "aria-label": this.words["conditions.beside"], children: [...found[0], all, ...found[1]] });
  }

  page(id, { voice, map }, shown) {
    const { pages } = this.conditions;
    const sources = pages[id].sources.map((at) => this.payload.origins[at]);
    return [
      this.#opening(id, voice),
      this.#where(id, voice, shown, map),
      ...this.#sections(id, voice),
      pages[id].foot,
      section("sources", part("Ul", { children: sources })),
      part("P", { className: "purpose", children: this.words["conditions.caution"] }),
      this.#beside(id),
    ];
  }

  index({ voice }) {
    const entry = (id) => {
      const line = this.#said(id, voice)?.is ?? this.conditions.pages[id].line;
      return [this.link(this.#place(id)), part("P", { children: line })];
    };
    const { general, groups } = this.conditions;
    return [
      this.head("", this.words["conditions.title"], this.lead(this.words["conditions.lead"]), ...(general ? [general[voice || "clinical"]] : [])),
      ...groups.map(([name, ids]) => this.titled("group", this.counted(name, ids), this.list(ids.map(entry), "conditions"))),
    ];
  }
}
