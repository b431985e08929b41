// What the panel says of conditions, as component trees: the index, and the page of one, in either voice.
import { section } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { Trees } from "../lesion/panel-parts.js";
import { PATHWAY } from "./conditions.js";

const PLAIN = "plain";
const SENTENCE = /(?<=[.!?])\s/;

export class ConditionTelling extends Trees {
  constructor(conditions) {
    super(conditions.lesions);
    Object.assign(this, { conditions, words: conditions.words });
  }

  #place(id) {
    return this.payload.place.get(id);
  }

  #name(id) {
    return this.payload.names[this.#place(id)];
  }

  // What is said in plain words, part by part, where that voice is chosen; each hard word is explained once.
  #plainly(id, voice) {
    return voice === PLAIN ? this.conditions.plain?.card(id) : null;
  }

  #flags(id, said) {
    const own = said?.flags ?? this.conditions.pages[id].flags;
    if (!own) return [];
    const told = said?.flags ? own : part("P", { children: own });
    const title = part("H3", { children: this.words["conditions.flags"] });
    return [part("Div", { className: "flags", children: [title, told] })];
  }

  #opening(id, said) {
    const { synonyms } = this.conditions.pages[id];
    const also = `${this.words["conditions.also"]} ${synonyms}`;
    return this.head(
      this.words["conditions.kind"],
      this.#name(id),
      ...this.#flags(id, said),
      ...(synonyms ? [part("P", { className: "synonyms", children: also })] : []),
      ...(said?.is ? [part("Div", { className: "is", children: said.is })] : []),
    );
  }

  #group(name, label, children) {
    return part("Div", { className: `ways ${name}`, role: "group", "aria-label": label, children });
  }

  // Which of its sites the figures show, and whether with the lesion.
  #figure(id, shown) {
    const sites = this.conditions.sites(id);
    const text = this.words[sites.length > 1 ? "conditions.lesion.at" : "conditions.lesion"];
    const choices = sites.map((site) => [site, filled(text, { site: this.#name(site) })]);
    const buttons = [...choices, [PATHWAY, this.words["conditions.pathway"]]].map(([value, children]) =>
      part("Button", { children, "data-shown": value, "aria-pressed": String(value === shown), className: "plain" }),
    );
    const label = this.words["conditions.show"];
    return this.#group("showing", label, [part("Span", { children: label }), ...buttons]);
  }

  // What a lesion there takes, counted.
  #taken(shown, map) {
    if (!shown || shown === PATHWAY) return [];
    const { lost, reduced } = this.lesions.of(this.#place(shown), map);
    const text = filled(this.words["conditions.taken"], { lost: lost.length, reduced: reduced.size });
    const out = part("Button", { children: this.words["conditions.out"], "data-lesion": shown, className: "link" });
    return [part("P", { className: "remark taken-by", children: [`${text} `, out] })];
  }

  #where(id, said, shown, map) {
    const { unplaced, way } = this.conditions.pages[id];
    const told = [
      ...(said?.where ? [said.where] : []),
      ...(unplaced && !said?.where ? [part("P", { className: "unplaced", children: unplaced })] : []),
      ...(shown ? [this.#figure(id, shown)] : []),
      way,
      ...this.#taken(shown, map),
    ];
    return this.titled("where", this.words["conditions.where"], ...told);
  }

  #sections(id, said) {
    const { sections, pairs } = this.conditions.pages[id];
    return this.conditions.sections.flatMap((name) => {
      const text = (said ?? sections)[name];
      const beside = name === "apart" && pairs ? [pairs] : [];
      if (!text && !beside.length) return [];
      return [this.titled(name, this.words[`conditions.${name}`], ...(text ? [text] : []), ...beside)];
    });
  }

  #beside(id) {
    const [before, next] = this.conditions.beside(id).map((other, n) => {
      if (!other) return [];
      const text = filled(this.words[n ? "conditions.next" : "conditions.before"], { name: this.#name(other) });
      return [part("Button", { children: text, "data-node": other, className: "plain" })];
    });
    const all = part("Button", { children: this.words["conditions.all"], "data-all": "", className: "plain" });
    return this.#group("beside", this.words["conditions.beside"], [...before, all, ...next]);
  }

  page(id, { voice, map }, shown) {
    const { sources, foot } = this.conditions.pages[id];
    const listed = sources.map((at) => this.payload.origins[at]);
    const said = this.#plainly(id, voice);
    return [
      this.#opening(id, said),
      this.#where(id, said, shown, map),
      ...this.#sections(id, said),
      foot,
      section("sources", part("Ul", { children: listed })),
      part("P", { className: "purpose", children: this.words["conditions.caution"] }),
      this.#beside(id),
    ];
  }

  index({ voice }) {
    const { pages, groups } = this.conditions;
    const plainly = (id) => voice === PLAIN && this.conditions.plain?.cards[id]?.is.split(SENTENCE)[0];
    const entry = (id) => [this.link(this.#place(id)), part("P", { children: plainly(id) || pages[id].line })];
    const listed = (ids) => this.list(ids.map(entry), "conditions");
    const lead = this.lead(this.words["conditions.lead"]);
    return [
      this.head("", this.words["conditions.title"], lead),
      ...groups.map(([name, ids]) => this.titled("group", this.counted(name, ids), listed(ids))),
    ];
  }
}
