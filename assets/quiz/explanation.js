// Why an answer is right and another is not, in sentences made from the payload, as component trees for the panel.
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";

const MOST = 5;
const SIGNS = { weak: "leaves", numb: "leaves", normal: "also" };

export class Telling {
  constructor(words, payload) {
    Object.assign(this, { words, payload });
  }

  name(id) {
    return this.payload.names[this.payload.place.get(id)];
  }

  names(ids) {
    const names = ids
      .slice(0, MOST)
      .map((id) => this.name(id))
      .join(", ");
    return ids.length > MOST ? filled(this.words["quiz.more"], { names, n: ids.length - MOST }) : names;
  }

  say(key, values) {
    return filled(this.words[`quiz.${key}`], values);
  }

  // The way from root to target in one sentence: chains that pass by `through`, or any; of the first of their nerves.
  way(target, through = null) {
    const { payload } = this;
    const { chains } = payload.pathway(target, payload.default_map);
    const [to, by] = [target, through].map((id) => payload.place.get(id));
    const passes = (chain) => chain.some((at) => at === by || payload.nerve_of[at] === by);
    const own = chains.filter((chain) => chain.includes(to) && (!through || passes(chain)));
    if (!own.length) return "";
    const nerves = (chain) => {
      const steps = chain.filter((at) => payload.kinds[at] !== "root" && at !== to);
      return [...new Set(steps.map((at) => payload.nerve_of[at] ?? at))];
    };
    const first = nerves(own[0]);
    const alike = own.filter((chain) => nerves(chain).join() === first.join());
    const roots = [...new Set(alike.map(([root]) => root))].filter((at) => payload.kinds[at] === "root");
    if (!roots.length) return "";
    const told = (ats) => ats.map((at) => payload.names[at]).join(", ");
    const values = { roots: told(roots), nerves: told(first), target: this.name(target) };
    return this.say(first.length ? "way" : "way.short", values);
  }

  serves(id, kind) {
    const { payload } = this;
    const wanted = kind.endsWith("muscle") ? "muscle" : "territory";
    const { nodes } = payload.pathway(id, payload.default_map);
    const targets = nodes.filter((at) => payload.kinds[at] === wanted).map((at) => payload.ids[at]);
    return this.say(targets.length ? "serves" : "serves.none", { name: this.name(id), targets: this.names(targets) });
  }

  right({ kind, about, right, clicked }, answer) {
    if (kind === "place_of_lesion") return [this.say("fits", { name: this.name(answer) })];
    if (["muscle_weak", "reflex_lost"].includes(kind))
      return [this.say("takes", { name: this.name(answer) }), this.way(answer)];
    if (!clicked) return [this.way(about, answer)];
    const ways = [answer, ...right].map((id) => this.way(id, about));
    return [this.say("serves", { name: this.name(about), targets: this.names(right) }), ways.find(Boolean)];
  }

  others({ right, clicked }, answer) {
    const names = right
      .filter((id) => id !== answer)
      .map((id) => this.name(id))
      .join(", ");
    return names && !clicked ? this.say("others", { names }) : "";
  }

  // `showing` knows what a lesion at a place does to a target.
  chosen({ kind, given, clicked }, id, showing) {
    if (["muscle_weak", "reflex_lost"].includes(kind))
      return [this.say("spares", { name: this.name(id) }), this.way(id)];
    if (clicked) return [this.way(id)];
    if (kind !== "place_of_lesion") return [this.serves(id, kind)];
    const against = { leaves: [], also: [] };
    for (const [sign, targets] of given)
      against[SIGNS[sign]].push(
        ...targets.filter((one) => showing.befalls(id, one) === (sign === "normal" ? "lost" : "spared")),
      );
    const told = Object.entries(against).filter(([, ids]) => ids.length);
    return told.map(([key, ids]) => this.say(key, { name: this.name(id), names: this.names(ids) }));
  }

  #side(letter, title, lines) {
    const badge = part("B", { className: `letter side-${letter.toLowerCase()}`, children: letter });
    const told = lines.filter(Boolean).map((line) => part("P", { children: line }));
    return part("Section", { className: "part", children: [part("H3", { children: [badge, " ", title] }), ...told] });
  }

  panel(question, { answer, chosen, isRight }, showing) {
    const { words } = this;
    const linked = [...new Set([question.about, answer, ...(isRight ? [] : [chosen])])]
      .filter(Boolean)
      .map((id) => part("Button", { className: "link", "data-node": id, children: this.name(id) }));
    const rows = question.rows.map(([claim, said]) =>
      part("Li", { children: part("Button", { className: "link", "data-claim": claim, children: said }) }),
    );
    const parts = [
      part("H2", { children: words["quiz.why"], tabIndex: -1 }),
      this.#side("A", words["quiz.why.right"], [...this.right(question, answer), this.others(question, answer)]),
      ...(isRight || !chosen
        ? []
        : [this.#side("B", words["quiz.why.chosen"], this.chosen(question, chosen, showing))]),
      part("P", { className: "links", children: linked }),
      part("Section", {
        className: "part",
        children: [part("H3", { children: words["quiz.rows"] }), part("Ul", { children: rows })],
      }),
    ];
    return [part("Article", { className: "reason", children: parts })];
  }
}
