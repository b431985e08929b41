// What the panel says of a muscle, a root, or the two together, as component trees.
import { section } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { KEY } from "./myotome-matrix.js";

const LIGHT = "plain light-up";

export class MyotomeTelling {
  constructor(matrix) {
    Object.assign(this, { matrix, words: matrix.words, payload: matrix.payload });
  }

  say(key, values = {}) {
    return filled(this.words[`myotomes.${key}`], values);
  }

  head(title, ...children) {
    const over = part("P", { className: "kind", children: this.say("kind") });
    const own = part("H2", { children: title, tabIndex: -1 });
    return part("Div", { className: "head", children: [over, own, ...children] });
  }

  titled(name, title, ...children) {
    return part("Section", { className: `part ${name}`, children: [part("H3", { children: title }), ...children] });
  }

  // Leads to exploring, where the pathway is lit in every figure.
  light(at) {
    const { names, ids } = this.payload;
    return part("Button", { children: this.say("light", { name: names[at] }), "data-node": ids[at], className: LIGHT });
  }

  toCell(text, muscle, root) {
    const chosen = this.matrix.write({ muscle, root, view: "" });
    return part("Button", { children: text, "data-cell": chosen, className: "link" });
  }

  standing(muscle, root) {
    const { name, sign } = this.matrix.standing(muscle, root);
    const key = this.matrix.isKey(muscle, root) ? [part("P", { children: `${KEY} ${this.say("key.cell")}` })] : [];
    const signed = sign ? [part("B", { children: `${sign} ` })] : [];
    return [part("P", { className: "stands", children: [...signed, this.say(`standing.${name}`)] }), ...key];
  }

  value({ series, named, value, share, tested, foot }) {
    const { name, people } = this.matrix.series[series];
    const compared = tested === null ? "" : this.say("share", { share: Math.round(share * 100), tested });
    const said = [part("B", { children: name }), ` ${value} (${named})`, ...(compared ? [`, ${compared}`] : [])];
    const who = part("P", { className: "remark", children: people });
    return part("Li", { children: [part("P", { children: said }), who, foot] });
  }

  measured(told) {
    const values = part("Ul", { children: told.map((one) => this.value(one)) });
    const none = part("P", { children: this.say("unmeasured") });
    return this.titled("measured", this.say("measured"), told.length ? values : none);
  }

  textbooks(muscle) {
    const { ids } = this.payload;
    const named = (all) => all.map((root) => ids[root]).join(", ");
    const rivals = (this.matrix.rivals[muscle] ?? []).map(([roots, main, foot]) => {
      const said = this.say(main.length ? "rival" : "rival.unsure", { roots: named(roots), main: named(main) });
      return part("Li", { children: [part("P", { children: said }), foot] });
    });
    const standing = (root) => this.matrix.standing(muscle, root).name;
    const own = this.matrix.roots.filter((root) => ["main", "root_main", "root"].includes(standing(root)));
    const main = own.filter((root) => standing(root) === "main");
    const said = this.say("agreed", { roots: named(own), main: named(main) });
    const agreed = part("Li", { children: [part("P", { children: said }), this.matrix.muscle_feet[muscle]] });
    return this.titled("textbooks", this.say("textbooks"), part("Ul", { children: [agreed, ...rivals] }));
  }

  values(told) {
    const said = told.map(({ series, value }) => `${this.matrix.series[series].name} ${value}`);
    return part("Small", { children: said.join(" · ") });
  }

  // One line for each root of which anything is told.
  along(muscle, chosen) {
    const { matrix, payload } = this;
    const lines = matrix.roots.map((root) => [root, matrix.standing(muscle, root), matrix.told(muscle, root)]);
    const items = lines
      .filter(([, { name }, told]) => name !== "none" || told.length)
      .map(([root, { sign }, told]) => {
        const [id, here] = [payload.ids[root], root === chosen];
        const link = here ? part("B", { children: id }) : this.toCell(id, muscle, root);
        return part("Li", { children: [link, ` ${sign} `, this.values(told)] });
      });
    return this.titled("along", this.say("along"), part("Ul", { className: "compact", children: items }));
  }

  sources(told, muscle) {
    const { matrix, payload } = this;
    const own = muscle === null ? [] : matrix.muscle_sources[muscle];
    const found = new Set([...told.flatMap(({ series }) => matrix.series_sources[series]), ...own]);
    const listed = [...found].sort((a, b) => a - b).map((source) => payload.origins[source]);
    return section("sources", part("Ul", { children: listed }));
  }

  ofMuscle(muscle, root) {
    const { matrix, payload } = this;
    const name = payload.names[muscle];
    const told = root === null ? matrix.roots.flatMap((one) => matrix.told(muscle, one)) : matrix.told(muscle, root);
    const title = root === null ? name : this.say("pair", { muscle: name, root: payload.ids[root] });
    const both = [muscle, root].filter((at) => at !== null);
    const lights = part("P", { className: "lights", children: both.map((at) => this.light(at)) });
    return [
      this.head(title, ...(root === null ? [] : this.standing(muscle, root)), lights),
      ...(root === null ? [] : [this.measured(told)]),
      this.along(muscle, root),
      this.textbooks(muscle),
      this.sources(told, muscle),
    ];
  }

  ofRoot(root) {
    const { matrix, payload } = this;
    const items = matrix.muscles
      .map((muscle) => [muscle, matrix.standing(muscle, root), matrix.told(muscle, root)])
      .filter(([, { name }, told]) => name !== "none" || told.length)
      .map(([muscle, { sign }, told]) => {
        const key = matrix.isKey(muscle, root) ? KEY : "";
        const link = this.toCell(payload.names[muscle], muscle, root);
        return part("Li", { children: [link, ` ${sign}${key} `, this.values(told)] });
      });
    const lights = part("P", { className: "lights", children: this.light(root) });
    return [
      this.head(payload.names[root], lights),
      this.titled(
        "along",
        `${this.say("of.root")} (${items.length})`,
        part("Ul", { className: "compact", children: items }),
      ),
    ];
  }

  tell({ muscle, root }) {
    if (muscle !== null) return this.ofMuscle(muscle, root);
    if (root !== null) return this.ofRoot(root);
    const caution = part("P", { className: "purpose", children: this.say("caution") });
    return [this.head(this.say("head"), part("P", { children: this.say("how") }), caution)];
  }
}
