// What the panel says of a lesion, as component trees.
import { section } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { ENDINGS } from "./lesions.js";
import { Trees } from "./panel-parts.js";

export class Telling extends Trees {
  // Muscles that can be tested, reflexes and skin, each with what would be found.
  #examined(lesion) {
    const touched = [...lesion.lost, ...lesion.reduced.keys()];
    const of = (kind) => touched.filter((at) => this.payload.kinds[at] === kind);
    const rows = ENDINGS.toReversed().flatMap((kind) => of(kind).flatMap((at) => this.#row(lesion, kind, at)));
    if (!rows.length) return [];
    const heads = ["lesion.examine.test", "lesion.examine.found"].map((key) =>
      part("Th", { scope: "col", children: this.words[key] }),
    );
    const head = part("Thead", { children: part("Tr", { children: heads }) });
    const table = part("Table", { className: "ledger found", children: [head, part("Tbody", { children: rows })] });
    return [this.folded("examine", this.counted(this.words["lesion.examine"], rows), [table], true)];
  }

  #row(lesion, kind, at) {
    const test = this.lesions.tests[this.payload.ids[at]];
    if (kind === "muscle" && !test) return [];
    const how = kind === "territory" ? this.words["lesion.examine.touch"] : test;
    const state = this.lesions.state(lesion, at);
    const said = [this.link(at), ...(how ? [part("Small", { children: how })] : [])];
    const found = part("Td", { className: state, children: this.words[`lesion.finds.${kind}.${state}`] });
    return [part("Tr", { children: [part("Th", { scope: "row", children: said }), found] })];
  }

  // The conditions that sit at a place, or at a site that takes the same.
  #conditions(at) {
    const { lesions, words } = this;
    const own = lesions.nodes(at).join();
    const sits = ([condition, sites]) =>
      Number(condition) === at || sites.some((site) => lesions.nodes(site).join() === own);
    const here = Object.entries(lesions.sits)
      .filter(sits)
      .map(([condition]) => Number(condition));
    if (!here.length) return [];
    const items = here.map((condition) => {
      const flags = lesions.red_flags[this.payload.ids[condition]];
      const label = part("B", { children: `${words["lesion.flag"]} ` });
      return [this.link(condition), ...(flags ? [part("P", { children: [label, flags] })] : [])];
    });
    return [this.titled("conditions", this.counted(words["lesion.conditions"], here), this.list(items, ""))];
  }

  #sources(at, lesion, map) {
    const own = this.payload.pathway(this.payload.ids[at], map).sources;
    const all = [...new Set([...own, ...(lesion.reduced.size ? this.lesions.weighed : [])])].sort((a, b) => a - b);
    return section("sources", part("Ul", { children: all.map((source) => this.payload.origins[source]) }));
  }

  #opening(at, lesion) {
    const { words, payload } = this;
    const where = this.lesions.where[payload.ids[at]];
    const flags = lesion.flags.map((flag) => part("P", { children: flag }));
    const warning = [part("H3", { children: words["lesion.flags"] }), ...flags];
    const count = (state) => {
      const number = part("B", { children: String(lesion[state].size ?? lesion[state].length) });
      return part("Span", { className: `count ${state}`, children: [number, ` ${words[`lesion.${state}`]}`] });
    };
    return this.head(
      words["lesion.kind"],
      payload.names[at],
      ...(flags.length ? [part("Div", { className: "flags", children: warning })] : []),
      part("P", { className: "counts", children: ["lost", "reduced", "spared"].map(count) }),
      this.lead(words["lesion.lead"]),
      ...(where ? [part("P", { className: "remark", children: where })] : []),
    );
  }

  #reduced(at, parts) {
    const meter = part("Meter", { min: 0, max: 1, value: parts[0], "aria-hidden": "true" });
    return [this.link(at), meter, this.share(parts)];
  }

  // What becomes hard where enough of a muscle's supply is lost for it to show, the weakest first.
  #weaker(lesion) {
    const { clear, weakness } = this.lesions;
    const parts = [...lesion.reduced].filter(([, [share]]) => share >= clear).sort(([, [a]], [, [b]]) => b - a);
    const texts = parts.map(([at]) => weakness[this.payload.ids[at]]).filter(Boolean);
    return [...new Set(texts)].filter((text) => !lesion.couldNot.includes(text));
  }

  lesion(at, map) {
    const lesion = this.lesions.of(at, map);
    const { words } = this;
    const trees = [this.#opening(at, lesion)];
    if (lesion.couldNot.length)
      trees.push(this.titled("could-not", words["lesion.could_not"], this.list(lesion.couldNot, "plainly")));
    const less = this.#weaker(lesion);
    if (less.length) trees.push(this.titled("could-less", words["lesion.could_less"], this.list(less, "plainly")));
    if (lesion.lost.length) {
      const title = this.counted(words["lesion.lost"], lesion.lost);
      trees.push(this.titled("lost", title, this.lead(words["lesion.lost.lead"]), ...this.byKind(lesion.lost)));
    }
    if (lesion.reduced.size) {
      const ats = [...lesion.reduced.keys()];
      const own = this.byKind(ats, (target) => this.#reduced(target, lesion.reduced.get(target)), "taken by-share");
      const title = this.counted(words["lesion.reduced"], ats);
      trees.push(this.titled("reduced", title, this.lead(words["lesion.reduced.lead"]), ...own));
    }
    trees.push(
      ...this.#examined(lesion),
      this.folded("spared", this.counted(words["lesion.spared"], lesion.spared), this.byKind(lesion.spared)),
      ...this.#conditions(at),
      this.#sources(at, lesion, map),
      part("P", { className: "purpose", children: words["lesion.caution"] }),
    );
    return trees;
  }
}
