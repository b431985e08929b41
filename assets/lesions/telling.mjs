// What the panel says of a lesion, as component trees.
import { entry, part, section } from "../panel.mjs";
import { filled } from "./building.mjs";
import { ENDINGS } from "./lesions.mjs";

const KINDS = { territory: "lesion.skin", muscle: "lesion.muscle", reflex: "lesion.reflex" };
const percent = (share) => Math.round(share * 100);

export class Telling {
  constructor(lesions) {
    Object.assign(this, { lesions, payload: lesions.payload, words: lesions.words });
  }

  link(at) {
    const { ids, names, kinds } = this.payload;
    return part("Button", { children: names[at], "data-node": ids[at], className: `link ${kinds[at]}` });
  }

  // A place that was named: a click puts the lesion there.
  placed(at) {
    return part("Button", { children: this.payload.names[at], "data-lesion": this.payload.ids[at], className: "link" });
  }

  lead(text) {
    return part("P", { children: text, className: "lead" });
  }

  titled(name, title, ...children) {
    return part("Section", { className: `part ${name}`, children: [part("H3", { children: title }), ...children] });
  }

  // Endings by kind, under a small heading each.
  byKind(ats, item) {
    return ENDINGS.flatMap((kind) => {
      const own = ats.filter((at) => this.payload.kinds[at] === kind);
      if (!own.length) return [];
      const head = part("H4", { children: `${this.words[KINDS[kind]]} (${own.length})` });
      return [head, part("Ul", { className: "taken", children: own.map(item) })];
    });
  }

  share([share, least, most]) {
    const values = { share: percent(share), least: percent(least), most: percent(most) };
    const range = values.least === values.most ? "" : ` ${filled(this.words["lesion.range"], values)}`;
    return filled(this.words["lesion.share"], values) + range;
  }

  reducedItem(at, parts) {
    const [share] = parts;
    const meter = part("Meter", { min: 0, max: 1, value: share, "aria-hidden": "true" });
    return part("Li", { children: [this.link(at), meter, part("Span", { className: "share", children: this.share(parts) })] });
  }

  // Muscles that can be tested, reflexes and skin, each with what would be found.
  examined(lesion) {
    const touched = [...lesion.lost, ...lesion.reduced.keys()];
    const rows = ENDINGS.toReversed().flatMap((kind) =>
      touched.filter((at) => this.payload.kinds[at] === kind).flatMap((at) => this.row(lesion, kind, at)),
    );
    if (!rows.length) return [];
    const head = ["lesion.examine.test", "lesion.examine.found"].map((key) =>
      part("Th", { scope: "col", children: this.words[key] }),
    );
    const body = [part("Thead", { children: part("Tr", { children: head }) }), part("Tbody", { children: rows })];
    const table = part("Table", { className: "ledger found", children: body });
    const title = part("Summary", { children: part("H3", { children: `${this.words["lesion.examine"]} (${rows.length})` }) });
    return [part("Section", { className: "part examine", children: part("Details", { children: [title, table] }) })];
  }

  row(lesion, kind, at) {
    const test = kind === "muscle" ? this.lesions.tests[this.payload.ids[at]] : "";
    if (kind === "muscle" && !test) return [];
    const how = test || (kind === "territory" ? this.words["lesion.examine.touch"] : "");
    const small = how ? [part("Small", { children: how })] : [];
    const state = this.lesions.state(lesion, at);
    const found = part("Td", { className: state, children: this.words[`lesion.finds.${kind}.${state}`] });
    return [part("Tr", { children: [part("Th", { scope: "row", children: [this.link(at), ...small] }), found] })];
  }

  conditions(at) {
    const own = this.lesions.nodes(at).join();
    const here = Object.entries(this.lesions.sits)
      .filter(([condition, sites]) => Number(condition) === at || sites.some((site) => this.lesions.nodes(site).join() === own))
      .map(([condition]) => Number(condition));
    if (!here.length) return [];
    const items = here.map((condition) => {
      const flags = this.lesions.red_flags[this.payload.ids[condition]];
      const said = flags ? [part("P", { children: [part("B", { children: `${this.words["lesion.flag"]} ` }), flags] })] : [];
      return part("Li", { children: [this.link(condition), ...said] });
    });
    return [this.titled("conditions", `${this.words["lesion.conditions"]} (${here.length})`, part("Ul", { children: items }))];
  }

  folded(name, title, children) {
    const fold = [part("Summary", { children: part("H3", { children: title }) }), ...children];
    return part("Section", { className: `part ${name}`, children: part("Details", { children: fold }) });
  }

  sources(at, lesion, map) {
    const own = this.payload.pathway(this.payload.ids[at], map).sources;
    const all = [...new Set([...own, ...(lesion.reduced.size ? this.lesions.weighed : [])])].sort((a, b) => a - b);
    return section("sources", part("Ul", { children: all.map((source) => this.payload.origins[source]) }));
  }

  head(at, lesion) {
    const where = this.lesions.where[this.payload.ids[at]];
    const flags = lesion.flags.map((flag) => part("P", { children: flag }));
    const warned = [part("H3", { children: this.words["lesion.flags"] }), ...flags];
    const counts = ["lost", "reduced", "spared"].map((state) =>
      part("Span", { className: `count ${state}`, children: [part("B", { children: `${lesion[state].size ?? lesion[state].length}` }), ` ${this.words[`lesion.${state}`]}`] }),
    );
    const children = [
      part("P", { className: "kind", children: this.words["lesion.kind"] }),
      part("H2", { children: this.payload.names[at], tabIndex: -1 }),
      ...(flags.length ? [part("Div", { className: "flags", children: warned })] : []),
      part("P", { className: "counts", children: counts }),
      this.lead(this.words["lesion.lead"]),
      ...(where ? [part("P", { className: "remark", children: where })] : []),
    ];
    return part("Div", { className: "head", children });
  }

  lesion(at, map) {
    const lesion = this.lesions.of(at, map);
    const { words } = this;
    const trees = [this.head(at, lesion)];
    if (lesion.couldNot.length) {
      const items = lesion.couldNot.map((text) => part("Li", { children: text }));
      trees.push(this.titled("could-not", words["lesion.could_not"], part("Ul", { className: "plainly", children: items })));
    }
    if (lesion.lost.length) {
      const plain = (ending) => part("Li", { children: this.link(ending) });
      trees.push(
        this.titled("lost", `${words["lesion.lost"]} (${lesion.lost.length})`, this.lead(words["lesion.lost.lead"]), ...this.byKind(lesion.lost, plain)),
      );
    }
    if (lesion.reduced.size) {
      const own = this.byKind([...lesion.reduced.keys()], (ending) => this.reducedItem(ending, lesion.reduced.get(ending)));
      trees.push(this.titled("reduced", `${words["lesion.reduced"]} (${lesion.reduced.size})`, this.lead(words["lesion.reduced.lead"]), ...own));
    }
    trees.push(...this.examined(lesion));
    const spared = this.byKind(lesion.spared, (ending) => part("Li", { children: this.link(ending) }));
    trees.push(this.folded("spared", `${words["lesion.spared"]} (${lesion.spared.length})`, spared));
    trees.push(...this.conditions(at), this.sources(at, lesion, map));
    trees.push(part("P", { className: "purpose", children: words["lesion.caution"] }));
    return trees;
  }

  // Which sites would take an ending away, wholly or in part; those that take least besides come first.
  asked(ending, placed, map) {
    const { words, payload } = this;
    const sites = this.lesions.takers(ending, map);
    const list = (title, found) =>
      found.length
        ? [part("H4", { children: `${title} (${found.length})` }), part("Ul", { className: "taken", children: found.map(({ at, parts }) => part("Li", { children: [this.placed(at), ...(parts ? [part("Span", { className: "share", children: this.share(parts) })] : [])] })) })]
        : [];
    const state = placed === undefined ? "" : this.lesions.state(this.lesions.of(placed, map), ending);
    const now = state
      ? [part("P", { children: filled(words["lesion.asked.now"], { place: payload.names[placed], state: words[`lesion.${state}`].toLowerCase() }) })]
      : [];
    const head = [
      part("P", { className: "kind", children: words["lesion.asked"] }),
      part("H2", { children: payload.names[ending], tabIndex: -1 }),
      ...now,
      this.lead(words["lesion.asked.lead"]),
    ];
    const whole = sites.filter(({ parts }) => !parts);
    const some = sites.filter(({ parts }) => parts);
    return [
      part("Div", { className: "head", children: head }),
      part("Section", { className: "part", children: [...list(words["lesion.asked.whole"], whole), ...list(words["lesion.asked.part"], some)] }),
      this.titled("see", words["lesion.see"], part("Ul", { children: [entry(ending, map)] })),
    ];
  }

  choices(at) {
    const { payload, words } = this;
    const items = this.lesions.seats(at).map((site) => part("Li", { children: this.placed(site) }));
    const head = [part("P", { className: "kind", children: words["lesion.kind"] }), part("H2", { children: payload.names[at], tabIndex: -1 })];
    return [part("Div", { className: "head", children: head }), part("Section", { className: "part", children: [part("P", { children: words["lesion.choices"] }), part("Ul", { className: "taken", children: items })] })];
  }

  nothing() {
    const { words } = this;
    const said = ["lesion.how", "lesion.how.skin"].map((key) => part("P", { children: words[key] }));
    return [part("Div", { className: "head", children: [part("H2", { children: words["lesion.none"], tabIndex: -1 }), ...said, part("P", { className: "purpose", children: words["lesion.caution"] })] })];
  }
}
