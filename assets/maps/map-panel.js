// What the panel says of dermatome maps, as component trees.
import { section } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { STEPS } from "./disagreement-scale.js";

const written = new Intl.NumberFormat(document.documentElement.lang, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
}).format;
const NOTHING = "–";
const PLAIN = "plain";

const head = (title, ...children) =>
  part("Div", { className: "head", children: [part("H2", { children: title, tabIndex: -1 }), ...children] });
const titled = (name, title, ...children) =>
  part("Section", { className: `part ${name}`, children: [part("H3", { children: title }), ...children] });
const text = (children, className = "lead") => part("P", { children, className });
const list = (items, className = "") =>
  part("Ul", { className, children: items.map((children) => part("Li", { children })) });

function table(heads, rows, className) {
  const cells = heads.map((children) => part("Th", { scope: "col", children }));
  const body = rows.map(([first, ...more]) =>
    part("Tr", {
      children: [part("Th", { scope: "row", children: first }), ...more.map((children) => part("Td", { children }))],
    }),
  );
  const children = [part("Thead", { children: part("Tr", { children: cells }) }), part("Tbody", { children: body })];
  return part("Div", { className: "wide-table", children: part("Table", { className, children }) });
}

export class MapsTelling {
  constructor(maps) {
    Object.assign(this, { maps, words: maps.words, payload: maps.payload });
  }

  say(key, voice) {
    return (voice === PLAIN && this.words[`${key}.${PLAIN}`]) || this.words[key];
  }

  link(patch) {
    return part("Button", {
      children: this.maps.nameOf(patch),
      "data-node": this.payload.skin[patch],
      className: "link territory",
    });
  }

  button(label, maps) {
    return part("Button", { children: label, "data-maps": maps, className: "plain" });
  }

  sources() {
    return section("sources", part("Ul", { children: this.maps.sources.map((at) => this.payload.origins[at]) }));
  }

  reasons(voice) {
    const items = this.maps.reasons.map(([own, plain, foot]) => [voice === PLAIN ? plain : own, foot]);
    return titled("reasons", this.words["maps.reasons"], list(items));
  }

  // One map: its name, how it was made, how much of it was read, its sources, and the next one to compare it with.
  entry(at) {
    const { maps, words } = this;
    const { ids, names, years, methods, read: counts, made } = maps;
    const [read, rows] = counts[at];
    const year = years[at] && !names[at].includes(years[at]) ? ` (${years[at]})` : "";
    const share = part("Meter", { min: 0, max: rows, value: read, "aria-hidden": "true" });
    const lines = [
      part("H4", { children: names[at] + year }),
      text(methods[at], "made"),
      text([share, " ", filled(words["maps.read"], { read, rows })], "read"),
      ...(ids[at] === this.payload.default_map ? [text(words["maps.own"], "remark")] : []),
      made[at],
    ];
    const next = maps.chosen.includes(ids[at]) && maps.after(ids[at]);
    if (next)
      lines.push(
        text(this.button(filled(words["maps.with"], { name: maps.name(next) }), `${ids[at]},${next}`), "placing"),
      );
    return lines;
  }

  start(voice) {
    const { maps, words } = this;
    const items = maps.ids.map((_, at) => this.entry(at));
    return [
      head(words["maps.head"], text(this.say("maps.lead", voice), "")),
      this.reasons(voice),
      titled("all-maps", `${words["maps.list"]} (${items.length})`, list(items)),
      this.sources(),
    ];
  }

  // Who says what of one patch: the maps by their answers, each with its detail, standing and sources.
  patch(patch, title = part("H2", { children: this.maps.nameOf(patch), tabIndex: -1 })) {
    const { maps, words, payload } = this;
    const { answers, pain, blank, silent, all } = maps.told[patch];
    const id = payload.skin[patch];
    const one = (at) => [part("B", { children: maps.names[at] }), maps.said[`${maps.ids[at]} ${id}`] ?? ""];
    const groups = (of, name) =>
      of.map(([mark, at]) =>
        part("Section", {
          className: name,
          children: [part("H3", { children: `${mark} (${at.length})` }), list(at.map(one))],
        }),
      );
    const key = all[0] === 0 ? "none" : all[1] === 1 ? "one" : "count";
    const named = (ats) => ats.map((at) => maps.names[at]).join(", ");
    const others = [
      ["blank", blank],
      ["silent", silent],
    ].filter(([, ats]) => ats.length);
    const own = payload.layers[payload.default_map][patch][2];
    return [
      part("Div", {
        className: "head",
        children: [
          text(words["maps.told"], "kind"),
          title,
          text(filled(words[`maps.told.${key}`], { maps: all[0], answers: all[1] }), ""),
        ],
      }),
      part("Div", { className: "who", children: groups(answers, "answer") }),
      ...(pain.length
        ? [text(words["maps.told.pain"]), part("Div", { className: "who", children: groups(pain, "answer pain") })]
        : []),
      ...others.map(([name, ats]) => text(filled(words[`maps.told.${name}`], { names: named(ats) }), "lead none")),
      ...(own ? [text(filled(words["maps.told.own"], { mark: own }), "lead")] : []),
    ];
  }

  two([a, b], chosen, voice) {
    const { maps, words } = this;
    const stands = maps.standings([a, b]);
    const of = (...wanted) => [...stands.keys()].filter((at) => wanted.includes(stands[at]));
    const [differ, same, alone] = [of("differ"), of("same"), of("only-a", "only-b")];
    const counts = { differ: differ.length, both: differ.length + same.length, alone: alone.length };
    const heads = [words["maps.patch"], maps.name(a), maps.name(b)];
    const rows = (patches) =>
      patches.map((at) => [this.link(at), ...[a, b].map((map) => maps.mark(map, at) || NOTHING)]);
    const folded = (name, patches) => {
      const summary = part("Summary", {
        children: part("H3", { children: `${words[`maps.two.${name}`]} (${patches.length})` }),
      });
      const fold = part("Details", { children: [summary, table(heads, rows(patches), "maps-table")] });
      return part("Section", { className: `part ${name}`, children: fold });
    };
    return [
      ...(chosen === null ? [] : this.patch(chosen)),
      head(
        filled(words["maps.two.head"], { a: maps.name(a), b: maps.name(b) }),
        text(filled(words["maps.two.count"], counts), "sum"),
      ),
      ...(differ.length ? [titled("differ", words["maps.two.differ"], table(heads, rows(differ), "maps-table"))] : []),
      ...(alone.length ? [folded("alone", alone)] : []),
      ...(same.length ? [folded("same", same)] : []),
      this.reasons(voice),
      this.sources(),
    ];
  }

  all(counted, chosen, voice) {
    const { maps, words } = this;
    const heads = [words["maps.patch"], words["maps.degree"], words["maps.answers"], words["maps.speak"]];
    const far = (degree, step) =>
      step === null
        ? NOTHING
        : [
            part("Meter", { min: 0, max: STEPS.length - 1, value: step, "aria-hidden": "true" }),
            ` ${written(degree)} `,
            part("Small", { children: words[`maps.step.${step}`] }),
          ];
    const rows = maps.ranked(counted).map((at) => {
      const [speak, answers, degree, step] = maps.tally(at, counted);
      return [this.link(at), far(degree, step), String(answers), String(speak)];
    });
    return [
      ...(chosen === null ? [] : this.patch(chosen)),
      head(
        words["maps.all.head"],
        text(this.say("maps.all.lead", voice), ""),
        text(words[`maps.all.counts.${counted}`]),
      ),
      titled("ranked", words["maps.table"], table(heads, rows, "maps-table")),
      this.reasons(voice),
      text(words["maps.all.measure"]),
      this.sources(),
    ];
  }
}
